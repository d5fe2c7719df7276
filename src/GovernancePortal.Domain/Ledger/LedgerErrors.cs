using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Ledger;

/// <summary>Why something cannot become part of the ledger, or cannot be read as a part of it.</summary>
public static class LedgerErrors
{
    public static Error NotANumber { get; } = new("ledger.number-not-finite", "A number in the record is not a finite number.", ErrorKind.Invalid);

    public static Error InexactNumber { get; } =
        new("ledger.number-inexact", "A number in the record has more digits than can be kept exactly. Write it as text.", ErrorKind.Invalid);

    public static Error LoneSurrogate { get; } = new("ledger.text-broken", "A text in the record contains half of a character.", ErrorKind.Invalid);

    public static Error DuplicateName { get; } = new("ledger.name-twice", "The record names the same property twice.", ErrorKind.Invalid);

    public static Error TooDeep { get; } = new("ledger.too-deep", "The record is nested too deeply.", ErrorKind.Invalid);

    public static Error NotJson { get; } = new("ledger.not-json", "The record is not valid JSON.", ErrorKind.Invalid);

    public static Error PayloadTooLong { get; } = new("ledger.payload-too-long", "The record is too long for one ledger entry.", ErrorKind.Invalid);

    public static Error Damaged { get; } =
        new("ledger.damaged", "The ledger is damaged here: a row is missing or cannot be read. Verify the ledger to see which one.");

    public static Error CheckpointMalformed(string what) => new("ledger.checkpoint-malformed", $"This is not a checkpoint: {what}.", ErrorKind.Invalid);

    public static Error KeyMalformed(string what) => new("ledger.key-malformed", $"This is not a verifier key: {what}.", ErrorKind.Invalid);

    public static Error NotAToken(string what) =>
        new("ledger.not-a-token", $"The {what} of a ledger entry is missing, too long or holds characters other than letters, digits and : . _ - /.", ErrorKind.Invalid);
}
