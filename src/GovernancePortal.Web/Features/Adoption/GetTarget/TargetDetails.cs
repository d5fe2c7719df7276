using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Reading;

namespace GovernancePortal.Web.Features.Adoption.GetTarget;

/// <summary>The answer of <see cref="GetTargetQuery"/>; also the shape of the HTTP API.</summary>
public sealed record TargetDetails(
    TargetHead Target, TargetPeople People, TargetDates Dates, IReadOnlyList<TargetGuardrail> Guardrails, IReadOnlyList<TargetWaiver> Waivers, IReadOnlyList<TargetEvent> History, TargetOptions Options);

/// <param name="Use">The use figure as the user may see it.</param>
/// <param name="AsOf">When this was read.</param>
public sealed record TargetHead(
    AdoptionTargetId Id,
    int Version,
    string Title,
    UnitId UnitId,
    string UnitName,
    string UnitPath,
    string? Metric,
    double? BaselineValue,
    double? TargetValue,
    string? OutcomeMetric,
    double? OutcomeBaseline,
    Direction OutcomeDirection,
    double? Outcome,
    UseReading Use,
    TargetState State,
    DateTimeOffset StateSince,
    double Readiness,
    string ReadinessText,
    string? PauseReason,
    string? CorrectiveAction,
    string? RejectionReason,
    int AchieveAfter,
    string Template,
    DateOnly? LastEvaluatedOn,
    DateTimeOffset AsOf);

/// <summary>Names of who answers for it and who decided.</summary>
public sealed record TargetPeople(string? Owner, string? Deputy, string? ProposedBy, string? ApprovedBy, string? PausedBy, string? AcknowledgedBy);

public sealed record TargetDates(
    DateOnly? Start,
    DateOnly? Due,
    DateTimeOffset Drafted,
    DateTimeOffset? Proposed,
    DateTimeOffset? Approved,
    DateTimeOffset? FirstActive,
    DateTimeOffset? Paused,
    DateTimeOffset? Acknowledged,
    DateTimeOffset? Achieved,
    DateTimeOffset? Retired,
    DateTimeOffset? OwnerAccepted,
    DateTimeOffset? DeputyAccepted)
{
    internal static TargetDates Of(AdoptionTarget t) => new(
        t.StartDate, t.DueDate, t.DraftedAt, t.ProposedAt, t.ApprovedAt, t.FirstActiveAt, t.PausedAt, t.AcknowledgedAt, t.AchievedAt, t.RetiredAt, t.OwnerAcceptedAt, t.DeputyAcceptedAt);
}

/// <summary>One guardrail as of the last evaluation.</summary>
/// <param name="Words">The counts behind the value.</param>
public sealed record TargetGuardrail(
    string Key,
    GuardrailType Type,
    string Name,
    string Meaning,
    string Formula,
    GuardrailUnit Unit,
    GuardrailMode Mode,
    Direction Direction,
    double Enter,
    double Exit,
    int BreachAfter,
    int ClearAfter,
    int MinSample,
    double? MaxAgeDays,
    GuardrailStatus Status,
    bool Holds,
    double? Value,
    long? Sample,
    double? AgeDays,
    string Words,
    DateOnly? WaivedUntil)
{
    public bool IsBlocking => Mode == GuardrailMode.Block && !Holds && WaivedUntil is null;

    public bool IsWaived => Mode == GuardrailMode.Block && !Holds && WaivedUntil is not null;

    internal static TargetGuardrail Of(Guardrail g, EvaluationRecord? newest)
    {
        var definition = GuardrailCatalogue.Of(g.Type);
        var words = newest?.Findings.FirstOrDefault(f => f.Key == g.Key)?.Words ?? "Not evaluated yet.";
        return new(
            g.Key, g.Type, definition.Name, definition.Meaning, definition.Formula, definition.Unit, g.Mode, g.Direction, g.Enter, g.Exit,
            g.BreachAfter, g.ClearAfter, g.MinSample, g.MaxAgeDays, g.LastStatus, g.Holds, g.LastValue, g.LastSample, g.LastAgeDays, words, g.WaivedUntil);
    }
}

/// <summary>A waiver that was asked for, with where it stands today.</summary>
/// <param name="Guardrail">Plain name.</param>
public sealed record TargetWaiver(WaiverId Id, string Guardrail, DateOnly Until, string Reason, WaiverState State, string StateWords);

/// <summary>What the user can do with it now.</summary>
/// <param name="SeeMissing">By name, who lacks training.</param>
/// <param name="SeeDelivery">Of the whole organisation.</param>
public sealed record TargetOptions(bool Approve, bool Reject, bool Revise, bool SignRestart, bool Pause, bool Retire, bool Accept, bool Evaluate, bool AskWaiver, bool SeeMissing, bool SeeDelivery, bool SeeIncidents, bool SeePages);

/// <summary>One thing that happened.</summary>
/// <param name="Kind">As the ledger names it; null for what it does not keep.</param>
/// <param name="Shape">Status mark.</param>
/// <param name="LedgerNumber">Where the ledger keeps it.</param>
public sealed record TargetEvent(DateTimeOffset At, string? Kind, string Shape, string What, string? Evidence, long? LedgerNumber = null);
