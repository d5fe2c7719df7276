using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GovernancePortal.Web.Tests.Platform;

/// <summary>Counts how often a context asks its database.</summary>
internal sealed class QueryCounter : DbCommandInterceptor
{
    public int Count { get; private set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count++;
        return ValueTask.FromResult(result);
    }
}
