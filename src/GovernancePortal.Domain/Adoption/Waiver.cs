using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Adoption;

/// <summary>
/// Lets a target go on for a while although one of its guardrails does not hold. Somebody asks and gives the reason; a governance officer and an executive
/// agree, two people who are not the one who asked. It ends by itself, and it never changes what was measured.
/// </summary>
public sealed class Waiver
{
    /// <summary>Longest time for which a guardrail can be waived; after it, somebody has to ask anew.</summary>
    public const int MaxDays = 30;

    /// <summary>The two roles that agree, each by a person of its own.</summary>
    public static readonly IReadOnlyList<Role> Approvers = [Role.GovernanceOfficer, Role.Executive];

    private Waiver() => (GuardrailKey, Reason) = ("", "");

    private Waiver(AdoptionTargetId targetId, string guardrailKey, DateOnly until, string reason, PersonId askedBy, DateTimeOffset askedAt)
    {
        (Id, TargetId, GuardrailKey, Until) = (WaiverId.New(), targetId, guardrailKey, until);
        (Reason, AskedBy, AskedAt) = (reason, askedBy, askedAt);
    }

    public WaiverId Id { get; private set; }

    /// <summary>Counts saves; two people who decide at once are told apart by it.</summary>
    public int Version { get; private set; }

    public AdoptionTargetId TargetId { get; private set; }

    public string GuardrailKey { get; private set; }

    /// <summary>The last day on which it counts.</summary>
    public DateOnly Until { get; private set; }

    public string Reason { get; private set; }

    public PersonId AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public PersonId? OfficerBy { get; private set; }

    public DateTimeOffset? OfficerAt { get; private set; }

    public PersonId? ExecutiveBy { get; private set; }

    public DateTimeOffset? ExecutiveAt { get; private set; }

    /// <summary>Who refused it or ended it early.</summary>
    public PersonId? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndReason { get; private set; }

    /// <summary>Asks for one. The guardrail has to be one of the target's that blocks it.</summary>
    public static Result<Waiver> Ask(AdoptionTarget target, string guardrailKey, DateOnly until, string reason, PersonId by, DateTimeOffset now)
    {
        if (target.State is TargetState.Draft or TargetState.Retired) return WaiverErrors.NoTarget;
        if (target.Guardrails.FirstOrDefault(g => g.Key.Equals(guardrailKey, StringComparison.Ordinal)) is not { } guardrail) return TargetErrors.NoSuchGuardrail;
        if (guardrail.Mode != GuardrailMode.Block) return WaiverErrors.OnlyWarns;

        var today = now.UtcDay();
        if (until <= today) return WaiverErrors.Past;
        if (until > today.AddDays(MaxDays)) return WaiverErrors.TooLong;
        if (string.IsNullOrWhiteSpace(reason)) return TargetErrors.ReasonMissing;
        if (reason.Length > AdoptionTarget.ReasonMaxLength) return TargetErrors.TextTooLong;
        return new Waiver(target.Id, guardrailKey, until, reason.Trim(), by, now);
    }

    public WaiverState StateOn(DateOnly day)
    {
        if (EndedAt is not null) return IsAgreed ? WaiverState.EndedEarly : WaiverState.Refused;
        if (day > Until) return IsAgreed ? WaiverState.Over : WaiverState.Lapsed;
        return IsAgreed ? WaiverState.InForce : WaiverState.Waiting;
    }

    /// <summary>The roles whose agreement it still waits for.</summary>
    public IReadOnlyList<Role> Missing => [.. Approvers.Where(r => (r == Role.GovernanceOfficer ? OfficerBy : ExecutiveBy) is null)];

    /// <summary>One of the two roles agrees. With the second, the guardrail no longer blocks until the waiver ends.</summary>
    public Result Agree(AdoptionTarget target, PersonId by, Role role, DateTimeOffset now)
    {
        if (StateOn(now.UtcDay()) != WaiverState.Waiting) return WaiverErrors.NotWaiting;
        if (by == AskedBy) return WaiverErrors.AskedByYou;
        if (by == OfficerBy || by == ExecutiveBy) return WaiverErrors.AgreedAlready;
        if (!Missing.Contains(role)) return WaiverErrors.RoleAgreed;

        if (role == Role.GovernanceOfficer) (OfficerBy, OfficerAt) = (by, now);
        else (ExecutiveBy, ExecutiveAt) = (by, now);
        return IsAgreed ? target.Waive(GuardrailKey, Until) : Result.Success;
    }

    /// <summary>Refuses it while it waits, or ends it while it is in force; the guardrail decides again at the next evaluation.</summary>
    public Result End(AdoptionTarget target, PersonId by, string reason, DateTimeOffset now)
    {
        var state = StateOn(now.UtcDay());
        if (state is not (WaiverState.Waiting or WaiverState.InForce)) return WaiverErrors.NotOpen;
        if (string.IsNullOrWhiteSpace(reason)) return TargetErrors.ReasonMissing;
        if (reason.Length > AdoptionTarget.ReasonMaxLength) return TargetErrors.TextTooLong;

        (EndedBy, EndedAt, EndReason) = (by, now, reason.Trim());
        // Where the guardrail itself is gone, nothing is left to end.
        if (state == WaiverState.InForce) _ = target.Waive(GuardrailKey, until: null);
        return Result.Success;
    }

    private bool IsAgreed => OfficerBy is not null && ExecutiveBy is not null;
}

/// <summary>Where a waiver stands on a day.</summary>
public enum WaiverState
{
    /// <summary>Asked for, and not agreed to by both roles.</summary>
    Waiting,
    InForce,

    /// <summary>Its last day has passed.</summary>
    Over,

    /// <summary>Its last day passed before both had agreed.</summary>
    Lapsed,
    Refused,
    EndedEarly,
}

public readonly record struct WaiverId(Guid Value) : ITypedId<WaiverId>
{
    public static WaiverId New() => new(Guid.CreateVersion7());

    public static WaiverId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Every refusal of a waiver.</summary>
public static class WaiverErrors
{
    public static readonly Error NotFound = new("waiver.notFound", "This waiver does not exist.", ErrorKind.NotFound);

    public static readonly Error NoTarget = new("waiver.target", "A waiver needs a target that has been proposed and is not retired.");

    public static readonly Error OnlyWarns = Field("waiver.warns", "GuardrailKey", "This guardrail only warns. There is nothing to waive.");

    public static readonly Error Past = Field("waiver.past", "Until", "State a day after today. The step of today is taken already.");

    public static readonly Error TooLong = Field("waiver.long", "Until", $"A guardrail can be waived for {Waiver.MaxDays} days at most.");

    public static readonly Error Open = Field("waiver.open", "GuardrailKey", "A waiver of this guardrail is waiting or in force already.");

    public static readonly Error NotWaiting = new("waiver.notWaiting", "This waiver no longer waits for anybody.");

    public static readonly Error NotOpen = new("waiver.notOpen", "This waiver has ended already.");

    public static readonly Error AskedByYou = new("samePerson", "You asked for it, so others have to agree.");

    public static readonly Error AgreedAlready = new("waiver.agreed", "You have agreed already. The other role needs another person.");

    public static readonly Error RoleAgreed = new("waiver.role", "Your role has agreed already. The other one is missing.");

    private static Error Field(string code, string field, string message) => new(code, message, ErrorKind.Invalid) { Fields = [new(field, message)] };
}
