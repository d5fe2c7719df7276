using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Features.Reallocation.Cases;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.GetMove;

/// <summary>Somebody of a plan: what is proposed to them, and why.</summary>
[Requires(Policies.SeePlannedMoves)]
public sealed record GetMoveQuery(PlanId PlanId, MoveId MoveId) : IRequest<Result<MoveDetails>>;

/// <param name="Roles">Published ones, to choose from.</param>
/// <param name="Pairs">What was settled about the person, in words.</param>
public sealed record MoveDetails(
    PlannedMove Move, string Person, string From, string? Role, string? Seat, string Plan, PlanState State, int PlanVersion, bool MayEdit, IReadOnlyList<NamedChoice> Roles, IReadOnlyList<SettledPair> Pairs, DateOnly Today);

public sealed record SettledPair(RoleProfileId RoleId, string Role, PairKind Kind, string Reason);

/// <summary>What would have to be otherwise for the match to propose somebody something else: it is worked out again with one change at a time.</summary>
[Requires(Policies.EditPlans)]
public sealed record AskWhatIfQuery(PlanId PlanId, MoveId MoveId) : IRequest<Result<IReadOnlyList<WhatIf>>>;

/// <param name="Change">What would be otherwise.</param>
/// <param name="Then">What the match would then propose.</param>
/// <param name="Matters">Whether that is something else than now.</param>
public sealed record WhatIf(string Change, string Then, bool Matters);

internal sealed class GetMoveHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, IMatchSolver solver, TimeProvider clock)
    : IRequestHandler<GetMoveQuery, Result<MoveDetails>>,
        IRequestHandler<AskWhatIfQuery, Result<IReadOnlyList<WhatIf>>>
{
    public async Task<Result<MoveDetails>> Handle(GetMoveQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await db.ReallocationPlans.AsNoTracking().ReadableBy(db, user).Within(db, user.ScopeOf(Policies.SeePlannedMoves)).SingleOrDefaultAsync(p => p.Id == request.PlanId, cancellationToken);
        if (plan is null) return PlanErrors.NoSuchMove;
        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == plan.UnitId, cancellationToken);
        var mayEdit = user.ScopeOf(Policies.EditPlans).Covers(unit);
        if (!mayEdit && !plan.IsPublic) return PlanErrors.NoSuchMove;
        var move = await db.PlannedMoves.AsNoTracking().Include(m => m.Reviews).SingleOrDefaultAsync(m => m.Id == request.MoveId && m.PlanId == plan.Id, cancellationToken);
        if (move is null) return PlanErrors.NoSuchMove;
        await CaseReadings.NoteAsync(db, user, [plan.CaseId], clock.GetUtcNow(), cancellationToken);

        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == move.PersonId, cancellationToken);
        var roles = await db.RoleProfiles.Where(r => r.State == RoleState.Published || r.Id == move.RoleId).OrderBy(r => r.Title).ThenBy(r => r.Id).Select(r => new NamedChoice(r.Id.Value, r.Title)).ToListAsync(cancellationToken);
        var pairs = await (
            from pair in db.PlanPairs
            join role in db.RoleProfiles on pair.RoleId equals role.Id
            where pair.PlanId == plan.Id && pair.PersonId == move.PersonId
            orderby role.Title, role.Id
            select new SettledPair(pair.RoleId, role.Title, pair.Kind, pair.Reason)).ToListAsync(cancellationToken);
        return new MoveDetails(
            move,
            person.Name,
            await db.Units.Where(u => u.Id == person.UnitId).Select(u => u.Path).SingleAsync(cancellationToken),
            roles.Find(r => r.Id == move.RoleId?.Value)?.Label,
            move.SeatUnitId is { } seat ? await db.Units.Where(u => u.Id == seat).Select(u => u.Path).SingleOrDefaultAsync(cancellationToken) : null,
            plan.Name,
            plan.State,
            plan.Version,
            mayEdit,
            roles,
            pairs,
            clock.Today());
    }

    public async Task<Result<IReadOnlyList<WhatIf>>> Handle(AskWhatIfQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await db.ReallocationPlans.AsNoTracking().Include(p => p.Pairs).Within(db, user.ScopeOf(Policies.EditPlans)).SingleOrDefaultAsync(p => p.Id == request.PlanId, cancellationToken);
        var person = plan is null ? default : await db.PlannedMoves.Where(m => m.Id == request.MoveId && m.PlanId == plan.Id).Select(m => m.PersonId).SingleOrDefaultAsync(cancellationToken);
        if (plan is null || person == default) return PlanErrors.NoSuchMove;

        var ground = await PlanGroundReader.ReadAsync(db, plan.Id, plan.CaseId, cancellationToken);
        var index = ground.People.Select((p, i) => (p.Id, i)).Where(p => p.Id == person).Select(p => (int?)p.i).SingleOrDefault();
        if (index is not { } at) return PlanErrors.NotSolved;
        return await Task.Run<Result<IReadOnlyList<WhatIf>>>(() => WhatIfs.Of(ground, plan.Pairs, at, solver, cancellationToken), cancellationToken);
    }
}
