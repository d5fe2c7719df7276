using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Incidents;

/// <summary>Every refusal of an incident.</summary>
public static class IncidentErrors
{
    public static readonly Error NotFound = new("incident.notFound", "This incident does not exist.", ErrorKind.NotFound);

    public static readonly Error ToldOtherwise =
        new("incident.differs", "An incident with this number is known with other facts. Facts are corrected by a person who gives the reason, on the incident’s page.", ErrorKind.Conflict);

    public static readonly Error Closed = new("incident.closed", "This incident is closed. Open it again first.");

    public static readonly Error NotClosed = new("incident.notClosed", "This incident is not closed.");

    public static readonly Error AnotherWaits = new("incident.waits", "A new attribution already waits for a second person. It is decided on first.");

    public static readonly Error NotWaiting = new("incident.notWaiting", "This attribution no longer waits for anybody.");

    public static readonly Error SamePerson = new("samePerson", "You proposed it, so somebody else has to decide. Taking AI out of a cause needs a second person.");

    public static readonly Error NothingNew = new("incident.nothingNew", "This says what stands there already. Nothing was written.");

    public static readonly Error NoSuchAction = new("incident.action", "This follow-up does not exist or is no longer open.", ErrorKind.NotFound);

    public static readonly Error NoSuchEntry = new("incident.entry", "This entry does not exist or is struck already.", ErrorKind.NotFound);

    public static readonly Error LinkedAlready = new("incident.linked", "This is linked already.");

    public static readonly Error ReasonMissing = new("reason", "State the reason.", ErrorKind.Invalid) { Fields = [new("Reason", "State the reason.")] };

    public static readonly Error TextTooLong =
        new("textTooLong", $"Use at most {Incident.ReasonMaxLength} characters.", ErrorKind.Invalid) { Fields = [new("Reason", $"Use at most {Incident.ReasonMaxLength} characters.")] };

    internal static Error Facts(IReadOnlyList<FieldError> faults) => Invalid("incident.facts", faults);

    internal static Error Cause(IReadOnlyList<FieldError> faults) => Invalid("incident.cause", faults);

    internal static Error Action(IReadOnlyList<FieldError> faults) => Invalid("incident.actionFacts", faults);

    internal static Error Event(IReadOnlyList<FieldError> faults) => Invalid("incident.entryFacts", faults);

    internal static Error NotDone(IReadOnlyList<FieldError> missing) =>
        new("incident.notDone", "It cannot be closed yet. " + string.Join(' ', missing.Select(m => m.Message)), ErrorKind.Refused) { Fields = missing };

    private static Error Invalid(string code, IReadOnlyList<FieldError> faults) =>
        new(code, faults.Count == 1 ? faults[0].Message : $"{faults.Count} answers need another look. Nothing was written.", ErrorKind.Invalid) { Fields = faults };
}
