using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Features.Adoption.Reading;

namespace GovernancePortal.Web.Features.Adoption.GetTarget;

/// <summary>Puts decisions and evaluations of a target in one order, newest first.</summary>
internal static class TargetHistory
{
    public static IEnumerable<TargetEvent> Of(
        AdoptionTarget target, EvaluationRecord? newest, IReadOnlyList<EvaluationRecord> changes, IReadOnlyList<Waiver> waivers, Func<PersonId?, string?> name)
    {
        var events = new List<TargetEvent>();
        Add(target.ProposedAt, "target.proposed", "done", $"Proposed by {name(target.ProposedBy)}", null);
        Add(target.ApprovedAt, "target.approved", "done", $"Approved by {name(target.ApprovedBy)}", null);
        if (target.PausedBy is not null) Add(target.PausedAt, "target.paused", "paused", $"Stopped by {name(target.PausedBy)}", target.PauseReason);
        Add(target.AcknowledgedAt, "target.acknowledged", "done", $"Corrective action stated by {name(target.AcknowledgedBy)}", target.CorrectiveAction);
        Add(target.RetiredAt, "target.retired", "struck", "Retired", null);
        if (target.RejectionReason is { } reason && target.State == TargetState.Draft) Add(target.StateSince, "target.rejected", "struck", "Sent back", reason);

        foreach (var waiver in waivers)
        {
            var what = target.Guardrails.Where(g => g.Key == waiver.GuardrailKey).Select(g => GuardrailCatalogue.Of(g.Type).Name).FirstOrDefault(waiver.GuardrailKey);
            Add(waiver.AskedAt, "target.waiver-asked", "wait", $"Waiver asked for: {what} until {TargetWords.Date(waiver.Until)}", waiver.Reason);
            if (waiver.Missing.Count == 0) Add(Later(waiver.OfficerAt, waiver.ExecutiveAt), "target.waiver-agreed", "fails", $"Waiver in force: {what} until {TargetWords.Date(waiver.Until)}", null);
            Add(waiver.EndedAt, "target.waiver-ended", "struck", $"Waiver ended: {what}", waiver.EndReason);
        }

        events.AddRange(changes.Reverse().Select(e => new TargetEvent(e.EvaluatedAt, TargetEvaluator.KindOf(e), TargetWords.Shape(e.After), Change(e), Figures(e))));
        if (newest is { Transition: null })
            events.Add(new(newest.EvaluatedAt, null, TargetWords.Shape(newest.After), $"Evaluated: still {newest.After.ToString().ToLowerInvariant()}", Figures(newest)));

        // Of what happened in the same moment, the later part was added later.
        return events.AsEnumerable().Reverse().OrderByDescending(e => e.At);

        void Add(DateTimeOffset? at, string kind, string shape, string what, string? evidence)
        {
            if (at is { } time) events.Add(new(time, kind, shape, what, evidence));
        }
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other ? one : other;

    private static string Change(EvaluationRecord e) => e.After switch
    {
        TargetState.Paused => "Paused by itself: " + TargetWords.Enumerate(
            [.. e.Findings.Where(f => f.Mode == GuardrailMode.Block && !f.Holds && f.WaivedUntil is null).Select(f => $"{GuardrailCatalogue.Of(f.Type).Name} {(f.Value is { } v ? TargetWords.Figure(f.Type, v) : "without data")}")]),
        TargetState.Active when e.Before == TargetState.Paused => $"Active again: {Holding(e)} and a named person signed",
        TargetState.Active => $"Active: {Holding(e)}",
        TargetState.Achieved => "Achieved, with the outcome no worse than before",
        _ => e.After.ToString(),
    };

    private static string Holding(EvaluationRecord e)
    {
        var waived = e.Findings.Where(f => f.Mode == GuardrailMode.Block && !f.Holds && f.WaivedUntil is not null).Select(f => GuardrailCatalogue.Of(f.Type).Name).ToList();
        return waived.Count == 0 ? "every blocking guardrail holds" : $"every blocking guardrail holds but {TargetWords.Enumerate(waived)}, which {(waived.Count == 1 ? "is" : "are")} waived,";
    }

    private static string Figures(EvaluationRecord e)
    {
        var failing = e.Findings.Where(f => !f.Holds).Select(f => $"{GuardrailCatalogue.Of(f.Type).Name} {(f.Value is { } v ? TargetWords.Figure(f.Type, v) : "without data")}").ToList();
        var holding = e.Findings.Count - failing.Count;
        return failing.Count == 0 ? $"All {e.Findings.Count} guardrails hold." : $"{TargetWords.Capital(TargetWords.Enumerate(failing))}. {holding} of {e.Findings.Count} hold.";
    }
}
