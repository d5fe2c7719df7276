using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.E2E.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed class TargetJourney(PortalHost host)
{
    [Fact]
    public async Task An_executive_sees_what_waits_and_approves_a_proposal()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.Executive);
        var page = visitor.Page;
        await visitor.OpenAsync("/");
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("wait for you");

        var proposed = await host.InDb(db => db.AdoptionTargets.Where(t => t.State == TargetState.Proposed).Select(t => t.Id).FirstAsync());
        await visitor.OpenAsync($"/targets/{proposed.Value}/approve");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve target" }).ClickAsync();

        await page.WaitForURLAsync($"**/targets/{proposed.Value}");
        await Assertions.Expect(page.Locator("h1[tabindex]")).ToContainTextAsync("Approved");
    }

    [Fact]
    public async Task A_team_lead_is_told_what_blocks_and_sees_no_use_figure()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.TeamLead);
        await visitor.OpenAsync("/");
        var page = visitor.Page;

        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("keep your target paused");
        await Assertions.Expect(page.GetByText("no use figure is shown").First).ToBeVisibleAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain("71%");
    }

    [Fact]
    public async Task An_empty_proposal_names_every_answer_it_misses_and_keeps_what_was_typed()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.Executive);
        await visitor.OpenAsync("/targets/propose");
        var page = visitor.Page;

        await page.GetByLabel("To reach, in %").FillAsync("80");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Propose") }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("answers need another look");
        await Assertions.Expect(page.GetByLabel("To reach, in %")).ToHaveValueAsync("80");
    }
}
