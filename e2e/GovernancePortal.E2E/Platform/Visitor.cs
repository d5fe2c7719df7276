using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Platform.Demo;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Platform;

/// <summary>Somebody with a browser of their own. Anything the page complains about is kept and fails the journey at its end.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visitor(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors of the console and of scripts, the portal's own 404 aside.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<Visitor> ArriveAsync(PortalHost host, ColorScheme theme = ColorScheme.Light, int width = 1440, string? cookies = null)
    {
        var context = await host.Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = host.Address,
                ColorScheme = theme,
                StorageState = cookies,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            }
        );
        var page = await context.NewPageAsync();
        var visitor = new Visitor(context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404 (Not Found)", StringComparison.Ordinal)) visitor._complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => visitor._complaints.Add($"{page.Url}: {error}");
        return visitor;
    }

    /// <summary>Signs in as the demo account that holds the role.</summary>
    public static async Task<Visitor> SignedInAsync(PortalHost host, Role role, ColorScheme theme = ColorScheme.Light, int width = 1440)
    {
        var visitor = await ArriveAsync(host, theme, width, host.SignedIn.GetValueOrDefault(role));
        if (host.SignedIn.ContainsKey(role)) return visitor;

        await visitor.SignInAsync(DemoAccounts.All.Single(a => a.Role == role).Email);
        host.SignedIn[role] = await visitor._context.StorageStateAsync();
        return visitor;
    }

    public async Task SignInAsync(string email)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.GetByLabel("Work e-mail").FillAsync(email);
        await Page.GetByLabel("Password", new PageGetByLabelOptions { Exact = true }).FillAsync(DemoAccounts.Password);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in", Exact = true }).ClickAsync();
        // Not until the page has loaded everything: that event may have come before anybody waits for it. The heading says that the page is there.
        await Page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.StartsWith("/account", StringComparison.Ordinal), new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await Page.Locator("main h1").First.WaitForAsync();
    }

    /// <summary>Opens a page and waits until it is live.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.Locator("main h1").First.WaitForAsync();
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
