using GovernancePortal.Domain.Access;
using GovernancePortal.E2E.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed class ShellJourney(PortalHost host)
{
    [Fact]
    public async Task Headers_keep_the_page_to_itself()
    {
        await using var visitor = await Visitor.ArriveAsync(host);
        var response = (await visitor.Page.GotoAsync("/account/sign-in"))!;
        var policy = await response.HeaderValueAsync("content-security-policy");

        policy.ShouldNotBeNull();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        (await response.HeaderValueAsync("x-content-type-options")).ShouldBe("nosniff");
    }

    [Fact]
    public async Task A_wrong_password_says_so_and_keeps_the_address()
    {
        await using var visitor = await Visitor.ArriveAsync(host);
        var page = visitor.Page;
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("Work e-mail").FillAsync("nobody@demo.example");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("not the password");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Work e-mail")).ToHaveValueAsync("nobody@demo.example");
    }

    [Fact]
    public async Task The_phone_menu_opens_and_leads_somewhere()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.GovernanceOfficer, width: 390);
        var page = visitor.Page;
        await visitor.OpenAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1[tabindex]")).ToContainTextAsync("People");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Menu" })).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Fact]
    public async Task The_slash_key_goes_to_the_search_and_the_skip_link_to_the_page()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.GovernanceOfficer);
        var page = visitor.Page;
        await visitor.OpenAsync("/units");

        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#find")).ToBeFocusedAsync();
        await page.Locator(".skip").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/units#main");
    }

    [Fact]
    public async Task A_removed_role_loses_the_page_within_a_minute()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.Reviewer);
        var page = visitor.Page;
        await visitor.OpenAsync("/units");
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("people");

        var removed = await host.InDb(async db =>
        {
            var held = await db.RoleAssignments.Where(a => a.Role == Role.Reviewer).ToListAsync();
            db.RoleAssignments.RemoveRange(held);
            await db.SaveChangesAsync();
            return held;
        });
        try
        {
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Open Payments|^Open Technology|^Close") }).First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Open") }).First.ClickAsync();

            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("None of your roles covers this");
        }
        finally
        {
            // The other journeys sign in as reviewers too.
            await host.InDb(async db =>
            {
                db.RoleAssignments.AddRange(removed.Select(a => new RoleAssignment(a.UserId, a.Role, a.UnitId, a.AssignedAt)));
                return await db.SaveChangesAsync();
            });
        }
    }
}
