using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Incidents;

public enum IncidentState
{
    /// <summary>Told by somebody; nobody has classified it yet.</summary>
    Reported,

    /// <summary>Its cause has a first version.</summary>
    Open,

    /// <summary>Causes are answered and follow-ups done.</summary>
    Closed,
}

/// <summary>
/// Something that stopped or harmed. Why it happened is written in versions: a later one takes the place of an earlier one and never its words, and nothing of
/// an incident is deleted.
/// </summary>
public sealed partial class Incident
{
    public const int NumberMaxLength = 40;
    public const string NumberPrefix = "INC-";

    /// <summary>Severity 1 and 2 are severe.</summary>
    public const int SevereUpTo = 2;

    public const int ReasonMaxLength = 1000;

    // A number that somebody brings along must not use up the sequence.
    private const int MostSerial = 100_000_000;

    private Incident() => (Number, Title, Systems, LossNote) = ("", "", "", "");

    public IncidentId Id { get; private set; }

    /// <summary>As people name it, such as <c>INC-0232</c>; unique.</summary>
    public string Number { get; private set; }

    /// <summary>The number's own number, for finding the next; 0 where it was brought along and reads otherwise.</summary>
    public int Serial { get; private set; }

    public string Title { get; private set; }

    /// <summary>1, the worst, to 4.</summary>
    public int Severity { get; private set; }

    public UnitId UnitId { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? DetectedAt { get; private set; }

    /// <summary>Null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public string Systems { get; private set; }

    public long? CustomersAffected { get; private set; }

    public decimal? Loss { get; private set; }

    public string LossNote { get; private set; }

    /// <summary>Null for an account that is nobody of the roster, and for an import.</summary>
    public PersonId? ReportedBy { get; private set; }

    public DateTimeOffset ReportedAt { get; private set; }

    public IncidentState State { get; private set; }

    public PersonId? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Of the attribution in force, so that lists and totals need no other table.</summary>
    public AiInvolvement AiInvolvement { get; private set; }

    /// <summary>Of the attribution in force.</summary>
    public ContributingFactors Factors { get; private set; }

    /// <summary>Counts saves; two people who change the same version are told apart by it.</summary>
    public int Version { get; private set; }

    public bool IsSevere => Severity <= SevereUpTo;

    public bool IsAiRelated => AiInvolvement.IsAiRelated();

    public IncidentFacts Facts => new(Title, Severity, UnitId, StartedAt, DetectedAt, EndedAt, Systems, CustomersAffected, Loss, LossNote);

    /// <param name="number">The next of its kind.</param>
    /// <param name="facts">As far as they are known.</param>
    /// <param name="by">Who tells it, when that is somebody of the roster.</param>
    /// <param name="now">The time.</param>
    public static Result<Incident> Report(string number, IncidentFacts facts, PersonId? by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        if (facts.Faults(now) is { Count: > 0 } faults) return IncidentErrors.Facts(faults);

        var incident = new Incident { Id = IncidentId.New(), Number = number, Serial = SerialOf(number), ReportedBy = by, ReportedAt = now };
        incident.Take(facts.Tidied());
        return incident;
    }

    /// <summary>
    /// Takes an incident that another system recorded under its own number, with the cause as far as that system states it. Nobody of the roster stands behind
    /// that cause; taking AI out of it needs two people as ever.
    /// </summary>
    public static Result<Incident> Bring(string number, IncidentFacts facts, Cause? cause, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(number)) return IncidentErrors.Facts([new(nameof(Number), "State its number, by which it is known when it comes again.")]);
        if (number.Trim().Length > NumberMaxLength) return IncidentErrors.Facts([new(nameof(Number), $"Use at most {NumberMaxLength} characters.")]);

        var reported = Report(number.Trim(), facts, by: null, now);
        if (!reported.IsSuccess || cause is null) return reported;
        var stated = reported.Value.Attribute(cause, "", default, now);
        return stated.IsSuccess ? reported : stated.Error!;
    }

    /// <summary>Whether these are the facts as they stand, or as they stood when they first came: what somebody corrected since is no contradiction.</summary>
    public bool WasToldAs(IncidentFacts facts) => facts.Tidied() is var told && (told == Facts || (Corrections is [.., var first] && told == first.Before));

    /// <summary>Corrects what happened; the ledger and the list of corrections keep what stood before.</summary>
    public Result Correct(IncidentFacts facts, string reason, PersonId by, DateTimeOffset now)
    {
        if (State == IncidentState.Closed) return IncidentErrors.Closed;
        if (Check(reason) is { } fault) return fault;
        if (facts.Faults(now) is { Count: > 0 } faults) return IncidentErrors.Facts(faults);

        var (before, after) = (Facts, facts.Tidied());
        if (before == after) return IncidentErrors.NothingNew;
        _corrections.Add(new IncidentCorrection(Id, before, reason.Trim(), by, now));
        Take(after);
        return Result.Success;
    }

    /// <summary>Closes it once causes are answered, and every follow-up is done or was dropped with a reason.</summary>
    public Result Close(PersonId by, DateTimeOffset now)
    {
        if (State == IncidentState.Closed) return IncidentErrors.Closed;
        if (Missing() is { Count: > 0 } missing) return IncidentErrors.NotDone(missing);

        (State, ClosedBy, ClosedAt) = (IncidentState.Closed, by, now);
        return Result.Success;
    }

    /// <summary>What closing still needs, by property name.</summary>
    public IReadOnlyList<FieldError> Missing()
    {
        var missing = new List<FieldError>();
        if (EndedAt is null) missing.Add(new(nameof(EndedAt), "It has not ended yet."));
        if (InForce is not { } cause) missing.Add(new(nameof(Attributions), "Its cause is not stated."));
        else missing.AddRange(cause.Cause.Unanswered());
        if (Waiting is not null) missing.Add(new(nameof(Attributions), "A new attribution waits for a second person."));
        if (_actions.Count == 0) missing.Add(new(nameof(Actions), "No follow-up is placed."));
        var open = _actions.Count(a => a.State == IncidentActionState.Open);
        if (open > 0) missing.Add(new(nameof(Actions), open == 1 ? "One follow-up is open." : $"{open} follow-ups are open."));
        return missing;
    }

    public Result Reopen(string reason, PersonId by, DateTimeOffset now)
    {
        if (State != IncidentState.Closed) return IncidentErrors.NotClosed;
        if (Check(reason) is { } fault) return fault;

        _events.Add(new IncidentEvent(Id, now, $"Opened again: {reason.Trim()}", by, now));
        (State, ClosedBy, ClosedAt) = (IncidentState.Open, null, null);
        return Result.Success;
    }

    /// <summary>The number after the highest so far, at least four digits wide.</summary>
    public static string NumberAfter(int serial) => string.Create(CultureInfo.InvariantCulture, $"{NumberPrefix}{serial + 1:0000}");

    private static int SerialOf(string number) =>
        number.StartsWith(NumberPrefix, StringComparison.Ordinal)
        && int.TryParse(number.AsSpan(NumberPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
        && serial < MostSerial
            ? serial
            : 0;

    private void Take(IncidentFacts facts)
    {
        (Title, Severity, UnitId, StartedAt) = (facts.Title, facts.Severity, facts.UnitId, facts.StartedAt);
        (DetectedAt, EndedAt, Systems) = (facts.DetectedAt, facts.EndedAt, facts.Systems);
        (CustomersAffected, Loss, LossNote) = (facts.CustomersAffected, facts.Loss, facts.LossNote);
    }

    private static Error? Check(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return IncidentErrors.ReasonMissing;
        return reason.Length > ReasonMaxLength ? IncidentErrors.TextTooLong : null;
    }
}
