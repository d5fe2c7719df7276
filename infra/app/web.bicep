param name string
param planName string
param diagnosticsName string
param location string
param tags object
param planSku string
param planInstances int
param identityId string
param identityClientId string
param sqlServerHost string
param databaseName string
param evidenceContainer string
param entraTenantId string
param entraClientId string
param mailHost string
param mailPort int
param mailFrom string
param mailUser string
param mailVaultUri string
param timeZone string
param subnetId string
param workspaceId string

var signInWithEntra = !empty(entraTenantId) && !empty(entraClientId)

var settings = [
  { name: 'ASPNETCORE_ENVIRONMENT', value: 'Production' }
  // TLS ends at the front end of App Service; without this the portal would believe it is served over http.
  { name: 'ASPNETCORE_FORWARDEDHEADERS_ENABLED', value: 'true' }
  { name: 'AZURE_CLIENT_ID', value: identityClientId }
  { name: 'ConnectionStrings__Portal', value: 'Server=tcp:${sqlServerHost},1433;Database=${databaseName};Authentication=Active Directory Managed Identity;User Id=${identityClientId};Encrypt=True;TrustServerCertificate=False;Connect Timeout=30' }
  { name: 'Database__Provider', value: 'SqlServer' }
  { name: 'Evidence__Container', value: evidenceContainer }
  // /home is the only folder that outlives a restart, and all instances share it.
  { name: 'Ledger__Folder', value: '/home/data/ledger' }
  { name: 'Imports__Folder', value: '/home/data/imports' }
  { name: 'Mail__TimeZone', value: timeZone }
]

var entraSettings = signInWithEntra
  ? [
      { name: 'Authentication__Entra__TenantId', value: entraTenantId }
      { name: 'Authentication__Entra__ClientId', value: entraClientId }
    ]
  : []

// Without a server notices stay in the inbox of the portal.
var mailSettings = empty(mailHost)
  ? []
  : [
      { name: 'Mail__Host', value: mailHost }
      { name: 'Mail__Port', value: string(mailPort) }
      { name: 'Mail__From', value: mailFrom }
      { name: 'Mail__PublicAddress', value: 'https://${name}.azurewebsites.net/' }
    ]

// The password itself stands in a Key Vault and nowhere else: App Service reads it there as the identity.
var mailSignIn = [
  { name: 'Mail__User', value: mailUser }
  { name: 'Mail__Password', value: '@Microsoft.KeyVault(SecretUri=${mailVaultUri})' }
]

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: planSku
    capacity: planInstances
  }
  properties: { reserved: true }
}

resource web 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'web' })
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: true
    virtualNetworkSubnetId: subnetId
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|10.0'
      appCommandLine: 'dotnet GovernancePortal.Web.dll'
      alwaysOn: true
      webSocketsEnabled: true
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/health/ready'
      appSettings: concat(settings, entraSettings, mailSettings, empty(mailHost) || empty(mailVaultUri) ? [] : mailSignIn)
    }
  }

  // Deployment signs in with Entra; the name-and-password doors of FTP and Kudu stay shut.
  resource ftpSignIn 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource deploymentSignIn 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: diagnosticsName
  scope: web
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceHTTPLogs', enabled: true }
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output name string = web.name
output uri string = 'https://${web.properties.defaultHostName}'
