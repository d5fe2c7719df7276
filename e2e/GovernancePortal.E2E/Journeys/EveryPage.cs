using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using GovernancePortal.E2E.Platform;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

/// <summary>Every route that is compiled in, in both themes and at phone width: it opens, has one heading, complains of nothing, and axe finds nothing.</summary>
public sealed class EveryPage(PortalHost host)
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    public static TheoryData<string> Templates => [.. Routes.All.Select(r => r.Template)];

    [Fact]
    public void The_routes_were_found() => Routes.All.Count.ShouldBeGreaterThan(6);

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Opens_and_is_accessible(string template)
    {
        var route = Routes.All.First(r => r.Template == template);
        var path = await Routes.FillAsync(host, template);
        path.ShouldNotBeNull($"Routes.Values does not say what belongs into {template}.");

        await VisitAsync(route, path, ColorScheme.Light, 1440);
        await VisitAsync(route, path, ColorScheme.Dark, 390);
    }

    private async Task VisitAsync(PageRoute route, string path, ColorScheme theme, int width)
    {
        await using var visitor = route.Role is { } role
            ? await Visitor.SignedInAsync(host, role, theme, width)
            : await Visitor.ArriveAsync(host, theme, width);
        await visitor.OpenAsync(path);
        var page = visitor.Page;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        (await page.Locator("h1:visible").CountAsync()).ShouldBe(1, path);
        (await page.Locator("main").CountAsync()).ShouldBe(1, path);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, $"{path} scrolls sideways at {width} px");

        var result = await page.RunAxe(Rules);
        result.Violations.Select(v => $"{v.Id}: {v.Help} — {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}").ShouldBeEmpty($"{path}, {theme}, {width} px");
        visitor.Complaints.ShouldBeEmpty();
    }
}
