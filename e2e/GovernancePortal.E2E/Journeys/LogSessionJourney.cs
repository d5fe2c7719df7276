using GovernancePortal.Domain.Access;
using GovernancePortal.E2E.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed class LogSessionJourney(PortalHost host)
{
    [Fact]
    public async Task A_lead_logs_a_session_and_undoes_it_with_the_keyboard_alone()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.TeamLead);
        await visitor.OpenAsync("/literacy/sessions/new");
        var (page, keys) = (visitor.Page, visitor.Page.Keyboard);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).ToBeDisabledAsync();

        // From the top of the page to the people; nothing is clicked.
        await TabToAsync(page, "#tab-Everyone");
        await keys.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#tab-Search")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowLeft");
        await TabToAsync(page, ".people input");
        await keys.PressAsync("Space");
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("One person is ticked");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("Two people are ticked");
        await TabToAsync(page, "#instructor");
        await keys.TypeAsync("Dr Grey");
        await keys.PressAsync("Control+Enter");

        await Assertions.Expect(page.Locator(".saved")).ToContainTextAsync("Saved for 2 people");
        var session = await host.InDb(db => db.TrainingSessions.OrderByDescending(s => s.LoggedAt).FirstAsync());
        (session.Instructor, session.People).ShouldBe(("Dr Grey", 2));

        // The message takes the focus, so that undo is one step away.
        await Assertions.Expect(page.Locator(".saved")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".saved")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("Two people are ticked");
        (await host.InDb(db => db.Completions.Where(c => c.SessionId == session.Id).AllAsync(c => c.VoidedAt != null))).ShouldBeTrue();
        visitor.Complaints.ShouldBeEmpty();
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector)) return;
        }

        throw new InvalidOperationException($"Eighty steps did not lead to {selector}.");
    }
}
