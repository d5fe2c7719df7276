using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.GetTarget;

/// <summary>One target with its guardrails, the evidence of the last evaluation, and what happened to it.</summary>
[Requires(Policies.ViewTargets)]
public sealed record GetTargetQuery(AdoptionTargetId TargetId) : IRequest<Result<TargetDetails>>;

internal sealed class GetTargetHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetTargetQuery, Result<TargetDetails>>
{
    private const int HistoryLength = 50;
    private const int MostWaivers = 20;

    private static readonly TimeSpan SameSave = TimeSpan.FromSeconds(30);

    public async Task<Result<TargetDetails>> Handle(GetTargetQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var target = await db.AdoptionTargets.AsNoTracking().Within(db, user, Policies.ViewTargets).SingleOrDefaultAsync(t => t.Id == request.TargetId, cancellationToken);
        if (target is null) return TargetErrors.NotFound;

        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == target.Scope, cancellationToken);
        var newest = await db.Evaluations.AsNoTracking().Where(e => e.TargetId == target.Id).OrderByDescending(e => e.Date).FirstOrDefaultAsync(cancellationToken);
        var changes = await db
            .Evaluations.AsNoTracking()
            .Where(e => e.TargetId == target.Id && e.Transition != null)
            .OrderByDescending(e => e.Date)
            .Take(HistoryLength)
            .ToListAsync(cancellationToken);
        var waivers = await db.Waivers.AsNoTracking().Where(w => w.TargetId == target.Id).OrderByDescending(w => w.AskedAt).Take(MostWaivers).ToListAsync(cancellationToken);
        var people = await NamesAsync(db, target, cancellationToken);

        return new TargetDetails(
            Head(target, unit, await UseGroups.ReadAsync(db, cancellationToken)),
            new TargetPeople(Name(target.Owner), Name(target.Deputy), Name(target.ProposedBy), Name(target.ApprovedBy), Name(target.PausedBy), Name(target.AcknowledgedBy)),
            TargetDates.Of(target),
            [.. target.Guardrails.Select(g => TargetGuardrail.Of(g, newest))],
            Waivers(target, waivers),
            await NumberedAsync(db, target.Id, [.. TargetHistory.Of(target, newest, changes, waivers, Name)], cancellationToken),
            Options(target, unit));

        string? Name(PersonId? id) => id is { } person ? people.GetValueOrDefault(person, "somebody who is no longer listed") : null;
    }

    private IReadOnlyList<TargetWaiver> Waivers(AdoptionTarget target, IReadOnlyList<Waiver> waivers)
    {
        var today = clock.Today();
        var names = target.Guardrails.ToDictionary(g => g.Key, g => GuardrailCatalogue.Of(g.Type).Name, StringComparer.Ordinal);
        return [.. waivers.Select(w => (Waiver: w, State: w.StateOn(today))).OrderBy(w => w.State).Select(w => new TargetWaiver(
            w.Waiver.Id, names.GetValueOrDefault(w.Waiver.GuardrailKey, w.Waiver.GuardrailKey), w.Waiver.Until, w.Waiver.Reason, w.State, WaiverWords.State(w.State, w.Waiver.Missing)))];
    }

    /// <summary>Finds the ledger's number of each event: same kind, written in the same save or a moment later.</summary>
    private static async Task<IReadOnlyList<TargetEvent>> NumberedAsync(PortalDbContext db, AdoptionTargetId id, List<TargetEvent> events, CancellationToken cancellationToken)
    {
        var subject = $"target:{id}";
        var entries = await db
            .LedgerEntries.Where(e => e.Subject == subject)
            .OrderByDescending(e => e.Sequence)
            .Take(4 * HistoryLength)
            .Select(e => new { e.Sequence, e.Kind, e.At })
            .ToListAsync(cancellationToken);
        return [.. events.Select(e => e with { LedgerNumber = entries.Where(x => x.Kind == e.Kind && (x.At - e.At).Duration() < SameSave).Select(x => (long?)x.Sequence + 1).FirstOrDefault() })];
    }

    private TargetHead Head(AdoptionTarget target, Unit unit, UseGroups groups) => new(
        target.Id,
        target.Version,
        TargetWords.Title(target.Metric, target.TargetValue),
        unit.Id,
        unit.Name,
        unit.Path,
        target.Metric,
        target.BaselineValue,
        target.TargetValue,
        target.OutcomeMetric,
        target.OutcomeBaseline,
        target.OutcomeDirection,
        target.LastOutcome,
        UseReading.Of(target.LastMetric, groups, target.State, user.ScopeOf(Policies.SeeUseWhilePaused), unit.Left),
        target.State,
        target.StateSince,
        target.Readiness,
        target.ReadinessText,
        target.PauseReason,
        target.CorrectiveAction,
        target.RejectionReason,
        target.AchieveAfter,
        GuardrailTemplates.Find(target.Template)?.Name ?? target.Template,
        target.LastEvaluatedOn,
        clock.GetUtcNow());

    private TargetOptions Options(AdoptionTarget target, Unit unit)
    {
        var mine = user.PersonId is { } me && me == target.ProposedBy;
        return new TargetOptions(
            Approve: target.State == TargetState.Proposed && !mine && May(Policies.ApproveTargets),
            Reject: target.State == TargetState.Proposed && May(Policies.ApproveTargets),
            Revise: target.State == TargetState.Draft && May(Policies.ProposeTargets),
            SignRestart: target.State == TargetState.Paused && May(Policies.SignRestart),
            Pause: target.State == TargetState.Active && May(Policies.PauseTargets),
            Retire: target.State != TargetState.Retired && May(Policies.RetireTargets),
            Accept: user.PersonId is { } person && (person == target.Owner || person == target.Deputy) && target.State != TargetState.Retired,
            Evaluate: target.State is not (TargetState.Draft or TargetState.Retired) && May(Policies.EvaluateTargets),
            AskWaiver: target.State is not (TargetState.Draft or TargetState.Retired) && target.Blockers.Count > 0 && May(Policies.AskWaivers),
            SeeMissing: May(Policies.LogTraining),
            SeeDelivery: user.ScopeOf(Policies.ViewDelivery).IsWholeOrganisation,
            SeeIncidents: May(Policies.ViewIncidents),
            SeePages: May(Policies.ViewPages));

        bool May(string policy) => user.ScopeOf(policy).Covers(unit);
    }

    private static async Task<Dictionary<PersonId, string>> NamesAsync(PortalDbContext db, AdoptionTarget target, CancellationToken cancellationToken)
    {
        PersonId[] ids = [.. new[] { target.Owner, target.Deputy, target.ProposedBy, target.ApprovedBy, target.PausedBy, target.AcknowledgedBy }.OfType<PersonId>().Distinct()];
        return await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
    }
}
