using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GovernancePortal.Infra.Tests;

public sealed partial class WorkflowTests
{
    [Fact]
    public async Task Workflows_pin_their_actions_and_say_what_they_may_do()
    {
        var files = Repository.Workflows();
        files.Length.ShouldBeGreaterThan(1);

        var faults = new List<string>();
        foreach (var file in files)
            faults.AddRange(Faults(await File.ReadAllTextAsync(file)).Select(fault => $"{Path.GetFileName(file)}: {fault}"));

        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("jobs: { build: { steps: [{ uses: actions/checkout@v6.0.2 }] } }", "no permissions")]
    [InlineData("permissions: { contents: read }\njobs: { build: { steps: [{ uses: actions/checkout@v6 }] } }", "actions/checkout@v6 is not pinned")]
    [InlineData("permissions: { contents: read }\njobs: { build: { steps: [{ uses: actions/checkout@main }] } }", "actions/checkout@main is not pinned")]
    [InlineData("permissions: write-all\njobs: { build: { steps: [{ run: ls }] } }", "write-all")]
    [InlineData("permissions: { contents: read }", "no steps")]
    public void A_careless_workflow_is_found(string workflow, string fault) => Faults(workflow).ShouldContain(f => f.Contains(fault));

    [Fact]
    public async Task Deployment_signs_in_with_a_federated_credential()
    {
        var workflow = await File.ReadAllTextAsync(Repository.PathOf(".github", "workflows", "deploy.yml"));

        Yaml.Parse(workflow)!["permissions"]!["id-token"]!.GetValue<string>().ShouldBe("write");
        workflow.ShouldContain("--federated-credential-provider");
        workflow.ShouldNotContain("secrets.");
    }

    [Fact]
    public async Task Every_other_yaml_file_of_the_house_parses() =>
        Yaml.Parse(await File.ReadAllTextAsync(Repository.PathOf(".github", "dependabot.yml")))!["updates"]!.AsArray().ShouldNotBeEmpty();

    private static IEnumerable<string> Faults(string text)
    {
        var workflow = Yaml.Parse(text)!.AsObject();
        var steps = (workflow["jobs"] as JsonObject ?? []).SelectMany(job => job.Value!["steps"]!.AsArray()).ToArray();

        if (steps.Length == 0)
            yield return "no steps";
        if (workflow["permissions"] is null)
            yield return "no permissions";
        if (workflow["permissions"]?.ToString() == "write-all")
            yield return "permissions are write-all";

        foreach (var action in steps.Select(step => step!["uses"]?.GetValue<string>()).Where(action => action is not null && !Pinned().IsMatch(action)))
            yield return action + " is not pinned to a full version";
    }

    [GeneratedRegex(@"^[\w.-]+/[\w./-]+@v\d+\.\d+\.\d+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pinned();
}
