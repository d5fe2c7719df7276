namespace GovernancePortal.Web.Platform.Lists;

/// <summary>Which page somebody asks for; what the address says is brought into bounds.</summary>
public readonly record struct Paging
{
    public const int MaxSize = 100;
    public const int DefaultSize = 25;

    public Paging(int page, int size) => (Page, Size) = (Math.Max(1, page), size <= 0 ? DefaultSize : Math.Min(size, MaxSize));

    /// <summary>1-based.</summary>
    public int Page { get; }

    public int Size { get; }

    public int Skip => (Page - 1) * Size;

    /// <summary>The same page, or the last one when the list is shorter than that.</summary>
    public Paging Within(int total) => new(Math.Min(Page, Math.Max(1, (total + Size - 1) / Size)), Size);
}
