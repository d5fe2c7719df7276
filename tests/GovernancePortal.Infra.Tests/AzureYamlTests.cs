using System.Text.Json.Nodes;

namespace GovernancePortal.Infra.Tests;

public sealed class AzureYamlTests
{
    private static readonly Schema AzureSchema = new(
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "azure.yaml.schema.json")))!.AsObject()
    );

    [Fact]
    public async Task Azure_yaml_fits_its_schema()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("azure.yaml"));

        AzureSchema.Violations(Yaml.Parse(text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("services: { web: { host: appservice, project: src/Web } }", "lacks name")]
    [InlineData("name: Governance Portal", "name does not fit")]
    [InlineData("name: x", "name is too short")]
    [InlineData("name: 7", "name is not of type")]
    [InlineData("name: portal\nservices: {}", "services has too few entries")]
    [InlineData("name: portal\nservices: { web: { project: src/Web, language: dotnet } }", "web lacks host")]
    [InlineData("name: portal\nservices: { web: { project: src/Web, host: [appservice] } }", "host is not of type")]
    [InlineData("name: portal\nservices: { web: { project: src/Web, host: appservice, k8s: { namespace: x } } }", "k8s is not allowed")]
    [InlineData("name: portal\ninfra: { provider: Bicep }", "provider does not fit")]
    [InlineData("name: portal\ninfra: { layers: [{ name: web, path: web, order: 1 }] }", "order is not allowed")]
    public void A_wrong_file_is_refused(string text, string reason) => AzureSchema.Violations(Yaml.Parse(text)).ShouldContain(v => v.Contains(reason));

    [Fact]
    public void A_schema_keyword_that_the_check_does_not_know_stops_it()
    {
        var schema = new Schema(JsonNode.Parse("""{ "propertyNames": { "pattern": "^x" } }""")!.AsObject());

        Should.Throw<NotSupportedException>(() => schema.Violations(new JsonObject()));
    }

    /// <summary>The schema takes any word for a host, so what azd must do with the service is checked by itself.</summary>
    [Fact]
    public void The_service_is_the_web_project_on_app_service_and_the_infrastructure_a_bicep_file_that_exists()
    {
        var file = Yaml.Parse(File.ReadAllText(Repository.PathOf("azure.yaml")))!;
        var web = file["services"]!["web"]!;
        var infra = file["infra"]!;

        Text(web, "host").ShouldBe("appservice");
        Text(web, "language").ShouldBe("dotnet");
        Directory.GetFiles(Repository.PathOf(Text(web, "project")), "*.csproj").ShouldHaveSingleItem();
        Text(infra, "provider").ShouldBe("bicep");
        File.Exists(Repository.PathOf(Text(infra, "path"), Text(infra, "module") + ".bicep")).ShouldBeTrue();
    }

    private static string Text(JsonNode parent, string name) => parent[name].ShouldNotBeNull(name).GetValue<string>();
}
