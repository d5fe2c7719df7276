using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.GetSideBySide;

/// <summary>Two scenarios, or two runs of one, to be read beside each other; and what there is to choose from.</summary>
/// <param name="Left">Null while nothing is chosen.</param>
/// <param name="LeftRun">Null for the newest.</param>
/// <param name="Right">Null while nothing is chosen.</param>
/// <param name="RightRun">Null for the newest.</param>
[Requires(Policies.SeeScenarios)]
public sealed record GetSideBySideQuery(ScenarioId? Left, int? LeftRun, ScenarioId? Right, int? RightRun) : IRequest<Result<SideBySide>>;

/// <param name="Left">Null while nothing is chosen.</param>
/// <param name="Right">Null while nothing is chosen.</param>
/// <param name="Choices">Scenarios with a run, the last made first.</param>
public sealed record SideBySide(ScenarioSide? Left, ScenarioSide? Right, IReadOnlyList<ScenarioChoice> Choices);

/// <param name="Scenario">What it is.</param>
/// <param name="Run">The run that is compared.</param>
public sealed record ScenarioSide(ScenarioTitle Scenario, ScenarioRunView Run);

/// <param name="Id">Of the scenario.</param>
/// <param name="Name">For people.</param>
public sealed record ScenarioChoice(ScenarioId Id, string Name);

internal sealed class GetSideBySideHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<GetSideBySideQuery, Result<SideBySide>>
{
    // Whoever has more reaches the others by the links on their pages.
    private const int MostChoices = 200;

    public async Task<Result<SideBySide>> Handle(GetSideBySideQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (left, right) = (await SideAsync(db, request.Left, request.LeftRun, cancellationToken), await SideAsync(db, request.Right, request.RightRun, cancellationToken));
        if (left is { IsSuccess: false }) return left.Error!;
        if (right is { IsSuccess: false }) return right.Error!;

        var choices = await db.Scenarios.Within(db, user.ScopeOf(Policies.SeeScenarios)).Where(s => s.LastRun > 0)
            .OrderByDescending(s => s.Id).Take(MostChoices).Select(s => new ScenarioChoice(s.Id, s.Name)).ToListAsync(cancellationToken);
        return new SideBySide(left?.Value, right?.Value, choices);
    }

    private async Task<Result<ScenarioSide>?> SideAsync(PortalDbContext db, ScenarioId? id, int? number, CancellationToken cancellationToken)
    {
        if (id is not { } scenarioId) return null;
        var found = await ScenarioAccess.FindAsync(db, user, Policies.SeeScenarios, scenarioId, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var run = await ScenarioRunReader.RunAsync(db, user, found.Value, number, cancellationToken);
        return run.IsSuccess ? new ScenarioSide(await ScenarioRunReader.TitleAsync(db, user, found.Value, cancellationToken), run.Value) : run.Error!;
    }
}
