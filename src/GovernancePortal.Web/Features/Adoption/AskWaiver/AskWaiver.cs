using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.AskWaiver;

/// <summary>What can be waived on a target.</summary>
[Requires(Policies.AskWaivers)]
public sealed record GetWaiverStartQuery(AdoptionTargetId TargetId) : IRequest<Result<WaiverStart>>;

/// <param name="Guardrails">Those that block when they do not hold; what does not hold comes first.</param>
public sealed record WaiverStart(string Title, string UnitName, DateOnly Today, bool HasPerson, IReadOnlyList<WaivableGuardrail> Guardrails);

/// <param name="Words">As in "literacy 82% (needs 90%)", or that it holds.</param>
public sealed record WaivableGuardrail(string Key, string Words, bool Blocks);

/// <summary>Asks that a guardrail no longer block its target until a day. It takes force when both roles have agreed.</summary>
[Requires(Policies.AskWaivers)]
public sealed record AskWaiverCommand(AdoptionTargetId TargetId, string GuardrailKey, DateOnly? Until, string Reason) : IRequest<Result<WaiverId>>;

internal sealed class AskWaiverValidator : AbstractValidator<AskWaiverCommand>
{
    public AskWaiverValidator()
    {
        RuleFor(c => c.GuardrailKey).NotEmpty().WithMessage("Choose a guardrail.");
        RuleFor(c => c.Until).NotNull().WithMessage("State the last day of the waiver.");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("State why the target should go on all the same, and what is done meanwhile.");
    }
}

internal sealed class AskWaiverHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetWaiverStartQuery, Result<WaiverStart>>,
        IRequestHandler<AskWaiverCommand, Result<WaiverId>>
{
    public async Task<Result<WaiverStart>> Handle(GetWaiverStartQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var target = await db.AdoptionTargets.AsNoTracking().Within(db, user, Policies.AskWaivers).SingleOrDefaultAsync(t => t.Id == request.TargetId, cancellationToken);
        if (target is null) return TargetErrors.NotFound;

        var unit = await db.Units.Where(u => u.Id == target.Scope).Select(u => u.Name).SingleAsync(cancellationToken);
        var guardrails = target.Guardrails.Where(g => g.Mode == GuardrailMode.Block).OrderBy(g => g.Holds).Select(g => new WaivableGuardrail(g.Key, Words(g), g.IsBlocking));
        return new WaiverStart(TargetWords.Title(target.Metric, target.TargetValue), unit, clock.Today(), user.PersonId is not null, [.. guardrails]);
    }

    public async Task<Result<WaiverId>> Handle(AskWaiverCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var target = await db.AdoptionTargets.Within(db, user, Policies.AskWaivers).SingleOrDefaultAsync(t => t.Id == request.TargetId, cancellationToken);
        if (target is null) return TargetErrors.NotFound;

        var now = clock.GetUtcNow();
        var asked = Waiver.Ask(target, request.GuardrailKey, request.Until!.Value, request.Reason, me, now);
        if (!asked.IsSuccess) return asked.Error!;
        var earlier = await db.Waivers.Where(w => w.TargetId == target.Id && w.GuardrailKey == request.GuardrailKey && w.EndedAt == null).ToListAsync(cancellationToken);
        if (earlier.Exists(w => w.StateOn(now.UtcDay()) is WaiverState.Waiting or WaiverState.InForce)) return WaiverErrors.Open;

        var waiver = asked.Value;
        db.Waivers.Add(waiver);
        // Writes the target's version: of two people who ask at once, the second is told.
        db.Entry(target).State = EntityState.Modified;
        db.Record(
            user.Actor,
            "target.waiver-asked",
            $"target:{target.Id}",
            new { waiver = waiver.Id.Value, by = me.Value, guardrail = waiver.GuardrailKey, until = waiver.Until, reason = waiver.Reason, evidence = TargetAccess.EvidenceOf(target) });
        await db.SaveChangesAsync(cancellationToken);
        return waiver.Id;
    }

    private static string Words(Guardrail guardrail) =>
        guardrail.Holds ? $"{GuardrailCatalogue.Of(guardrail.Type).Name}, holds today" : TargetReadiness.DescribeBlocker(guardrail);
}
