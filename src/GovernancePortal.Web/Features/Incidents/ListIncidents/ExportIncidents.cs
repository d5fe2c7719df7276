using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Tables;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.ListIncidents;

/// <summary>The incidents that somebody may read as a file, as the list is narrowed and sorted.</summary>
[Requires(Policies.FollowIncidents)]
public sealed record ExportIncidentsQuery(IncidentFilter Filter, IncidentOrder Order, bool Descending, TableForm Form) : IRequest<Result<TableFile>>;

internal sealed class ExportIncidentsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<ExportIncidentsQuery, Result<TableFile>>
{
    private static readonly FileColumn[] Columns =
        [
            new("Number", 14), new("What happened", 50), new("Severity", 10), new("Unit", 30), new("Began (UTC)", 18), new("Ended (UTC)", 18), new("State", 14), new("AI involvement", 30),
            new("AI-related", 10), new("Attribution waits", 10), new("Open follow-ups", 10),
        ];

    public async Task<Result<TableFile>> Handle(ExportIncidentsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var unit = request.Filter.UnitId is { } id ? await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken) : null;
        var here = IncidentRows.Here(db, db.Incidents.AsNoTracking().ReadableBy(db, user), request.Filter, unit);
        var sorted = IncidentRows.Sorted(IncidentRows.Matching(here, request.Filter), request.Order, request.Descending);
        return await TableFile.WriteAsync(request.Form, "incidents", Columns, IncidentRows.Rows(db, sorted).AsAsyncEnumerable().Select(Cells), cancellationToken);
    }

    private static object?[] Cells(IncidentRow row) =>
        [
            row.Number, row.Title, row.Severity, row.Unit, row.StartedAt, row.EndedAt, IncidentWords.State(row.State), IncidentWords.Involvement(row.Involvement), row.Involvement.IsAiRelated(),
            row.Waits, row.OpenActions,
        ];
}
