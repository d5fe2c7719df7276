using GovernancePortal.Domain.Access;
using GovernancePortal.E2E.Platform;
using GovernancePortal.Web.Platform.Demo;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

/// <summary>Passkeys with an authenticator that the browser plays.</summary>
public sealed class PasskeyJourney(PortalHost host)
{
    [Fact]
    public async Task A_passkey_is_added_opens_the_account_and_opens_nothing_once_it_is_removed()
    {
        await using var visitor = await Visitor.ArriveAsync(host);
        await visitor.SignInAsync(DemoAccounts.All.Single(a => a.Role == Role.KnowledgeSteward).Email);
        var page = visitor.Page;
        await AddAuthenticatorAsync(page);

        await page.GotoAsync("/account/security");
        await page.GetByLabel("Name of the new passkey").FillAsync("Work laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator(".finding")).ToHaveTextAsync("A passkey opens this account without a password.");

        await SignOutAsync(page);
        await SignInWithPasskeyAsync(page);
        await page.GotoAsync("/account/security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey Work laptop" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You have no passkey yet.")).ToBeVisibleAsync();

        await SignOutAsync(page);
        await Assertions.Expect(page.Locator(".note.fails")).ToContainTextAsync("No open account answers to this passkey.");
        visitor.Complaints.ShouldBeEmpty();
    }

    // The browser offers the passkey by itself in the e-mail field; the authenticator agrees at once, so no button has to be pressed.
    private static Task SignInWithPasskeyAsync(IPage page) => page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/account/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
    }

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["options"] = new
                {
                    protocol = "ctap2",
                    transport = "internal",
                    hasResidentKey = true,
                    hasUserVerification = true,
                    isUserVerified = true,
                    automaticPresenceSimulation = true,
                },
            }
        );
    }
}
