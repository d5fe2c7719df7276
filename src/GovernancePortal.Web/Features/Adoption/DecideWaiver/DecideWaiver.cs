using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.DecideWaiver;

/// <summary>A waiver, for whoever sees its target.</summary>
[Requires(Policies.ViewTargets)]
public sealed record GetWaiverQuery(WaiverId WaiverId) : IRequest<Result<WaiverView>>;

/// <summary>Agrees for one of the two roles. With the second agreement it takes force.</summary>
/// <param name="Version">Of the waiver, as it was read.</param>
[Requires(Policies.AgreeToWaivers)]
public sealed record AgreeToWaiverCommand(WaiverId WaiverId, int Version) : IRequest<Result>;

/// <summary>Refuses a waiver that waits, or ends one that is in force.</summary>
/// <param name="Version">Of the waiver, as it was read.</param>
[Requires(Policies.AgreeToWaivers)]
public sealed record EndWaiverCommand(WaiverId WaiverId, int Version, string Reason) : IRequest<Result>;

internal sealed class EndWaiverValidator : AbstractValidator<EndWaiverCommand>
{
    public EndWaiverValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("State the reason.").MaximumLength(AdoptionTarget.ReasonMaxLength).WithMessage($"Use at most {AdoptionTarget.ReasonMaxLength} characters.");
}

internal sealed class DecideWaiverHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetWaiverQuery, Result<WaiverView>>,
        IRequestHandler<AgreeToWaiverCommand, Result>,
        IRequestHandler<EndWaiverCommand, Result>
{
    public async Task<Result<WaiverView>> Handle(GetWaiverQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await WaiverCase.FindAsync(db, user, Policies.ViewTargets, request.WaiverId, cancellationToken) is not { } found) return WaiverErrors.NotFound;

        var (waiver, target, unit) = found;
        PersonId[] ids = [.. new[] { waiver.AskedBy, waiver.OfficerBy, waiver.ExecutiveBy, waiver.EndedBy }.OfType<PersonId>().Distinct()];
        var names = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var state = waiver.StateOn(clock.Today());
        var decides = user.ScopeOf(Policies.AgreeToWaivers).Covers(unit);
        return new WaiverView(
            waiver.Id, waiver.Version, target.Id, TargetWords.Title(target.Metric, target.TargetValue), unit.Name,
            target.Guardrails.Where(g => g.Key == waiver.GuardrailKey).Select(Words).FirstOrDefault(waiver.GuardrailKey),
            waiver.Reason, waiver.Until, state, waiver.Missing, Name(waiver.AskedBy)!, waiver.AskedAt, Name(waiver.OfficerBy), Name(waiver.ExecutiveBy), Name(waiver.EndedBy), waiver.EndReason,
            Obstacle(found, state), decides && state is (WaiverState.Waiting or WaiverState.InForce));

        string? Name(PersonId? id) => id is { } person ? names.GetValueOrDefault(person, "somebody who is no longer listed") : null;
    }

    public Task<Result> Handle(AgreeToWaiverCommand request, CancellationToken cancellationToken) =>
        DecideAsync(
            request.WaiverId,
            request.Version,
            "target.waiver-agreed",
            (found, me, now) => found.RoleOf(user) is { } role ? found.Waiver.Agree(found.Target, me, role, now) : WaiverErrors.RoleAgreed,
            found => new { waiver = found.Waiver.Id.Value, by = user.PersonId!.Value.Value, guardrail = found.Waiver.GuardrailKey, until = found.Waiver.Until, inForce = found.Waiver.Missing.Count == 0 },
            cancellationToken);

    public Task<Result> Handle(EndWaiverCommand request, CancellationToken cancellationToken) =>
        DecideAsync(
            request.WaiverId,
            request.Version,
            "target.waiver-ended",
            (found, me, now) => found.Waiver.End(found.Target, me, request.Reason, now),
            found => new { waiver = found.Waiver.Id.Value, by = user.PersonId!.Value.Value, guardrail = found.Waiver.GuardrailKey, reason = found.Waiver.EndReason },
            cancellationToken);

    private async Task<Result> DecideAsync(
        WaiverId id, int version, string kind, Func<WaiverCase, PersonId, DateTimeOffset, Result> decide, Func<WaiverCase, object> payload, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await WaiverCase.FindAsync(db, user, Policies.AgreeToWaivers, id, cancellationToken) is not { } found) return WaiverErrors.NotFound;
        if (found.Waiver.Version != version) return CommonErrors.ChangedMeanwhile;

        var decision = decide(found, me, clock.GetUtcNow());
        if (!decision.IsSuccess) return decision;
        // A waiver that ended lets its guardrail block again, from now and not from the night.
        if (found.Waiver.EndedAt is not null) db.EvaluationSignals.Add(new EvaluationSignal("waiver", clock.GetUtcNow()));
        db.Record(user.Actor, kind, $"target:{found.Target.Id}", payload(found));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    // Told before the act; the domain refuses it all the same.
    private string? Obstacle(WaiverCase found, WaiverState state) =>
        state != WaiverState.Waiting ? WaiverErrors.NotWaiting.Message
        : user.PersonId is not { } me ? AccessErrors.NoPerson.Message
        : !user.ScopeOf(Policies.AgreeToWaivers).Covers(found.Unit) ? "A governance officer and an executive decide on it."
        : me == found.Waiver.AskedBy ? WaiverErrors.AskedByYou.Message
        : me == found.Waiver.OfficerBy || me == found.Waiver.ExecutiveBy ? WaiverErrors.AgreedAlready.Message
        : found.RoleOf(user) is null ? WaiverErrors.RoleAgreed.Message
        : null;

    private static string Words(Guardrail guardrail) =>
        guardrail.Holds ? $"{GuardrailCatalogue.Of(guardrail.Type).Name}, which holds now" : TargetReadiness.DescribeBlocker(guardrail);
}
