using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.MyOffer;

/// <summary>What was offered to the person who asks.</summary>
[Requires(Policies.AnswerOffers)]
public sealed record GetMyOfferQuery : IRequest<Result<MyOffers>>;

/// <param name="Offers">Those of published plans, the newest first.</param>
public sealed record MyOffers(IReadOnlyList<OfferDetails> Offers, DateOnly Today);

/// <param name="PayProtectedMonths">For how long pay stays as it is; 0 for not at all.</param>
public sealed record OfferDetails(
    MoveId Id, int Version, MoveStage Stage, string Role, string? Seat, string CaseReasons, MoveExplanation Explanation, double Score, double TrainingMonths, int PayProtectedMonths,
    DateOnly? AnswerBy, string Decider, DateTimeOffset? AnsweredAt, string AnswerWords, DateOnly? TrainingFrom, DateOnly? StartedOn);

/// <summary>The person's own answer to an offer.</summary>
/// <param name="Version">Of the move, as it was read.</param>
/// <param name="Words">Needed when something else is asked for.</param>
[Requires(Policies.AnswerOffers)]
public sealed record AnswerOfferCommand(MoveId MoveId, int Version, OfferAnswer Answer, string Words) : IRequest<Result>;

internal sealed class AnswerOfferValidator : AbstractValidator<AnswerOfferCommand>
{
    public AnswerOfferValidator() => RuleFor(c => c.Answer).IsInEnum().WithMessage("Choose an answer.");
}

internal sealed class MyOfferHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetMyOfferQuery, Result<MyOffers>>,
        IRequestHandler<AnswerOfferCommand, Result>
{
    private const int Most = 10;

    public async Task<Result<MyOffers>> Handle(GetMyOfferQuery request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from move in db.PlannedMoves.AsNoTracking()
            join plan in db.ReallocationPlans on move.PlanId equals plan.Id
            join origin in db.DisplacementCases on plan.CaseId equals origin.Id
            join role in db.RoleProfiles on move.RoleId equals (RoleProfileId?)role.Id
            where move.PersonId == me && move.OfferedAt != null && move.Stage != MoveStage.Proposed && (plan.State == PlanState.Published || plan.State == PlanState.Closed)
            orderby move.OfferedAt descending, move.Id
            select new { Move = move, role.Title, role.PayProtectedMonths, origin.Reasons }).Take(Most).ToListAsync(cancellationToken);
        var units = rows.Select(r => r.Move.SeatUnitId).OfType<Domain.Organisation.UnitId>().Distinct().ToArray();
        var paths = await db.Units.Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Path, cancellationToken);
        return new MyOffers(
            rows.ConvertAll(r => new OfferDetails(
                r.Move.Id, r.Move.Version, r.Move.Stage, r.Title, r.Move.SeatUnitId is { } seat ? paths.GetValueOrDefault(seat) : null, r.Reasons, r.Move.Explanation, r.Move.Score, r.Move.TrainingMonths,
                r.PayProtectedMonths, r.Move.AnswerBy, r.Move.Decider, r.Move.AnsweredAt, r.Move.AnswerWords, r.Move.TrainingFrom, r.Move.StartedOn)),
            clock.Today());
    }

    public async Task<Result> Handle(AnswerOfferCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Somebody else's offer is not there.
        var move = await db.PlannedMoves.SingleOrDefaultAsync(m => m.Id == request.MoveId && m.PersonId == me && m.OfferedAt != null, cancellationToken);
        if (move is null) return PlanErrors.NoSuchMove;
        if (move.Version != request.Version) return CommonErrors.ChangedMeanwhile;
        var plan = await db.ReallocationPlans.Include(p => p.Pairs).SingleAsync(p => p.Id == move.PlanId, cancellationToken);
        var answered = move.Answer(plan, request.Answer, request.Words, clock.GetUtcNow());
        if (!answered.IsSuccess) return answered;

        db.Entry(plan).Property(p => p.Version).IsModified = true;
        db.Tell(user, plan.Id, "answered", new { move = move.Id.Value, answer = request.Answer.ToCode() });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
