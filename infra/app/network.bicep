// The way from the web app to the database and to the evidence files, and nothing else: neither has a public address.
param name string
param location string
param tags object

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/24'] }
    // Subnets are written here and not as resources of their own: a second deployment would otherwise take them away first.
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.20.0.0/26'
          delegations: [
            {
              name: 'web'
              properties: { serviceName: 'Microsoft.Web/serverFarms' }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.20.0.64/27'
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource webSubnet 'subnets' existing = { name: 'web' }
  resource endpointSubnet 'subnets' existing = { name: 'endpoints' }
}

resource dnsZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink${environment().suffixes.sqlServerHostname}'
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
}

resource blobZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.blob.${environment().suffixes.storage}'
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
}

output webSubnetId string = network::webSubnet.id
output endpointSubnetId string = network::endpointSubnet.id
output dnsZoneId string = dnsZone.id
output blobZoneId string = blobZone.id
