using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Adoption;

/// <summary>What people do to a target.</summary>
public sealed partial class AdoptionTarget
{
    public Result Propose(PersonId by, DateTimeOffset now)
    {
        if (State != TargetState.Draft) return TargetErrors.WrongState("Proposing", State);
        if (Terms.ProposalFaults() is { Count: > 0 } faults) return TargetErrors.Proposal(faults);

        (ProposedBy, ProposedAt, RejectionReason) = (by, now, null);
        Enter(TargetState.Proposed, now);
        return Result.Success;
    }

    /// <summary>Sends it back, to be changed and proposed again.</summary>
    public Result Reject(string reason, DateTimeOffset now)
    {
        if (State != TargetState.Proposed) return TargetErrors.WrongState("Sending it back", State);
        if (Check(reason, TargetErrors.ReasonMissing) is { } fault) return fault;

        RejectionReason = reason.Trim();
        Enter(TargetState.Draft, now);
        return Result.Success;
    }

    /// <param name="required">Types it may not go without; the mandatory ones unless a back-test says otherwise.</param>
    public Result Approve(PersonId by, DateTimeOffset now, IReadOnlyList<GuardrailType>? required = null)
    {
        if (State != TargetState.Proposed) return TargetErrors.WrongState("Approving", State);
        if (by.Value == Guid.Empty || by == ProposedBy) return TargetErrors.SamePerson;
        if (MissingTypes(required) is { Count: > 0 } missing) return TargetErrors.MissingGuardrails(missing);

        (ApprovedBy, ApprovedAt) = (by, now);
        Enter(TargetState.Approved, now);
        return Result.Success;
    }

    /// <summary>A named person states what is being done. It resumes at an evaluation after that, once the guardrails hold again.</summary>
    public Result Acknowledge(PersonId by, string correctiveAction, DateTimeOffset now)
    {
        if (State != TargetState.Paused) return TargetErrors.WrongState("Stating a corrective action", State);
        if (Check(correctiveAction, TargetErrors.CorrectiveActionMissing) is { } fault) return fault;

        (AcknowledgedBy, AcknowledgedAt, CorrectiveAction) = (by, now, correctiveAction.Trim());
        return Result.Success;
    }

    /// <summary>Anyone in the unit may pull the cord.</summary>
    public Result Pause(PersonId by, string reason, DateTimeOffset now)
    {
        if (State != TargetState.Active) return TargetErrors.WrongState("Pausing", State);
        if (Check(reason, TargetErrors.ReasonMissing) is { } fault) return fault;

        BeginPause(by, reason.Trim(), now);
        return Result.Success;
    }

    public Result Retire(DateTimeOffset now)
    {
        if (State == TargetState.Retired) return TargetErrors.WrongState("Retiring", State);

        RetiredAt = now;
        Enter(TargetState.Retired, now);
        return Result.Success;
    }

    /// <summary>Called by a waiver that takes force or is ended early; null ends it.</summary>
    internal Result Waive(string guardrailKey, DateOnly? until)
    {
        if (Find(guardrailKey) is not { } guardrail) return TargetErrors.NoSuchGuardrail;
        guardrail.Waive(until);
        return Result.Success;
    }

    private void BeginPause(PersonId? by, string? reason, DateTimeOffset now)
    {
        (PausedBy, PauseReason, PausedAt, PausedSteps) = (by, reason, now, 0);
        (AcknowledgedBy, AcknowledgedAt, CorrectiveAction) = (null, null, null);
        Enter(TargetState.Paused, now);
    }

    private static Error? Check(string text, Error missing)
    {
        if (string.IsNullOrWhiteSpace(text)) return missing;
        return text.Length > ReasonMaxLength ? TargetErrors.TextTooLong : null;
    }
}
