using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Changes.Gating;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Tables;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.ListFindings;

/// <summary>The findings as a file; it names changes and no reviewer.</summary>
[Requires(Policies.ViewChanges)]
public sealed record ExportFindingsQuery(FindingFilter Filter, TableForm Form) : IRequest<Result<TableFile>>;

internal sealed class ExportFindingsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportFindingsQuery, Result<TableFile>>
{
    private const int Most = 100_000;

    private static readonly FileColumn[] Columns =
        [new("Day", 12), new("Found", 20), new("System", 24), new("When", 20), new("Repository", 30), new("Number", 10), new("Commit", 44), new("Title", 50), new("In the reviewer's words", 80)];

    public async Task<Result<TableFile>> Handle(ExportFindingsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var from = ListFindingsHandler.From(clock.Today());
        var found = ListFindingsHandler.Matching(ListFindingsHandler.Covered(db, user.ScopeOf(Policies.ViewChanges)).Where(s => s.Finding != FindingType.None && s.Day >= from), request.Filter);
        var rows = found
            .Join(db.ProposedChanges, s => s.ChangeId, c => c.Id, (s, c) => new { s.Id, s.Day, s.Finding, s.System, s.Kind, s.Note, c.Repository, c.Number, c.Commit, c.Title })
            .OrderByDescending(r => r.Day)
            .ThenByDescending(r => r.Id)
            .Take(Most)
            .AsAsyncEnumerable()
            .Select(r => new object?[] { r.Day, ChangeWords.Finding(r.Finding), r.System, r.Kind == SignOffKind.Rejection ? "before it went on" : "afterwards", r.Repository, r.Number, r.Commit, r.Title, r.Note });
        return await TableFile.WriteAsync(request.Form, "findings", Columns, rows, cancellationToken);
    }
}
