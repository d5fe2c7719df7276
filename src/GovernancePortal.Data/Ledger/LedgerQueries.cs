using GovernancePortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Ledger;

/// <summary>Asks the ledger, which has millions of entries, by its indexes.</summary>
public static class LedgerQueries
{
    /// <summary>Number of the newest entry of some kinds, the first of all being 0; null when there is none. One look at the end of each kind's index, in one question.</summary>
    public static Task<long?> NewestAsync(this IQueryable<LedgerEntry> entries, IEnumerable<string> kinds, CancellationToken cancellationToken)
    {
        var ends = kinds.Select(kind => entries.Where(e => e.Kind == kind).OrderByDescending(e => e.Sequence).Select(e => (long?)e.Sequence).Take(1)).Aggregate((all, one) => all.Concat(one));
        return ends.MaxAsync(cancellationToken);
    }
}
