using System.Text.Json.Nodes;

namespace GovernancePortal.Infra.Tests;

public sealed class TemplateFixture : IAsyncLifetime
{
    internal JsonObject Template { get; private set; } = [];

    public async ValueTask InitializeAsync() => Template = await Bicep.CompileAsync(Repository.PathOf("infra", "main.bicep"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class TemplateTests(TemplateFixture fixture) : IClassFixture<TemplateFixture>
{
    private readonly JsonObject _template = fixture.Template;

    [Fact]
    public void No_parameter_output_or_setting_holds_a_secret() => Template.Secrets(_template).ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "parameters": { "admin": { "type": "securestring" } } }""")]
    [InlineData("""{ "parameters": { "admin": { "type": "secureObject" } } }""")]
    [InlineData("""{ "parameters": { "sqlPassword": { "type": "string" } } }""")]
    [InlineData("""{ "outputs": { "STORAGE_KEY": { "type": "string", "value": "x" } } }""")]
    [InlineData("""{ "resources": [ { "settings": [ { "name": "Client__Secret", "value": "x" } ] } ] }""")]
    [InlineData("""{ "resources": [ { "value": "Server=x;User Id=y;Pwd=z" } ] }""")]
    [InlineData("""{ "variables": { "all": ["[concat('AccountKey=', 'x')]"] } }""")]
    [InlineData("""{ "outputs": { "web": { "value": "[listCredentials(resourceId('a', 'b'), '2024-04-01')]" } } }""")]
    [InlineData("""{ "resources": { "store": { "properties": { "allowSharedKeyAccess": true } } } }""")]
    [InlineData("""{ "resources": { "sql": { "properties": { "administratorLoginPassword": { "a": 1 } } } } }""")]
    [InlineData("""{ "variables": { "mail": [ { "name": "Mail__Password", "value": "[parameters('mailVaultUri')]" } ] } }""")]
    [InlineData("""{ "variables": { "mail": [ { "name": "Mail__Password", "value": "[format('@Microsoft.KeyVault(SecretUri={0})', 'x')]" } ] } }""")]
    public void A_secret_is_found(string template) => Template.Secrets(JsonNode.Parse(template)!).ShouldNotBeEmpty();

    [Fact]
    public void The_mail_password_is_read_from_a_vault_as_the_identity()
    {
        Value(One("Microsoft.Web/sites")["properties"]!, "keyVaultReferenceIdentity").ShouldBe("[parameters('identityId')]");
        _template.ToJsonString().ShouldContain("@Microsoft.KeyVault(SecretUri={0})");
    }

    [Fact]
    public void The_web_app_keeps_circuits_alive_and_is_reached_over_tls_only()
    {
        var properties = One("Microsoft.Web/sites")["properties"]!;

        Value(properties, "httpsOnly").ShouldBe("true");
        Value(properties, "clientAffinityEnabled").ShouldBe("true");
        var site = properties["siteConfig"]!;
        Value(site, "webSocketsEnabled").ShouldBe("true");
        Value(site, "alwaysOn").ShouldBe("true");
        Value(site, "healthCheckPath").ShouldBe("/health/ready");
        Value(site, "linuxFxVersion").ShouldBe("DOTNETCORE|10.0");
        Value(site, "minTlsVersion").ShouldBe("1.2");
        Value(site, "scmMinTlsVersion").ShouldBe("1.2");
        Value(site, "ftpsState").ShouldBe("Disabled");
    }

    [Fact]
    public void Nobody_deploys_to_the_web_app_with_a_password()
    {
        var doors = Template.Resources(_template, "Microsoft.Web/sites/basicPublishingCredentialsPolicies");

        doors.Length.ShouldBe(2);
        doors.ShouldAllBe(door => Value(door["properties"]!, "allow") == "false");
    }

    [Fact]
    public void The_sql_server_knows_only_entra_and_has_no_public_address()
    {
        var properties = One("Microsoft.Sql/servers")["properties"]!.AsObject();

        Value(properties["administrators"]!, "azureADOnlyAuthentication").ShouldBe("true");
        Value(properties, "minimalTlsVersion").ShouldBe("1.2");
        Value(properties, "publicNetworkAccess").ShouldBe("Disabled");
        properties.ShouldNotContainKey("administratorLogin");
        Template.Resources(_template, "Microsoft.Sql/servers/firewallRules").ShouldBeEmpty();
        Template.Resources(_template, "Microsoft.Network/privateEndpoints").Count(e => e.ToJsonString().Contains("\"sqlServer\"")).ShouldBe(1);
    }

    [Fact]
    public void Evidence_files_are_reached_by_the_identity_alone()
    {
        var properties = One("Microsoft.Storage/storageAccounts")["properties"]!.AsObject();

        Value(properties, "allowSharedKeyAccess").ShouldBe("false");
        Value(properties, "allowBlobPublicAccess").ShouldBe("false");
        Value(properties, "publicNetworkAccess").ShouldBe("Disabled");
        Value(properties, "minimumTlsVersion").ShouldBe("TLS1_2");
        Template.Resources(_template, "Microsoft.Network/privateEndpoints").Count(e => e.ToJsonString().Contains("\"blob\"")).ShouldBe(1);
        Value(One("Microsoft.Authorization/roleAssignments")["properties"]!, "principalId").ShouldContain("identityPrincipalId");
        _template.ToJsonString().ShouldContain("Evidence__Container");
    }

    [Fact]
    public void The_web_app_is_the_managed_identity_that_the_connection_string_names()
    {
        Value(One("Microsoft.Web/sites")["identity"]!, "type").ShouldBe("UserAssigned");
        One("Microsoft.ManagedIdentity/userAssignedIdentities");
        _template.ToJsonString().ShouldContain("Authentication=Active Directory Managed Identity;User Id=");
    }

    [Fact]
    public void The_log_workspace_refuses_sign_in_by_shared_value() =>
        Value(One("Microsoft.OperationalInsights/workspaces")["properties"]!["features"]!, "disableLocalAuth").ShouldBe("true");

    [Fact]
    public void Azd_finds_its_environment_and_its_service()
    {
        _template["variables"]!["tags"]!.AsObject().ShouldContainKey("azd-env-name");
        Value(One("Microsoft.Web/sites"), "tags").ShouldContain("'azd-service-name', 'web'");
    }

    [Fact]
    public async Task The_parameter_file_names_parameters_that_exist_and_leaves_no_required_one_out()
    {
        var declared = _template["parameters"]!.AsObject();
        var text = await File.ReadAllTextAsync(Repository.PathOf("infra", "main.parameters.json"));
        var given = JsonNode.Parse(text)!["parameters"]!.AsObject().Select(p => p.Key).ToArray();

        given.ShouldNotBeEmpty();
        given.Except(declared.Select(p => p.Key), StringComparer.Ordinal).ShouldBeEmpty();
        declared.Where(p => !p.Value!.AsObject().ContainsKey("defaultValue")).Select(p => p.Key).Except(given, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private JsonObject One(string type) => Template.Resources(_template, type).ShouldHaveSingleItem();

    /// <summary>As in the file: JSON writes true in small letters, whatever .NET would make of it.</summary>
    private static string Value(JsonNode parent, string name)
    {
        var value = parent[name].ShouldNotBeNull($"{parent.GetPath()}.{name}");
        return value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
    }
}
