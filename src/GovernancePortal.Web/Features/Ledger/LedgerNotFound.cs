using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Features.Ledger;

/// <summary>What somebody asks the ledger for and it does not hold.</summary>
internal static class LedgerNotFound
{
    public static Error Entry { get; } = new("ledger.no-such-entry", "The ledger has no entry of this number.", ErrorKind.NotFound);

    public static Error Checkpoint { get; } = new("ledger.no-such-checkpoint", "There is no checkpoint of this size. Make one first.", ErrorKind.NotFound);

    public static Error Size { get; } = new("ledger.no-such-size", "The ledger does not have as many entries as asked for.", ErrorKind.NotFound);
}
