using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Shared;

public sealed partial class Pager
{
    [Parameter, EditorRequired]
    public int Page { get; set; } = 1;

    [Parameter, EditorRequired]
    public int Pages { get; set; } = 1;

    [Parameter, EditorRequired]
    public int Total { get; set; }

    [Parameter]
    public int FirstRow { get; set; }

    [Parameter]
    public int LastRow { get; set; }

    /// <summary>The address of a page.</summary>
    [Parameter, EditorRequired]
    public Func<int, string> Href { get; set; } = _ => "";

    /// <summary>First, last and the two around the current page; null stands for a gap.</summary>
    private IEnumerable<int?> Shown()
    {
        var previous = 0;
        foreach (var page in Enumerable.Range(1, Pages).Where(IsNear))
        {
            if (page > previous + 1) yield return null;
            yield return page;
            previous = page;
        }
    }

    private bool IsNear(int page) => page == 1 || page == Pages || Math.Abs(page - Page) <= 1;
}
