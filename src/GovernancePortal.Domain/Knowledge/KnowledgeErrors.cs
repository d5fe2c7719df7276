using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Knowledge;

/// <summary>Every refusal of a knowledge page.</summary>
public static class KnowledgeErrors
{
    public static readonly Error NotFound = new("page.notFound", "This page does not exist.", ErrorKind.NotFound);

    public static readonly Error Withdrawn = new("page.withdrawn", "This page is withdrawn.");

    public static readonly Error QuarantinedAlready = new("page.quarantined", "This page is quarantined already.");

    public static readonly Error EditedMeanwhile = new("page.edited", "The page was edited since you read it. Read it again; nothing was written.", ErrorKind.Conflict);

    public static readonly Error NoInterval = Field("page.interval", "Interval", "Say first for how long a verification of this page counts.");

    public static readonly Error ReasonMissing = Field("reason", "Reason", "State the reason.");

    public static readonly Error ReasonTooLong = Field("textTooLong", "Reason", $"Use at most {KnowledgePage.ReasonMaxLength} characters.");

    public static readonly Error WrongAnswerMissing = Field("reason", "Text", "Say what was wrong.");

    public static readonly Error WrongAnswerTooLong = Field("textTooLong", "Text", $"Use at most {WrongAnswer.TextMaxLength} characters.");

    public static readonly Error OutOfReach = new("page.scope", "Your role does not cover the unit of this page.", ErrorKind.Forbidden);

    public static readonly Error NobodyVerifies =
        new("page.person", "Your account is not linked to a person of the roster, so nobody would answer for this verification. An administrator links it.");

    internal static Error Facts(IReadOnlyList<FieldError> faults) =>
        new("page.facts", faults.Count == 1 ? faults[0].Message : $"{faults.Count} answers need another look. Nothing was written.", ErrorKind.Invalid) { Fields = faults };

    private static Error Field(string code, string field, string message) => new(code, message, ErrorKind.Invalid) { Fields = [new(field, message)] };
}
