using GovernancePortal.Domain.Access;
using GovernancePortal.E2E.Platform;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed class PeopleJourney(PortalHost host)
{
    [Fact]
    public async Task A_governance_officer_finds_a_person_and_the_address_keeps_the_search()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.GovernanceOfficer);
        var page = visitor.Page;
        await visitor.OpenAsync("/people");
        await page.Locator("tbody a").First.WaitForAsync();

        await page.GetByLabel("Name, e-mail or employee number").FillAsync("plover");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/people?q=plover");
        await Assertions.Expect(page.Locator(".finding")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"of \d+ people match"));

        await page.Locator("tbody a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1[tabindex]")).ToContainTextAsync("Plover");
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("Name, e-mail or employee number")).ToHaveValueAsync("plover");
    }

    [Fact]
    public async Task A_team_lead_sees_only_their_own_unit()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.TeamLead);
        await visitor.OpenAsync("/people");

        await Assertions.Expect(visitor.Page.Locator(".finding")).ToContainTextAsync("38 people");
    }

    [Fact]
    public async Task An_executive_is_told_that_names_are_not_theirs_to_see()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.Executive);
        await visitor.OpenAsync("/people");

        await Assertions.Expect(visitor.Page.Locator(".finding")).ToContainTextAsync("Your role does not cover this page.");
    }
}
