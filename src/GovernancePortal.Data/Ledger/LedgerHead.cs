namespace GovernancePortal.Data.Ledger;

/// <summary>The one row that says how far the ledger has grown. Whoever appends updates it first, which puts appends in order across processes.</summary>
public sealed class LedgerHead
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    /// <summary>Number of entries.</summary>
    public long Size { get; private set; }

    /// <summary>The tree's right edge, as <c>MerkleFrontier.ToBytes</c> writes it.</summary>
    public byte[] Frontier { get; private set; } = [];
}
