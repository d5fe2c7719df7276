using Microsoft.AspNetCore.Components.Routing;

namespace GovernancePortal.Web.Components.Layout;

/// <summary>A line of the navigation, current on its page and the pages below it, except those below that have a line of their own.</summary>
public sealed class NavItemLink : NavLink
{
    private static readonly string[] Lines = [.. NavGroup.All.SelectMany(g => g.Items).Select(i => $"/{i.Href}")];

    protected override bool ShouldMatch(string uriAbsolute)
    {
        if (!base.ShouldMatch(uriAbsolute)) return false;
        var path = new Uri(uriAbsolute).AbsolutePath;
        var own = $"/{AdditionalAttributes?["href"]}";
        return !Array.Exists(Lines, line => line.Length > own.Length && path.EndsWith(line, StringComparison.OrdinalIgnoreCase));
    }
}
