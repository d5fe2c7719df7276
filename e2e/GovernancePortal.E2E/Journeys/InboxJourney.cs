using System.Text.RegularExpressions;
using GovernancePortal.Domain.Access;
using GovernancePortal.E2E.Platform;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed partial class InboxJourney(PortalHost host)
{
    [Fact]
    public async Task An_employee_opens_the_inbox_reads_one_notice_and_follows_another()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.Employee);
        var page = visitor.Page;
        await visitor.OpenAsync("/");
        var inbox = page.Locator("header.bar").GetByRole(AriaRole.Link, new() { NameRegex = Inbox() });
        await Assertions.Expect(inbox).ToHaveTextAsync(Waiting(3));

        await inbox.ClickAsync();
        await Assertions.Expect(page.Locator(".finding")).ToHaveTextAsync("Three things wait for you.");

        await page.GetByRole(AriaRole.Button, new() { NameRegex = MarkRead() }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".finding")).ToHaveTextAsync("Two things wait for you.");
        await Assertions.Expect(inbox).ToHaveTextAsync(Waiting(2));

        await page.Locator(".inbox .unread").GetByRole(AriaRole.Link, new() { NameRegex = Course() }).First.ClickAsync();
        await page.WaitForURLAsync("**/courses/*");
        await Assertions.Expect(inbox).ToHaveTextAsync(Waiting(1));
        Assert.Empty(visitor.Complaints);
    }

    [GeneratedRegex("^Inbox")]
    private static partial Regex Inbox();

    private static Regex Waiting(int count) => new($@"^Inbox, {count}\s+waiting$", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex("^Mark read")]
    private static partial Regex MarkRead();

    [GeneratedRegex("^The course")]
    private static partial Regex Course();
}
