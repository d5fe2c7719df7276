namespace GovernancePortal.Web.Platform.Ledger;

/// <summary>One thing that a verification proves, in words.</summary>
/// <param name="Holds">Null when it was not tried because an earlier step failed or there is nothing to compare with.</param>
/// <param name="Text">What was found.</param>
/// <param name="Detail">What it was compared with.</param>
/// <param name="IsCode">Whether the detail is a hash or a key.</param>
/// <param name="Took">How long it took.</param>
public sealed record LedgerProof(bool? Holds, string Text, string Detail, TimeSpan Took, bool IsCode = false);

/// <summary>What a verification found.</summary>
/// <param name="Entries">Entries that were counted by the head when it began.</param>
/// <param name="Root">Root over the entries that were read.</param>
/// <param name="Fault">One sentence with the first thing wrong; null when the record is whole.</param>
/// <param name="Proofs">Step by step.</param>
/// <param name="Outside">Checkpoints kept outside the database that agree.</param>
/// <param name="At">When it began.</param>
/// <param name="Took">How long it took.</param>
public sealed record LedgerReport(
    long Entries,
    byte[] Root,
    string? Fault,
    IReadOnlyList<LedgerProof> Proofs,
    int Outside,
    DateTimeOffset At,
    TimeSpan Took
)
{
    public bool IsWhole => Fault is null;
}

/// <summary>How far a verification has come.</summary>
public readonly record struct LedgerProgress(long Read, long Entries);
