using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>A position, or a share of one, whose work goes away or is done otherwise.</summary>
public sealed class DisplacedPosition
{
    public const int ReasonMaxLength = 1000;

    private DisplacedPosition() { }

    internal DisplacedPosition(CaseId caseId, PersonId personId, decimal share, string reason, DateTimeOffset now)
    {
        (CaseId, PersonId, MarkedAt, IsOpen) = (caseId, personId, now, true);
        State(share, reason);
    }

    public CaseId CaseId { get; private set; }

    public PersonId PersonId { get; private set; }

    /// <summary>Of the position, above 0 and at most 1.</summary>
    public decimal Share { get; private set; }

    /// <summary>Why this position; empty where the reasons of the case say it.</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset MarkedAt { get; private set; }

    /// <summary>Whether it is marked in a case that is not over; a person is so in one case at most.</summary>
    public bool IsOpen { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string WithdrawReason { get; private set; } = "";

    internal void State(decimal share, string reason) => (Share, Reason) = (share, reason);

    internal void Withdraw(string reason, DateTimeOffset now) => (IsOpen, WithdrawnAt, WithdrawReason) = (false, now, reason);

    internal void Release() => IsOpen = false;
}
