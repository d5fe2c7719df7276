using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.SolvePlan;

/// <summary>Matches the people of a plan to the seats there are now.</summary>
/// <param name="Version">Of the plan, as it was read.</param>
[Requires(Policies.EditPlans)]
public sealed record SolvePlanCommand(PlanId PlanId, int Version) : IRequest<Result>;

/// <summary>Gives somebody a role or keeps them from it, whatever the match says, and matches again.</summary>
/// <param name="Kind">Pinned or excluded; null leaves the pair to the match again.</param>
/// <param name="Reason">The person concerned may ask for it.</param>
[Requires(Policies.EditPlans)]
public sealed record SettlePairCommand(PlanId PlanId, int Version, PersonId PersonId, RoleProfileId RoleId, PairKind? Kind, string Reason) : IRequest<Result>;

internal sealed class SettlePairValidator : AbstractValidator<SettlePairCommand>
{
    public SettlePairValidator()
    {
        RuleFor(c => c.RoleId).NotEqual(default(RoleProfileId)).WithMessage("Choose a role.");
        RuleFor(c => c.Kind).Must(k => k is null or PairKind.Pinned or PairKind.Excluded).WithMessage("Choose to give the role, to keep from it, or to leave it to the match.");
    }
}

internal sealed class SolvePlanHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, IMatchSolver solver, TimeProvider clock)
    : IRequestHandler<SolvePlanCommand, Result>,
        IRequestHandler<SettlePairCommand, Result>
{
    public async Task<Result> Handle(SolvePlanCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PlanAccess.FindForChangeAsync(db, user, request.PlanId, request.Version, cancellationToken);
        return found.IsSuccess ? await PlanSolving.SolveAndSaveAsync(db, user, found.Value, solver, "solved", clock.GetUtcNow(), cancellationToken) : found.Error!;
    }

    public async Task<Result> Handle(SettlePairCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PlanAccess.FindForChangeAsync(db, user, request.PlanId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var plan = found.Value;
        if (!plan.Moves.Any(m => m.PersonId == request.PersonId)) return PlanErrors.NoSuchMove;
        if (!await db.RoleProfiles.AnyAsync(r => r.Id == request.RoleId && r.State == RoleState.Published, cancellationToken)) return FieldRefusal.At(nameof(request.RoleId), "Choose a published role.");
        if (request.Kind == PairKind.Pinned && await db.RolePreferences.AnyAsync(p => p.PersonId == request.PersonId && p.RoleId == request.RoleId && p.Rank == null, cancellationToken))
            return FieldRefusal.At(nameof(request.RoleId), "This person said that they do not want this role. Ask them first.");

        var settled = request.Kind is { } kind ? plan.Settle(request.PersonId, request.RoleId, kind, request.Reason, clock.GetUtcNow()) : plan.Unsettle(request.PersonId, request.RoleId);
        return settled.IsSuccess ? await PlanSolving.SolveAndSaveAsync(db, user, plan, solver, request.Kind is { } what ? what.ToCode() : "released", clock.GetUtcNow(), cancellationToken) : settled;
    }
}
