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

    internal static Error Facts(IReadOnlyList<FieldError> faults) =>
        new("page.facts", faults.Count == 1 ? faults[0].Message : $"{faults.Count} answers need another look. Nothing was written.", ErrorKind.Invalid) { Fields = faults };

    private static Error Field(string code, string field, string message) => new(code, message, ErrorKind.Invalid) { Fields = [new(field, message)] };
}
