using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Changes;

public sealed partial class ProposedChange
{
    /// <summary>Works out what the gate answers and remembers it, so that lists can be asked for it.</summary>
    public GateDecision Judge(SignOffTerms terms, IReadOnlyCollection<SignOff> given)
    {
        var decision = Gate.Decide(this, terms, given);
        (Verdict, DueAt) = (decision.Verdict, RegisteredAt.AddHours(terms.PromiseHours));
        var latest = Gate.Latest(given);
        var approvals = latest.Where(s => s.Kind == SignOffKind.Approval && s.ByLevel >= Level.Senior && !IsOwn(s.By)).ToList();
        SignedBySeniorAt = latest.Any(s => s.Kind == SignOffKind.Rejection) || approvals.Count == 0 ? null : approvals.Min(s => s.At);
        PassedAt = given.Any(s => s.Kind == SignOffKind.AfterReview) ? null : given.FirstOrDefault(s => s.Kind == SignOffKind.EmergencyPass)?.At;
        Enqueue();
        return decision;
    }

    /// <summary>A person signs this commit off.</summary>
    public Result<SignOff> Approve(Approver approver, SignOffTerms terms, IReadOnlyCollection<SignOff> given, string note, DateTimeOffset now)
    {
        if (CanDecide(approver.Id) is { IsSuccess: false } refused) return refused.Error!;
        if (UnknownSystems.Count > 0 || Systems.Count == 0) return ChangeErrors.SystemUnknown;
        if (BeyondAgent.Count > 0) return ChangeErrors.BeyondAgent;
        if (approver.Meets(terms) is { IsSuccess: false } unfit) return unfit.Error!;
        if (Gate.Latest(given).Any(s => s.By == approver.Id && s.Kind == SignOffKind.Approval)) return ChangeErrors.AlreadyApproved;

        return Made(SignOffKind.Approval, approver.Id, approver.Level, now).Found(FindingType.None, "", note);
    }

    /// <summary>A reviewer found something. Stopping a change takes no seniority and no training, only that it is somebody else's.</summary>
    public Result<SignOff> Reject(PersonId by, Level level, FindingType finding, string system, string note, DateTimeOffset now)
    {
        if (CanDecide(by) is { IsSuccess: false } refused) return refused.Error!;
        return Made(SignOffKind.Rejection, by, level, now).Found(finding, SystemOf(system), note);
    }

    /// <summary>Lets it through without sign-off because waiting would do more harm.</summary>
    public Result<SignOff> PassInEmergency(PersonId by, Level level, SignOffTerms terms, IReadOnlyCollection<SignOff> given, string reason, DateTimeOffset now)
    {
        if (CanDecide(by) is { IsSuccess: false } refused) return refused.Error!;
        if (UnknownSystems.Count > 0 || Systems.Count == 0) return ChangeErrors.SystemUnknown;
        if (BeyondAgent.Count > 0) return ChangeErrors.BeyondAgent;
        if (Gate.Latest(given).Any(s => s.Kind == SignOffKind.Rejection)) return ChangeErrors.Rejected;
        if (Gate.Decide(this, terms, given).IsAllowed) return ChangeErrors.AlreadyAllowed;

        return Made(SignOffKind.EmergencyPass, by, level, now).Found(FindingType.None, "", reason);
    }

    /// <summary>Says what a look at an emergency pass found, <see cref="FindingType.None"/> when all is well. The change may be merged by then, or pushed over.</summary>
    public Result<SignOff> ReviewAfter(PersonId by, Level level, IReadOnlyCollection<SignOff> given, FindingType finding, string system, string note, DateTimeOffset now)
    {
        if (!given.Any(s => s.Kind == SignOffKind.EmergencyPass) || given.Any(s => s.Kind == SignOffKind.AfterReview)) return ChangeErrors.NoPass;
        if (IsOwn(by) || given.Any(s => s.Kind == SignOffKind.EmergencyPass && s.By == by)) return ChangeErrors.OwnPass;
        return Made(SignOffKind.AfterReview, by, level, now).Found(finding, finding == FindingType.None ? "" : SystemOf(system), note);
    }

    /// <summary>Whether this person wrote it, or runs or owns the agent that did.</summary>
    public bool IsOwn(PersonId person) => person == AuthorId || (IsAgents && person == AgentOwner);

    private Result CanDecide(PersonId by)
    {
        if (!IsCurrent) return ChangeErrors.Superseded;
        if (State != ChangeState.Open) return ChangeErrors.NotOpen;
        if (!IsAuthorKnown) return ChangeErrors.AuthorUnknown;
        if (IsOwn(by)) return IsAgents ? ChangeErrors.OperatorsChange : ChangeErrors.OwnChange;
        return Result.Success;
    }

    private string SystemOf(string system) => Systems.FirstOrDefault(s => s.Equals(system.Trim(), StringComparison.OrdinalIgnoreCase)) ?? (Systems.Count > 0 ? Systems[0] : "");

    private SignOff Made(SignOffKind kind, PersonId by, Level level, DateTimeOffset now) => new(Id, kind, by, level, now);
}
