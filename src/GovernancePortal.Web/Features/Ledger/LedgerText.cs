namespace GovernancePortal.Web.Features.Ledger;

public enum LedgerTextKind
{
    Plain,

    /// <summary>What stood there before; stays readable.</summary>
    Struck,

    /// <summary>What took its place.</summary>
    Added,
}

/// <summary>A piece of the sentence that an entry reads as.</summary>
public readonly record struct LedgerText(LedgerTextKind Kind, string Text)
{
    public static LedgerText Plain(string text) => new(LedgerTextKind.Plain, text);
}
