using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Changes;

/// <summary>Why a decision about a change was refused.</summary>
public static class ChangeErrors
{
    public static Error Superseded { get; } = new("change.superseded", "Another commit was pushed since. A sign-off belongs to the exact commit; look at the new one.", ErrorKind.Conflict);

    public static Error NotOpen { get; } = new("change.not-open", "The change is merged or closed, so there is nothing left to sign off.");

    public static Error OwnChange { get; } = new("change.own", "You wrote this change. Somebody else signs it off.");

    public static Error OperatorsChange { get; } = new("change.operator", "You operate or own the agent that wrote this change. Somebody else signs it off.");

    public static Error AuthorUnknown { get; } = new("change.author.unknown", "Nobody knows who wrote this change, so it cannot be shown that it was not you. Say on the page Logins whose login it is.");

    public static Error BeyondAgent { get; } = new("change.agent.system", "The register does not say that the agent may change this system. Whoever keeps the register of AI tools adds it there, or the change is refused.");

    public static Error SystemUnknown { get; } = new("change.system.unknown", "The change touches a system that is not registered. A governance officer registers it on the sign-off policy page.");

    public static Error Gone { get; } = new("change.approver.left", "The roster says that you no longer work here.");

    public static Error NoTraining { get; } = new("change.approver.literacy.none", "No training is asked of you, so it cannot be shown that you know how AI goes wrong. A requirement has to cover reviewers.");

    public static Error Untrained { get; } = new("change.approver.literacy", "You lack training that is asked of you. My training says which.");

    public static Error AlreadyApproved { get; } = new("change.approved", "You signed this commit off before; another person has to be the second.", ErrorKind.Conflict);

    public static Error AlreadyAllowed { get; } = new("change.allowed", "The gate lets this change through already, so no emergency pass is needed.");

    public static Error Rejected { get; } = new("change.rejected", "A reviewer found something wrong with this commit. An emergency pass does not go over a finding.");

    public static Error NoPass { get; } = new("change.no-pass", "This change had no emergency pass, or it was reviewed afterwards already.");

    public static Error OwnPass { get; } = new("change.pass.own", "You gave the emergency pass or wrote the change. Somebody else reviews it afterwards.");

    public static Error TooJunior(string needed) => new("change.approver.level", $"Signing off this change takes a {needed}, and the roster does not say that you are one.");

    public static Error SystemTraining(string course) => new("change.approver.system", $"Signing off changes to this system takes the course {course}, which you do not hold.");

    public static Error Overloaded(int most) => new("change.approver.load", $"You signed off {most} changes in seven days, which is the limit. Somebody else looks at this one.");
}
