using System.Text.Json;
using GovernancePortal.Domain.Access;
using GovernancePortal.E2E.Platform;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed class ScenarioJourney(PortalHost host)
{
    [Fact]
    public async Task A_scenario_is_built_run_taken_away_brought_back_and_gives_the_same_numbers()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.HumanResources);
        var page = visitor.Page;
        await visitor.OpenAsync("/scenarios/new");

        await page.GetByRole(AriaRole.Button, new() { Name = "Build scenario" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Give it a name.");

        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Logistics, after routes plan themselves");
        await ChooseAsync(page, "Unit", "Larkfield Retail / Operations / Logistics");
        await page.GetByLabel("Revenue a year").FillAsync("90,000,000");
        await page.GetByLabel("Junior").FillAsync("60");
        await page.GetByLabel("Mid").FillAsync("30%");
        await page.GetByRole(AriaRole.Button, new() { Name = "Count the positions" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("displaced");
        await page.GetByRole(AriaRole.Button, new() { Name = "Build scenario" }).ClickAsync();
        await page.WaitForURLAsync("**/scenarios/*/edit");
        var (finding, first) = await RunAsync(page);
        finding.ShouldContain(" draws");

        await visitor.OpenAsync("/scenarios/new?from=file");
        await page.GetByLabel("Scenario or list of staff").SetInputFilesAsync(new FilePayload { Name = "run.json", MimeType = "application/json", Buffer = first });
        await Assertions.Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Logistics, after routes plan themselves");
        await page.GetByRole(AriaRole.Button, new() { Name = "Store scenario" }).ClickAsync();
        await page.WaitForURLAsync("**/scenarios/*/edit");
        var (sameFinding, second) = await RunAsync(page);

        Results(second).ShouldBe(Results(first));
        sameFinding.ShouldBe(finding);
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_parameter_is_changed_with_a_reason()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.HumanResources);
        var page = visitor.Page;
        await visitor.OpenAsync("/scenarios/new?from=template");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("A try");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start from this template" }).ClickAsync();
        await page.WaitForURLAsync("**/scenarios/*/edit");
        await page.GetByRole(AriaRole.Link, new() { Name = "Parameters" }).ClickAsync();

        await page.Locator("#change-loadFactor").ClickAsync();
        await page.GetByLabel("Value", new() { Exact = true }).FillAsync("1.3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set parameter" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why");
        await page.GetByLabel("Reason").FillAsync("Finance says so.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set parameter" }).ClickAsync();

        await Assertions.Expect(page.Locator("tr", new() { Has = page.Locator("#change-loadFactor") })).ToContainTextAsync("Finance says so.");
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slider_answers_at_once_and_its_link_shows_the_same_to_somebody_else()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.HumanResources);
        var page = visitor.Page;
        await visitor.OpenAsync("/scenarios");
        await page.GetByRole(AriaRole.Link, new() { Name = "Technology, after assistants write a third of the code" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Other figures" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("No figure moved")).ToBeVisibleAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "(Reallocate)" }).First;
        var before = await row.InnerTextAsync();

        await page.Locator("input[type=range]").First.PressAsync("End");

        await Assertions.Expect(page.GetByText("No figure moved")).ToHaveCountAsync(0);
        await Assertions.Expect(row).Not.ToHaveTextAsync(before);
        var moved = await row.InnerTextAsync();
        var link = await page.GetByRole(AriaRole.Link, new() { Name = "Link to these figures" }).GetAttributeAsync("href");
        var address = $"{new Uri(page.Url).GetLeftPart(UriPartial.Authority)}/{link!.TrimStart('/')}";
        visitor.Complaints.ShouldBeEmpty();

        await using var other = await Visitor.SignedInAsync(host, Role.Executive);
        await other.Page.GotoAsync(address);
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "(Reallocate)" }).First).ToHaveTextAsync(moved);
        await using var lead = await Visitor.SignedInAsync(host, Role.TeamLead);
        await lead.Page.GotoAsync(address);
        await Assertions.Expect(lead.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(lead.Page.GetByText("(Reallocate)")).ToHaveCountAsync(0);
    }

    // What the field offers comes from the server a moment after the letters.
    private static async Task ChooseAsync(IPage page, string label, string text)
    {
        await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        await page.Locator($"datalist option[value=\"{text}\"]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <returns>What the comparison says first, and the run as a file.</returns>
    private static async Task<(string Finding, byte[] File)> RunAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Run scenario" }).ClickAsync();
        await page.WaitForURLAsync("**/runs/1");
        foreach (var section in new[] { "Gain or loss of each policy", "Cash over time", "What it rests on", "Limits of this model" })
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = section, Exact = true })).ToBeVisibleAsync();
        var finding = await page.Locator("p.finding").InnerTextAsync();
        await page.GotoAsync(page.Url.Replace("/runs/1", "/history", StringComparison.Ordinal));
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "JSON of run 1" }).ClickAsync());
        return (finding, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }

    private static string Results(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        return json.RootElement.GetProperty("results").GetRawText();
    }
}
