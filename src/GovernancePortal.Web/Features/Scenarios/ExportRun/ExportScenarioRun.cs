using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Tables;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.ExportRun;

public enum RunForm
{
    /// <summary>Everything; imported again and run, it gives the same numbers.</summary>
    Json,

    /// <summary>To read and to calculate with.</summary>
    Workbook,
}

/// <summary>A run as a file. Whoever may not see pay gets positions in cells of at least five people, and the file says so.</summary>
[Requires(Policies.SeeScenarios)]
public sealed record ExportScenarioRunQuery(ScenarioId Id, int Number, RunForm Form) : IRequest<Result<TableFile>>;

internal sealed class ExportScenarioRunHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<ExportScenarioRunQuery, Result<TableFile>>
{
    public async Task<Result<TableFile>> Handle(ExportScenarioRunQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ScenarioAccess.FindAsync(db, user, Policies.SeeScenarios, request.Id, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var run = await ScenarioRunReader.RunAsync(db, user, found.Value, request.Number, cancellationToken);
        if (!run.IsSuccess) return run.Error!;

        var title = await ScenarioRunReader.TitleAsync(db, user, found.Value, cancellationToken);
        return request.Form == RunForm.Json ? RunJson.Write(title, run.Value) : RunWorkbook.Write(title, run.Value);
    }
}
