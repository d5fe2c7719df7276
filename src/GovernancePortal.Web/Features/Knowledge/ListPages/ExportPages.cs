using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Tables;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.ListPages;

/// <summary>The register as a file, as the list is narrowed and sorted.</summary>
[Requires(Policies.ViewPages)]
public sealed record ExportPagesQuery(PageFilter Filter, PageOrder Order, bool Descending, TableForm Form) : IRequest<Result<TableFile>>;

internal sealed class ExportPagesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportPagesQuery, Result<TableFile>>
{
    private static readonly FileColumn[] Columns =
        [
            new("Title", 50), new("System", 14), new("Address", 60), new("State", 14), new("For agents", 12), new("Criticality", 12), new("Owner", 24), new("Channel", 20), new("Review due", 12),
            new("Read in 28 days", 12), new("Wrong answers", 12), new("Open incidents", 12),
        ];

    public async Task<Result<TableFile>> Handle(ExportPagesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var pages = db.KnowledgePages.AsNoTracking().Within(db.Units, user.ScopeOf(Policies.ViewPages)).OfUnit(db, request.Filter.UnitId);
        var sorted = PageRows.Sorted(db, PageRows.Matching(db, pages, request.Filter, today), request.Order, request.Descending, today);
        return await TableFile.WriteAsync(request.Form, "knowledge-pages", Columns, PageRows.ReadAsync(db, sorted, today).Select(Cells), cancellationToken);
    }

    private static object?[] Cells(PageRow row) =>
        [
            row.Title, row.System, row.Url, PageWords.State(row.State), row.Reason != "not-for-agents", PageWords.Criticality(row.Criticality), row.Owner, row.OwnerText, row.DueOn, row.Reads,
            row.WrongAnswers, row.Incidents,
        ];
}
