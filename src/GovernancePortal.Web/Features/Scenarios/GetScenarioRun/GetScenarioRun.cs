using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.GetScenarioRun;

/// <summary>A scenario with one of its runs. Whoever may not see pay gets positions in cells of at least five people.</summary>
/// <param name="Id">Of the scenario.</param>
/// <param name="Number">Of the run; null for the newest.</param>
[Requires(Policies.SeeScenarios)]
public sealed record GetScenarioRunQuery(ScenarioId Id, int? Number = null) : IRequest<Result<ScenarioWithRun>>;

/// <param name="Scenario">What it is.</param>
/// <param name="Run">Null while there is none and no number was asked for.</param>
public sealed record ScenarioWithRun(ScenarioTitle Scenario, ScenarioRunView? Run);

internal sealed class GetScenarioRunHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<GetScenarioRunQuery, Result<ScenarioWithRun>>
{
    public async Task<Result<ScenarioWithRun>> Handle(GetScenarioRunQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ScenarioAccess.FindAsync(db, user, Policies.SeeScenarios, request.Id, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var title = await ScenarioRunReader.TitleAsync(db, user, found.Value, cancellationToken);
        if (request.Number is null && found.Value.LastRun == 0) return new ScenarioWithRun(title, null);

        var run = await ScenarioRunReader.RunAsync(db, user, found.Value, request.Number, cancellationToken);
        return run.IsSuccess ? new ScenarioWithRun(title, run.Value) : run.Error!;
    }
}
