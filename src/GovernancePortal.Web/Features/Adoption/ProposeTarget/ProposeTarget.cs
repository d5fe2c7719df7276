using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.ProposeTarget;

/// <summary>Proposes a target, or again one that was sent back. Shares are 0 to 1.</summary>
/// <param name="TargetId">The draft to propose again; null for a new target.</param>
/// <param name="Version">Of the draft, as it was read.</param>
/// <param name="LooserReason">Needed when a threshold is looser than the default.</param>
[Requires(Policies.ProposeTargets)]
public sealed record ProposeTargetCommand(
    AdoptionTargetId? TargetId, int Version, TargetTerms Terms, PersonId? Deputy, IReadOnlyList<ProposedGuardrail> Guardrails, string? LooserReason = null, string Template = "engineering")
    : IRequest<Result<AdoptionTargetId>>;

/// <summary>A guardrail as proposed; patience and sample size come from the catalogue.</summary>
public sealed record ProposedGuardrail(GuardrailType Type, GuardrailMode Mode, double Enter, double Exit)
{
    public GuardrailSettings Settings => GuardrailCatalogue.Of(Type).Defaults with { Mode = Mode, Enter = Enter, Exit = Exit, MaxAgeDays = TargetMetrics.MaxAgeDays };

    /// <summary>Whether it lets pass what the template would not.</summary>
    public bool IsLooserThan(GuardrailTemplate template) => template.IsLoosenedBy(Type, Mode, Enter, Exit);
}

internal sealed class ProposeTargetHandler(
    IDbContextFactory<PortalDbContext> contexts, TargetEvaluator evaluator, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ProposeTargetCommand, Result<AdoptionTargetId>>
{
    public async Task<Result<AdoptionTargetId>> Handle(ProposeTargetCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await RefusalAsync(db, request, cancellationToken) is { } refusal) return refusal;

        var now = clock.GetUtcNow();
        var drafted = await DraftAsync(db, request, now, cancellationToken);
        if (!drafted.IsSuccess) return drafted.Error!;

        var target = drafted.Value;
        target.UseTemplate(ProposalRules.TemplateOf(request)!);
        await EndWaiversAsync(db, target, me, now, cancellationToken);
        if (target.NameDeputy(request.Deputy) is { IsSuccess: false } unnamed) return unnamed.Error!;
        var proposal = target.Propose(me, now);
        if (!proposal.IsSuccess) return proposal.Error!;

        // The first step at once, so that whoever approves sees where the guardrails stand.
        var today = now.UtcDay();
        if (target.LastEvaluatedOn is not { } last || last < today) await evaluator.StepAsync(db, target, today, user.Actor, now, cancellationToken);

        db.Record(user.Actor, "target.proposed", $"target:{target.Id}", Payload(request, me));
        await db.SaveChangesAsync(cancellationToken);
        return target.Id;
    }

    private async Task<Error?> RefusalAsync(PortalDbContext db, ProposeTargetCommand request, CancellationToken cancellationToken)
    {
        var faults = ProposalRules.Faults(request);
        var scope = user.ScopeOf(Policies.ProposeTargets);
        (string Field, PersonId? Person)[] named = [(nameof(TargetTerms.Owner), request.Terms.Owner), (nameof(request.Deputy), request.Deputy)];
        foreach (var (field, person) in named)
        {
            if (person is { } id && !await db.People.Within(db.Units, scope).AnyAsync(p => p.Id == id && p.LeftOn == null, cancellationToken))
                faults.Add(new(field, "Choose a person who works in your units."));
        }

        if (faults.Count > 0) return ProposalRules.Refused(faults);

        return await db.Units.Within(scope).AnyAsync(u => u.Id == request.Terms.Scope, cancellationToken) ? null : AccessErrors.OutOfScope;
    }

    private async Task<Result<AdoptionTarget>> DraftAsync(PortalDbContext db, ProposeTargetCommand request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Result<AdoptionTarget> drafted;
        if (request.TargetId is { } id)
        {
            drafted = await TargetAccess.FindAsync(db, user, Policies.ProposeTargets, id, request.Version, cancellationToken);
            if (drafted.IsSuccess && drafted.Value.Revise(request.Terms) is { IsSuccess: false } unusable) return unusable.Error!;
        }
        else
        {
            drafted = AdoptionTarget.Draft(request.Terms, now);
            if (drafted.IsSuccess) db.AdoptionTargets.Add(drafted.Value);
        }

        return drafted.IsSuccess && ProposalRules.Apply(db, drafted.Value, request.Guardrails) is { IsSuccess: false } fault ? fault.Error! : drafted;
    }

    // What was agreed to for the last proposal was agreed to for other terms.
    private async Task EndWaiversAsync(PortalDbContext db, AdoptionTarget target, PersonId me, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waivers = await db.Waivers.Where(w => w.TargetId == target.Id && w.EndedAt == null && w.Until >= now.UtcDay()).ToListAsync(cancellationToken);
        foreach (var waiver in waivers)
        {
            if (!waiver.End(target, me, "The target was changed and proposed again.", now).IsSuccess) continue;
            db.Record(user.Actor, "target.waiver-ended", $"target:{target.Id}", new { waiver = waiver.Id.Value, by = me.Value, guardrail = waiver.GuardrailKey, reason = waiver.EndReason });
        }
    }

    private static object Payload(ProposeTargetCommand request, PersonId me) => new
    {
        by = me.Value,
        metric = request.Terms.Metric,
        unit = request.Terms.Scope!.Value.Value,
        baseline = request.Terms.BaselineValue,
        value = request.Terms.TargetValue,
        start = request.Terms.StartDate,
        due = request.Terms.DueDate,
        owner = request.Terms.Owner!.Value.Value,
        deputy = request.Deputy?.Value,
        outcome = request.Terms.OutcomeMetric,
        outcomeBaseline = request.Terms.OutcomeBaseline,
        template = request.Template,
        looserReason = request.LooserReason,
        guardrails = request.Guardrails.Select(g => new { type = g.Type.ToString(), mode = g.Mode.ToString(), enter = g.Enter, exit = g.Exit, looser = g.IsLooserThan(ProposalRules.TemplateOf(request)!) }),
    };
}
