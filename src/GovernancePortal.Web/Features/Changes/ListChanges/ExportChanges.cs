using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Changes.Gating;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Tables;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.ListChanges;

/// <summary>The changes as a file, as the list is narrowed and sorted; at most <see cref="ExportChangesHandler.Most"/>.</summary>
[Requires(Policies.ViewChanges)]
public sealed record ExportChangesQuery(ChangeFilter Filter, ChangeOrder Order, bool Descending, TableForm Form) : IRequest<Result<TableFile>>;

internal sealed class ExportChangesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportChangesQuery, Result<TableFile>>
{
    public const int Most = 100_000;

    private static readonly FileColumn[] Columns =
        [
            new("Repository", 30), new("Number", 10), new("Commit", 44), new("Title", 50), new("Author", 24), new("Agent", 24), new("AI involvement", 18), new("Risk", 10), new("Systems", 30), new("Gate", 14), new("State", 10),
            new("Current commit", 12), new("Registered (UTC)", 18), new("Promised by (UTC)", 18), new("Emergency pass to review", 14), new("Unit", 30),
        ];

    public async Task<Result<TableFile>> Handle(ExportChangesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var matching = ChangeRows.Matching(ChangeRows.Covered(db, user.ScopeOf(Policies.ViewChanges)), request.Filter, clock.GetUtcNow());
        var rows = ChangeRows.Sorted(matching, request.Order, request.Descending).Take(Most).Named(db).AsAsyncEnumerable();
        return await TableFile.WriteAsync(request.Form, "changes", Columns, rows.Select(r => Cells(r.Row())), cancellationToken);
    }

    private static object?[] Cells(ChangeRow row) =>
        [
            row.Repository, row.Number, row.Commit, row.Title, row.Author, row.Agent, ChangeWords.Involvement(row.Involvement), ChangeWords.Tier(row.Tier), string.Join(", ", row.Systems), ChangeWords.Verdict(row.Verdict), ChangeWords.State(row.State),
            row.IsCurrent, row.RegisteredAt, row.DueAt, row.IsPassed, row.Unit,
        ];
}
