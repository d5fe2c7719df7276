using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.CreatePlan;

/// <summary>What a plan may begin from.</summary>
[Requires(Policies.EditPlans)]
public sealed record GetPlanChoicesQuery : IRequest<Result<PlanChoices>>;

/// <param name="Cases">Open ones without an open plan.</param>
/// <param name="Scenarios">Those that were run.</param>
public sealed record PlanChoices(IReadOnlyList<NamedChoice> Cases, IReadOnlyList<NamedChoice> Scenarios);

/// <summary>Begins a plan for the people of a case, and matches it once.</summary>
/// <param name="CaseId">Whose people it moves.</param>
/// <param name="Name">For people.</param>
/// <param name="ScenarioId">Gives budget and forecast; null for none.</param>
[Requires(Policies.EditPlans)]
public sealed record CreatePlanCommand(CaseId CaseId, string Name, ScenarioId? ScenarioId) : IRequest<Result<PlanId>>;

internal sealed class CreatePlanHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, IMatchSolver solver, TimeProvider clock)
    : IRequestHandler<GetPlanChoicesQuery, Result<PlanChoices>>,
        IRequestHandler<CreatePlanCommand, Result<PlanId>>
{
    private const int Most = 100;

    public async Task<Result<PlanChoices>> Handle(GetPlanChoicesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var cases = await Open(db).OrderByDescending(c => c.CreatedAt).ThenBy(c => c.Id).Take(Most).Select(c => new NamedChoice(c.Id.Value, c.Name)).ToListAsync(cancellationToken);
        var scenarios = await db.Scenarios.Within(db, user.ScopeOf(Policies.SeeScenarios)).Where(s => s.LastRun > 0 && s.State == ScenarioState.Current)
            .OrderBy(s => s.Name).ThenBy(s => s.Id).Take(Most).Select(s => new NamedChoice(s.Id.Value, s.Name)).ToListAsync(cancellationToken);
        return new PlanChoices(cases, scenarios);
    }

    public async Task<Result<PlanId>> Handle(CreatePlanCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var from = await Open(db).AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CaseId, cancellationToken);
        if (from is null) return FieldRefusal.At(nameof(request.CaseId), "Choose a case that is open and has no open plan.");
        if (request.ScenarioId is { } scenario && !await db.Scenarios.Within(db, user.ScopeOf(Policies.SeeScenarios)).AnyAsync(s => s.Id == scenario && s.LastRun > 0, cancellationToken))
            return FieldRefusal.At(nameof(request.ScenarioId), "Choose a scenario that was run, or none.");

        var created = ReallocationPlan.Create(from.Id, from.UnitId, request.ScenarioId, request.Name, user.Actor, user.DisplayName, clock.GetUtcNow());
        if (!created.IsSuccess) return created.Error!;
        db.ReallocationPlans.Add(created.Value);
        var solved = await PlanSolving.SolveAndSaveAsync(db, user, created.Value, solver, "created", clock.GetUtcNow(), cancellationToken);
        return solved.IsSuccess ? created.Value.Id : solved.Error!;
    }

    private IQueryable<DisplacementCase> Open(PortalDbContext db)
    {
        var covered = db.Units.Within(user.ScopeOf(Policies.EditPlans)).Select(u => u.Id);
        return db.DisplacementCases.Where(c =>
            covered.Contains(c.UnitId)
            && (c.State == CaseState.Draft || c.State == CaseState.Published)
            && c.PositionCount > 0
            && !db.ReallocationPlans.Any(p => p.CaseId == c.Id && (p.State == PlanState.Draft || p.State == PlanState.Checked || p.State == PlanState.Approved || p.State == PlanState.Published)));
    }
}
