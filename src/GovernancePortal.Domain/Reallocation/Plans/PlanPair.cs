using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>What was settled about one person and one role, whatever the match would say.</summary>
public sealed class PlanPair
{
    public const int ReasonMaxLength = 500;

    private PlanPair() { }

    internal PlanPair(PlanId planId, PersonId personId, RoleProfileId roleId, PairKind kind, string reason, DateTimeOffset now) =>
        (PlanId, PersonId, RoleId, Kind, Reason, SetAt) = (planId, personId, roleId, kind, reason, now);

    public PlanId PlanId { get; private set; }

    public PersonId PersonId { get; private set; }

    public RoleProfileId RoleId { get; private set; }

    public PairKind Kind { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset SetAt { get; private set; }
}
