namespace GovernancePortal.Data.Ledger;

/// <summary>A signed checkpoint as it was made. There is one for a size, so two replicas cannot both make it.</summary>
public sealed class LedgerCheckpoint(long size, byte[] root, string text, DateTimeOffset madeAt, string madeBy)
{
    public const int TextMaxLength = 4000;

    public long Size { get; private set; } = size;

    public byte[] Root { get; private set; } = root;

    /// <summary>The signed note, as it is published.</summary>
    public string Text { get; private set; } = text;

    public DateTimeOffset MadeAt { get; private set; } = madeAt;

    /// <summary>Whoever asked for it, or <c>system</c> for the schedule.</summary>
    public string MadeBy { get; private set; } = madeBy;
}
