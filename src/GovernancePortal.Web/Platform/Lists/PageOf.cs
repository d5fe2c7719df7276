namespace GovernancePortal.Web.Platform.Lists;

/// <summary>One page of a list, with what the pager needs.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Total">How many rows there are on all pages.</param>
/// <param name="Page">1-based.</param>
/// <param name="Size">Rows per page.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Total, int Page, int Size)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public int FirstRow => Total == 0 ? 0 : ((Page - 1) * Size) + 1;

    public int LastRow => Math.Min(Page * Size, Total);
}
