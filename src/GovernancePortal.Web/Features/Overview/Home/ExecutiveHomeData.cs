using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Overview.Home;

/// <param name="Place">The unit whose executive this is.</param>
/// <param name="Incidents">Severe ones of the quarter, oldest first.</param>
public sealed record ExecutiveHomeData(
    string Place,
    DateTimeOffset Now,
    DateOnly? EvaluatedOn,
    int Units,
    int People,
    IReadOnlyList<HomeDecision> Decisions,
    IReadOnlyList<UnitPoint> Points,
    IReadOnlyList<IncidentBar> Incidents,
    HomeLiteracy Literacy)
{
    /// <summary>Units that may be drawn: measured, and large enough to name nobody.</summary>
    public IReadOnlyList<UnitPoint> Drawn { get; } = [.. Points.Where(p => p.Use.Share is not null)];

    public IReadOnlyList<UnitPoint> Ahead => [.. Drawn.Where(p => p.IsAhead)];

    public static DateTimeOffset QuarterStart(DateTimeOffset now) => new(now.Year, ((now.Month - 1) / 3 * 3) + 1, 1, 0, 0, 0, TimeSpan.Zero);
}

/// <summary>Something that moves only when a named person decides.</summary>
/// <param name="Rank">Paused targets come first.</param>
public sealed record HomeDecision(int Rank, string Question, string Why, DateTimeOffset Since, int Days, string Href, string Act)
{
    internal static HomeDecision Of(Waiver waiver, string unit, DateTimeOffset now) => new(
        1,
        $"Let {unit} go on although a guardrail does not hold?",
        $"A waiver until {TargetWords.Date(waiver.Until)} is asked for: {waiver.Reason} {(waiver.OfficerBy is null ? "It needs you and a governance officer." : "A governance officer has agreed.")}",
        waiver.AskedAt,
        (now.UtcDateTime.Date - waiver.AskedAt.UtcDateTime.Date).Days,
        $"targets/{waiver.TargetId}/waivers/{waiver.Id}",
        "Review waiver");

    internal static HomeDecision? Of(AdoptionTarget target, string unit, Dictionary<PersonId, string> names, PersonId? me, DateTimeOffset now)
    {
        var days = (now.UtcDateTime.Date - target.StateSince.UtcDateTime.Date).Days;
        var holding = target.Guardrails.Count(g => g.Holds);
        var blockers = target.Blockers.Select(TargetReadiness.DescribeBlocker).ToList();
        return target.State switch
        {
            TargetState.Paused when target.AcknowledgedAt is null && blockers.Count == 0 => new(
                0, $"Sign the restart of {unit}?", $"{(holding == target.Guardrails.Count ? $"All {holding} guardrails hold" : $"Nothing blocks it any more; {holding} of {target.Guardrails.Count} guardrails hold")}. Nobody has stated yet what was corrected. Your name lifts the pause.",
                target.StateSince, days, $"targets/{target.Id}/restart", "Review and sign"),
            TargetState.Paused when target.AcknowledgedAt is null => new(
                0, $"What is being done about {unit}?", $"It is paused by {TargetWords.Enumerate(blockers)}. It restarts when they clear and a named person has stated the corrective action.",
                target.StateSince, days, $"targets/{target.Id}", "Review the pause"),
            TargetState.Paused => new(
                0, $"Is what is being done about {unit} enough?",
                $"{names.GetValueOrDefault(target.AcknowledgedBy!.Value, "Somebody who left")} states: {target.CorrectiveAction} It restarts once {(blockers.Count == 0 ? "the guardrails have held long enough" : $"these clear: {TargetWords.Enumerate(blockers)}")}.",
                target.StateSince, days, $"targets/{target.Id}", "Review the pause"),
            TargetState.Proposed when me is null || target.ProposedBy != me => new(
                1,
                $"Approve {TargetWords.Title(target.Metric, target.TargetValue)} for {unit}?",
                $"Proposed by {(target.ProposedBy is { } by ? names.GetValueOrDefault(by, "somebody who left") : "nobody")}. {Say.Number(holding, capital: true)} of {Say.Number(target.Guardrails.Count)} guardrails hold. Approving does not start it{(blockers.Count == 0 ? "." : ": it stays blocked until they all do.")}",
                target.StateSince, days, $"targets/{target.Id}/approve", "Review proposal"),
            _ => null,
        };
    }
}

/// <summary>One unit with its use and its guardrails.</summary>
/// <param name="Holding">How many of the required types hold.</param>
/// <param name="Activity">Why its use looks like activity without value.</param>
public sealed record UnitPoint(AdoptionTargetId TargetId, string Unit, int People, UseReading Use, int Holding, int Required, TargetState State, string? Waived, string? Activity = null)
{
    private const double MuchUsed = 0.5;

    public bool AllHold => Holding == Required;

    public bool IsMuchUsed => Use.Share > MuchUsed;

    /// <summary>Used by more than half its people while a required guardrail does not hold.</summary>
    public bool IsAhead => IsMuchUsed && !AllHold;

    public string StateWords => State == TargetState.Approved && !AllHold ? "Approved, blocked" : State.ToString();

    internal static UnitPoint Of(AdoptionTarget target, Unit unit, UseGroups groups, string? activity)
    {
        var holding = target.Guardrails.Where(g => g.Holds).Select(g => g.Type).Intersect(GuardrailCatalogue.Mandatory).Count();
        // Executives see the figure of a paused target, and nobody that of a small group.
        var use = !groups.MayTell(unit.Left) ? new UseReading(null, UseShown.SmallGroup)
            : target.LastMetric is { } share ? new UseReading(share, UseShown.Yes)
            : new UseReading(null, UseShown.NoData);
        return new(target.Id, unit.Name, unit.TotalHeadcount, use, holding, GuardrailCatalogue.Mandatory.Count, target.State, WaiverWords.InForce(target.Waived), use.Shown == UseShown.SmallGroup ? null : activity);
    }
}

/// <param name="All">Everybody in the executive's units.</param>
/// <param name="Units">Units with a target, the furthest below what it needs first.</param>
public sealed record HomeLiteracy(CoverageCount All, IReadOnlyList<UnitLiteracy> Units)
{
    public int Below => Units.Count(u => !u.IsEnough);
}

/// <summary>Coverage of a unit against what its target needs.</summary>
/// <param name="Needed">Share, 0 to 1.</param>
public sealed record UnitLiteracy(UnitId UnitId, string Unit, CoverageCount Count, double Needed)
{
    /// <summary>Missing data is not enough.</summary>
    public bool IsEnough => Count.Share >= Needed;

    /// <summary>So few people that a count would name them.</summary>
    public bool IsSmall => Count.Asked is > 0 and < TargetMetrics.SmallestGroup;
}

/// <summary>One severe incident with its length.</summary>
public sealed record IncidentBar(IncidentId Id, string Number, string Title, DateTimeOffset StartedAt, TimeSpan Length, bool IsOver, bool IsAiRelated, string Cause)
{
    public string LengthWords => $"{(int)Length.TotalHours} h {Length.Minutes:00}{(IsOver ? "" : ", goes on")}";

    /// <summary>Monday of the week in which it began.</summary>
    public DateOnly Week => StartedAt.UtcDay().AddDays(-(((int)StartedAt.UtcDateTime.DayOfWeek + 6) % 7));

    internal static IncidentBar Of(Incident i, DateTimeOffset now) =>
        new(i.Id, i.Number, i.Title, i.StartedAt, (i.EndedAt ?? now) - i.StartedAt, i.EndedAt is not null, i.IsAiRelated, Words(i.AiInvolvement));

    private static string Words(AiInvolvement involvement) => involvement switch
    {
        AiInvolvement.NotAi => "Not AI",
        AiInvolvement.AuthoredByAi => "AI-written change",
        AiInvolvement.ActedOnAdvice => "Person acted on AI advice",
        AiInvolvement.ActedAlone => "AI acted on its own",
        AiInvolvement.StaleSource => "AI passed on a stale page",
        _ => "Cause not known yet",
    };
}
