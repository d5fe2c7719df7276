param serverName string
param databaseName string
param endpointName string
param diagnosticsName string
param location string
param tags object
param administratorName string
param administratorObjectId string

@allowed(['Application', 'Group', 'User'])
param administratorType string
param endpointSubnetId string
param dnsZoneId string
param workspaceId string

resource server 'Microsoft.Sql/servers@2023-08-01' = {
  name: serverName
  location: location
  tags: tags
  properties: {
    version: '12.0'
    minimalTlsVersion: '1.2'
    publicNetworkAccess: 'Disabled'
    administrators: {
      administratorType: 'ActiveDirectory'
      azureADOnlyAuthentication: true
      login: administratorName
      principalType: administratorType
      sid: administratorObjectId
      tenantId: tenant().tenantId
    }
  }

  resource database 'databases' = {
    name: databaseName
    location: location
    tags: tags
    sku: {
      name: 'GP_S_Gen5'
      tier: 'GeneralPurpose'
      family: 'Gen5'
      capacity: 2
    }
    properties: {
      // Never paused: the readiness check asks the database once a minute, and the first visitor of the day should not wait.
      autoPauseDelay: -1
      minCapacity: json('0.5')
      requestedBackupStorageRedundancy: 'Geo'
    }

    resource shortTermBackups 'backupShortTermRetentionPolicies' = {
      name: 'default'
      properties: { retentionDays: 35 }
    }
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
          privateLinkServiceId: server.id
          groupIds: ['sqlServer']
        }
      }
    ]
  }

  resource dns 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: 'sql'
          properties: { privateDnsZoneId: dnsZoneId }
        }
      ]
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: diagnosticsName
  scope: server::database
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'Errors', enabled: true }
      { category: 'Timeouts', enabled: true }
      { category: 'Blocks', enabled: true }
      { category: 'Deadlocks', enabled: true }
    ]
    metrics: [{ category: 'Basic', enabled: true }]
  }
}

output serverHost string = server.properties.fullyQualifiedDomainName
output databaseName string = server::database.name
