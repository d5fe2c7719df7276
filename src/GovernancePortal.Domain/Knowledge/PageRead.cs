namespace GovernancePortal.Domain.Knowledge;

/// <summary>How often one reader's agents read a page on a day. A later count of the same day takes the place of the earlier one, so telling it twice counts once.</summary>
public sealed class PageRead
{
    public const int ReaderMaxLength = 64;

    /// <summary>Over how many days reads weigh the freshness of pages.</summary>
    public const int Days = 28;

    private PageRead() => Reader = "";

    public PageRead(KnowledgePageId pageId, DateOnly day, string reader, int count)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reader);
        (PageId, Day, Reader) = (pageId, day, reader);
        Correct(count);
    }

    public KnowledgePageId PageId { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>Who counted, as the ledger names actors.</summary>
    public string Reader { get; private set; }

    public int Count { get; private set; }

    public void Correct(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
    }
}
