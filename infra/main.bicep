// One environment of the portal. Nothing here takes, makes or gives away a password or a key:
// the web app reaches the database as a managed identity, and the database has no other kind of sign-in.
targetScope = 'subscription'

@minLength(1)
@maxLength(40)
@description('Name of the azd environment; part of every name and the value of the azd-env-name tag.')
param environmentName string

@minLength(1)
@description('Region of all resources.')
param location string

@description('Size of the App Service plan. It must be one that supports virtual network integration (Basic and up).')
param planSku string = 'P0v3'

@minValue(1)
@maxValue(10)
@description('Number of web instances. Blazor circuits stay on their instance by the affinity cookie.')
param planInstances int = 1

@description('Tenant for sign-in with Entra ID. Empty: only accounts of the portal itself.')
param entraTenantId string = ''

@description('Client id of the app registration for sign-in with Entra ID. Empty: only accounts of the portal itself.')
param entraClientId string = ''

@description('Mail server for reminders. Empty: they stay in the inbox of the portal.')
param mailHost string = ''

@minValue(1)
@maxValue(65535)
@description('Port of the mail server; TLS begins with STARTTLS.')
param mailPort int = 587

@description('Whom mails come from, such as Governance Portal <portal@example.com>. Needed with mailHost.')
param mailFrom string = ''

@description('Name at the mail server. Empty: it asks for none.')
param mailUser string = ''

@description('Address of the entry in your Key Vault that holds what belongs to mailUser. The identity of the web app has to be allowed to read it.')
param mailVaultUri string = ''

@description('Where the clocks of the organisation stand, for quiet hours and the weekly digest.')
param timeZone string = 'UTC'

@description('Entra group (or person, or application) that administers the SQL server. Empty: the identity of the web app.')
param sqlAdministratorName string = ''

@description('Object id that belongs to sqlAdministratorName.')
param sqlAdministratorObjectId string = ''

@allowed(['Application', 'Group', 'User'])
@description('What sqlAdministratorObjectId is.')
param sqlAdministratorType string = 'Group'

var abbreviations = loadJsonContent('abbreviations.json')
var suffix = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var identityAdministers = empty(sqlAdministratorObjectId)

resource resourceGroup 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: '${abbreviations.resourcesResourceGroups}${environmentName}'
  location: location
  tags: tags
}

module monitoring 'app/monitoring.bicep' = {
  scope: resourceGroup
  params: {
    name: '${abbreviations.operationalInsightsWorkspaces}${suffix}'
    location: location
    tags: tags
  }
}

module identity 'app/identity.bicep' = {
  scope: resourceGroup
  params: {
    name: '${abbreviations.managedIdentityUserAssignedIdentities}${suffix}'
    location: location
    tags: tags
  }
}

module network 'app/network.bicep' = {
  scope: resourceGroup
  params: {
    name: '${abbreviations.networkVirtualNetworks}${suffix}'
    location: location
    tags: tags
  }
}

module database 'app/database.bicep' = {
  scope: resourceGroup
  params: {
    serverName: '${abbreviations.sqlServers}${suffix}'
    databaseName: '${abbreviations.sqlServersDatabases}portal'
    endpointName: '${abbreviations.networkPrivateEndpoints}${abbreviations.sqlServers}${suffix}'
    diagnosticsName: '${abbreviations.insightsDiagnosticSettings}database'
    location: location
    tags: tags
    administratorName: identityAdministers ? identity.outputs.name : sqlAdministratorName
    administratorObjectId: identityAdministers ? identity.outputs.principalId : sqlAdministratorObjectId
    administratorType: identityAdministers ? 'Application' : sqlAdministratorType
    endpointSubnetId: network.outputs.endpointSubnetId
    dnsZoneId: network.outputs.dnsZoneId
    workspaceId: monitoring.outputs.id
  }
}

module evidence 'app/evidence.bicep' = {
  scope: resourceGroup
  params: {
    accountName: '${abbreviations.storageStorageAccounts}${suffix}'
    endpointName: '${abbreviations.networkPrivateEndpoints}${abbreviations.storageStorageAccounts}${suffix}'
    location: location
    tags: tags
    identityPrincipalId: identity.outputs.principalId
    endpointSubnetId: network.outputs.endpointSubnetId
    dnsZoneId: network.outputs.blobZoneId
  }
}

module web 'app/web.bicep' = {
  scope: resourceGroup
  params: {
    name: '${abbreviations.webSitesAppService}${suffix}'
    planName: '${abbreviations.webServerFarms}${suffix}'
    diagnosticsName: '${abbreviations.insightsDiagnosticSettings}web'
    location: location
    tags: tags
    planSku: planSku
    planInstances: planInstances
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    sqlServerHost: database.outputs.serverHost
    databaseName: database.outputs.databaseName
    evidenceContainer: evidence.outputs.container
    entraTenantId: entraTenantId
    entraClientId: entraClientId
    mailHost: mailHost
    mailPort: mailPort
    mailFrom: mailFrom
    mailUser: mailUser
    mailVaultUri: mailVaultUri
    timeZone: timeZone
    subnetId: network.outputs.webSubnetId
    workspaceId: monitoring.outputs.id
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = resourceGroup.name
output LOG_ANALYTICS_NAME string = monitoring.outputs.name
output SQL_DATABASE_NAME string = database.outputs.databaseName
output SQL_SERVER_HOST string = database.outputs.serverHost
output WEB_IDENTITY_NAME string = identity.outputs.name
output WEB_NAME string = web.outputs.name
output WEB_URI string = web.outputs.uri
