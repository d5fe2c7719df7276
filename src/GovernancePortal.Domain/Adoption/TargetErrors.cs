using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Adoption;

/// <summary>Every refusal of an adoption target.</summary>
public static class TargetErrors
{
    public static readonly Error NotFound = new("target.notFound", "This target does not exist.", ErrorKind.NotFound);

    public static readonly Error SamePerson = new("samePerson", "Approval refused: proposer and approver are the same person.");

    public static readonly Error ClockBack = new("clockBack", "This target was already evaluated for a later day.");

    public static readonly Error CorrectiveActionMissing = Field("correctiveAction", "CorrectiveAction", "State what is being done about it.");

    public static readonly Error ReasonMissing = Field("reason", "Reason", "State the reason.");

    public static readonly Error TextTooLong = new("textTooLong", $"Use at most {AdoptionTarget.ReasonMaxLength} characters.", ErrorKind.Invalid);

    public static readonly Error DeputyIsOwner = Field("deputy", "Deputy", "Owner and deputy must be two people.");

    public static readonly Error NotNamed = new("notNamed", "Only the owner and the deputy of this target can accept it.");

    public static readonly Error NoSuchGuardrail = new("guardrail.notFound", "This target has no such guardrail.", ErrorKind.NotFound);

    internal const string WrongStateCode = "target.state";

    internal static Error WrongState(string attempt, TargetState state) =>
        new(WrongStateCode, $"{attempt} is not possible while the target is {StateWord(state)}.");

    /// <summary>The code lists every reason, as in <c>missing:owner,usageIncentive</c>.</summary>
    internal static Error Proposal(IReadOnlyList<ProposalFault> faults) =>
        new(string.Join(',', faults.Select(f => f.Code)), "This cannot be proposed yet.", ErrorKind.Invalid)
        {
            Fields = [.. faults.Select(f => new FieldError(f.Field, f.Message))],
        };

    /// <summary>The code lists the types, as in <c>missing KbFreshness,SeniorSignOff</c>.</summary>
    internal static Error MissingGuardrails(IReadOnlyList<GuardrailType> types) =>
        new(
            "missing " + string.Join(',', types),
            $"Approval refused: no target goes without {string.Join(", ", types.Select(t => GuardrailCatalogue.Of(t).Name))}.");

    internal static Error Terms(IReadOnlyList<FieldError> faults) => new("target.terms", "Some of the terms are not usable.", ErrorKind.Invalid) { Fields = faults };

    internal static Error Guardrail(IReadOnlyList<FieldError> faults) =>
        new("guardrail.settings", "These thresholds are not usable.", ErrorKind.Invalid) { Fields = faults };

    internal static Error GuardrailKey(string message) => Field("guardrail.key", "Key", message);

    private static Error Field(string code, string field, string message) =>
        new(code, message, ErrorKind.Invalid) { Fields = [new(field, message)] };

    private static string StateWord(TargetState state) => state switch
    {
        TargetState.Draft => "a draft",
        TargetState.Proposed => "proposed",
        TargetState.Approved => "approved",
        TargetState.Active => "active",
        TargetState.Paused => "paused",
        TargetState.Achieved => "achieved",
        _ => "retired",
    };
}
