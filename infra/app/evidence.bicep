// Evidence files. The web app reaches them as its identity; the account has no other kind of sign-in and no public address.
param accountName string
param endpointName string
param location string
param tags object
param identityPrincipalId string
param endpointSubnetId string
param dnsZoneId string

var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: accountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_GRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: 'Disabled'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      // The portal never deletes a file; whoever does by hand can take it back for as long as the database's backups reach.
      deleteRetentionPolicy: {
        enabled: true
        days: 35
      }
      containerDeleteRetentionPolicy: {
        enabled: true
        days: 35
      }
    }

    resource container 'containers' = {
      name: 'evidence'
      properties: { publicAccess: 'None' }
    }
  }
}

resource mayWrite 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::container.id, identityPrincipalId, blobDataContributor)
  scope: account::blobs::container
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: endpointName
  location: location
  tags: tags
  properties: {
    subnet: { id: endpointSubnetId }
    privateLinkServiceConnections: [
      {
        name: endpointName
        properties: {
          privateLinkServiceId: account.id
          groupIds: ['blob']
        }
      }
    ]
  }

  resource dns 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: 'blob'
          properties: { privateDnsZoneId: dnsZoneId }
        }
      ]
    }
  }
}

output container string = '${account.properties.primaryEndpoints.blob}${account::blobs::container.name}'
