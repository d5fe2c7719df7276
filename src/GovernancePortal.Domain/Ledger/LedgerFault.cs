namespace GovernancePortal.Domain.Ledger;

/// <summary>What is wrong with a ledger.</summary>
public enum LedgerFaultKind
{
    /// <summary>The row holds what no entry can hold, such as a time with microseconds.</summary>
    Malformed,

    /// <summary>The row's content does not give the leaf hash that is stored with it.</summary>
    Altered,

    /// <summary>No row carries this sequence.</summary>
    Missing,

    /// <summary>A second row carries a sequence that was there already.</summary>
    Duplicate,

    /// <summary>The row is there, but later than its place.</summary>
    OutOfOrder,

    /// <summary>A stored subtree hash is not that of its leaves: they were rewritten together with their leaf hashes, or the subtree hash was.</summary>
    SubtreeDiffers,

    /// <summary>The entries are not those of a checkpoint: one or more were rewritten together with their leaf hashes.</summary>
    RootDiffers,

    /// <summary>The ledger ends before the size of a checkpoint.</summary>
    Truncated,
}

/// <summary>The first thing found wrong.</summary>
/// <param name="First">Sequence of the entry, or of the first entry of the range, that is at fault.</param>
/// <param name="Last">Sequence of the last entry of the range; equal to <paramref name="First"/> when one entry is at fault.</param>
public sealed record LedgerFault(LedgerFaultKind Kind, long First, long Last)
{
    private string Which => First == Last ? $"Entry #{First + 1}" : $"One or more of the entries #{First + 1} to #{Last + 1}";

    /// <summary>One sentence for the page; numbers are counted from 1.</summary>
    public string Message => Kind switch
    {
        LedgerFaultKind.Malformed => $"{Which} holds values that no entry can hold.",
        LedgerFaultKind.Altered => $"{Which} was changed: its content does not match its hash.",
        LedgerFaultKind.Missing => $"{Which} is missing.",
        LedgerFaultKind.Duplicate => $"{Which} is there twice.",
        LedgerFaultKind.OutOfOrder => $"{Which} is not in its place.",
        LedgerFaultKind.SubtreeDiffers => $"{Which} was rewritten: the stored hash over them is a different one.",
        LedgerFaultKind.RootDiffers => $"{Which} was rewritten: the checkpoint at #{Last + 1} has a different root.",
        LedgerFaultKind.Truncated => $"The ledger was cut off: a checkpoint counts {Last + 1} entries, and entry #{First + 1} is not there.",
        _ => throw new InvalidOperationException($"Unknown fault {Kind}."),
    };
}
