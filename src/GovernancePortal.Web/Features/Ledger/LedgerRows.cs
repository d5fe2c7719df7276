using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Ledger;

/// <summary>
/// Reading a ledger that somebody may have changed in the database itself: what cannot be read is a refusal that says so. Only reading is guarded, so
/// that a fault of the portal stays a fault.
/// </summary>
internal static class LedgerRows
{
    /// <summary>The rows of the query; refused when one of them holds what its column cannot hold, which SQLite lets anybody write.</summary>
    public static async Task<Result<List<LedgerEntry>>> ReadAsync(IQueryable<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        try
        {
            return await entries.AsNoTracking().ToListAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException)
        {
            return LedgerErrors.Damaged;
        }
    }

    /// <summary>A proof; refused when the hashes for it are not all there.</summary>
    public static async Task<Result<T>> ProveAsync<T>(Func<Task<T>> prove)
    {
        try
        {
            return await prove();
        }
        catch (Exception exception) when (exception is LedgerDamagedException or InvalidCastException)
        {
            return LedgerErrors.Damaged;
        }
    }
}
