using System.Globalization;
using System.Text;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.E2E.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

/// <summary>The whole life of a target through the pages, over seven days of a portal of its own: training comes by an import, fresh pages by their steward, steps by "Evaluate now".</summary>
public sealed class TargetLifeJourney : IAsyncLifetime
{
    private const string UnitName = "Checkout engineering";

    /// <summary>Of a hundred readings by agents in the unit, 43 are of this page.</summary>
    private const string MisleadingPage = "Payment retry rules";

    private readonly MovableClock _clock = new();
    private PortalHost _host = null!;
    private string _target = "";

    public async ValueTask InitializeAsync() => _host = await PortalHost.StartAsync(_clock);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_target_is_proposed_approved_blocked_live_paused_by_a_breach_and_live_again()
    {
        await using var lead = await Visitor.SignedInAsync(_host, Role.TeamLead);
        await using var executive = await Visitor.SignedInAsync(_host, Role.Executive);
        await using var officer = await Visitor.SignedInAsync(_host, Role.GovernanceOfficer);
        await using var deputy = await Visitor.SignedInAsync(_host, Role.Employee);
        await using var steward = await Visitor.SignedInAsync(_host, Role.KnowledgeSteward);

        await ProposeAsync(lead.Page);
        await DecideAsync(lead, "accept", "I answer for it");
        await DecideAsync(deputy, "accept", "I answer for it");
        await DecideAsync(executive, "approve", "Approve target");
        await SeesAsync(executive, "Approved", "is approved and blocked");
        await executive.Page.GetByRole(AriaRole.Link, new() { Name = "Knowledge-base freshness 72%: Its pages" }).ClickAsync();
        await Assertions.Expect(executive.Page.Locator("main")).ToContainTextAsync("Basket service limits");

        await TrainAsync(officer.Page);
        await VerifyAsync(steward, "Basket service limits");
        await VerifyAsync(steward, "Checkout failover runbook");
        await PassDayAsync(lead, executive, steward);
        await EvaluateAsync(lead);
        await SeesAsync(lead, "Approved", "has to stay so");
        await PassDayAsync(lead, executive, steward);
        await EvaluateAsync(lead);
        await SeesAsync(lead, "Active", "is live");

        await QuarantineAsync(steward, MisleadingPage);
        await EvaluateAsync(lead);
        // One bad day is no breach yet; at the second look of the next day it is, and the pause does not wait for the night.
        await SeesAsync(lead, "Active", "is live");
        await PassDayAsync(lead, executive, steward);
        await EvaluateAsync(lead);
        await EvaluateAsync(lead);
        await SeesAsync(lead, "Paused", "is paused: knowledge-base freshness is 57%");
        await Assertions.Expect(lead.Page.Locator("main")).ToContainTextAsync("While it is paused, no use figure is shown and none is asked of you");
        await Assertions.Expect(lead.Page.Locator("svg.chart.wide rect[fill^='url(#trend-hatch']").First).ToBeAttachedAsync();

        await executive.OpenAsync($"/targets/{_target}/restart");
        await executive.Page.GetByLabel("What is being done").FillAsync("The page is written anew from the terms of the bank, and its owner reads it once a month.");
        await executive.Page.GetByRole(AriaRole.Button, new() { Name = "Sign the restart" }).ClickAsync();
        await executive.Page.WaitForURLAsync($"**/targets/{_target}");
        await SeesAsync(executive, "Paused", "is paused: knowledge-base freshness is 57%");

        // The early step stands for the coming day; two more have to find that it holds.
        await PassDayAsync(lead, executive, steward);
        await VerifyAsync(steward, MisleadingPage);
        await EvaluateAsync(lead);
        await SeesAsync(lead, "Paused", "is paused");
        await PassDayAsync(lead, executive, steward);
        await EvaluateAsync(lead);
        await SeesAsync(lead, "Paused", "has to stay so");
        await PassDayAsync(lead, executive, steward);
        await EvaluateAsync(lead);
        await SeesAsync(lead, "Active", "is live");

        await Assertions.Expect(lead.Page.Locator(".timeline")).ToContainTextAsync("Active again: every blocking guardrail holds and a named person signed");
        await Assertions.Expect(lead.Page.Locator(".timeline")).ToContainTextAsync("Paused by itself: knowledge-base freshness 57%");
        (await KindsAsync()).ShouldBe(["target.proposed", "target.accepted", "target.accepted", "target.approved", "target.active", "target.paused", "target.acknowledged", "target.active"]);
        new[] { lead, executive, officer, steward }.SelectMany(v => v.Complaints).ShouldBeEmpty();
    }

    /// <summary>A sign-in does not last over the night.</summary>
    private async Task PassDayAsync(Visitor lead, Visitor executive, Visitor steward)
    {
        _clock.PassDay();
        await lead.SignInAsync("lead@demo.example");
        await executive.SignInAsync("executive@demo.example");
        await steward.SignInAsync("steward@demo.example");
    }

    private async Task ProposeAsync(IPage page)
    {
        var people = await _host.InDb(db => db.Users.Where(u => u.Email == "lead@demo.example" || u.Email == "employee@demo.example").OrderByDescending(u => u.Email)
            .Join(db.People, u => u.PersonId, p => p.Id, (u, p) => p.Name + ", " + p.EmployeeNumber).ToListAsync());
        await page.GotoAsync("/targets/propose");
        await ChooseAsync(page, "Unit", await _host.InDb(db => db.Units.Where(u => u.Name == UnitName).Select(u => u.Path).SingleAsync()));
        await page.GetByLabel("Weekly AI use today, in %").FillAsync("40");
        await page.GetByLabel("To reach, in %").FillAsync("95");
        await page.GetByLabel("Due", new() { Exact = true }).FillAsync(Day(100));
        await page.GetByLabel("Outcome that must not get worse").FillAsync("lead time in days");
        await page.GetByLabel("Outcome today").FillAsync("6");
        await page.GetByLabel("Lower is better").CheckAsync();
        await ChooseAsync(page, "Owner", people[0]);
        await ChooseAsync(page, "Deputy (optional)", people[1]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose target" }).ClickAsync();

        await page.WaitForURLAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
        _target = new Uri(page.Url).Segments[^1];
        await Assertions.Expect(page.Locator("h1[tabindex]")).ToContainTextAsync("Proposed");
    }

    private async Task DecideAsync(Visitor visitor, string page, string act)
    {
        await visitor.OpenAsync($"/targets/{_target}/{page}");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();
        await visitor.Page.WaitForURLAsync(url => !url.EndsWith($"/{page}", StringComparison.Ordinal));
    }

    private async Task EvaluateAsync(Visitor visitor)
    {
        await visitor.OpenAsync($"/targets/{_target}");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Evaluate now" }).ClickAsync();
        // The job may have been there first; then the page says what the next night would do.
        await Assertions.Expect(visitor.Page.Locator(".finding")).ToContainTextAsync("oday");
    }

    private async Task SeesAsync(Visitor visitor, string state, string finding)
    {
        await visitor.OpenAsync($"/targets/{_target}");
        await Assertions.Expect(visitor.Page.Locator("h1[tabindex]")).ToContainTextAsync(state);
        await Assertions.Expect(visitor.Page.Locator(".finding")).ToContainTextAsync(finding);
    }

    /// <summary>Everybody of the unit took the newest version of every course today.</summary>
    private async Task TrainAsync(IPage page)
    {
        var people = await _host.InDb(db => db.People.Where(p => db.Units.Any(u => u.Id == p.UnitId && u.Name == UnitName)).Select(p => p.EmployeeNumber).ToListAsync());
        var rows = people.SelectMany(p => new[] { "AI-BASICS,1", "AI-AGENTS,2", "AI-ADVICE,3", "AI-OVERSIGHT,1" }.Select(c => $"{p},{c},{Day(0)},passed"));
        await ImportAsync(page, "completions", "person,course,version,completed on,result\n" + string.Join('\n', rows) + "\n");
    }

    private Task VerifyAsync(Visitor steward, string title) => DecideOnPageAsync(steward, title, "verify", reason: null, "I have read it and it is right");

    private Task QuarantineAsync(Visitor steward, string title) => DecideOnPageAsync(steward, title, "quarantine", "It tells to charge twice when the bank does not answer.", "Quarantine page");

    private async Task DecideOnPageAsync(Visitor steward, string title, string form, string? reason, string act)
    {
        var id = await _host.InDb(db => db.KnowledgePages.Where(p => p.Title == title).Select(p => p.Id).SingleAsync());
        await steward.OpenAsync($"/knowledge/{id.Value}?do={form}");
        if (reason is not null) await steward.Page.GetByLabel("Reason").FillAsync(reason);
        await steward.Page.GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();
        await steward.Page.WaitForURLAsync($"**/knowledge/{id.Value}");
    }

    private static async Task ImportAsync(IPage page, string kind, string csv)
    {
        await page.GotoAsync($"/imports/new/{kind}");
        await page.Locator("h1[tabindex]").First.WaitForAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = $"{kind}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Import \\d") }).ClickAsync();
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("written");
    }

    private static async Task ChooseAsync(IPage page, string label, string text)
    {
        await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        // What the field offers arrives from the server.
        await page.Locator($"datalist option[value=\"{text}\"]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private Task<List<string>> KindsAsync() => _host.InDb(db => db.LedgerEntries.Where(e => e.Subject == $"target:{_target}").OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync());

    private string Day(int ahead) => _clock.GetUtcNow().AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
