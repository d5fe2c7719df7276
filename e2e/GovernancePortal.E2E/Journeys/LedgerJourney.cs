using GovernancePortal.Domain.Access;
using GovernancePortal.E2E.Platform;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed class LedgerJourney(PortalHost host)
{
    [Fact]
    public async Task An_auditor_makes_a_checkpoint_and_verifies_the_record()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.Auditor);
        var page = visitor.Page;
        await visitor.OpenAsync("/ledger");

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("checkpoint", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).First.ClickAsync();
        await Assertions.Expect(page.Locator("pre").First).ToContainTextAsync("governance-portal/ledger");

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Verify") }).ClickAsync();
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("The record is whole");
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_entry_shows_its_proof()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.Auditor);
        await visitor.OpenAsync("/ledger/1");

        await Assertions.Expect(visitor.Page.Locator("h1[tabindex]")).ToContainTextAsync("1");
    }
}
