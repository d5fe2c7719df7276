using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Adoption;

/// <summary>Who answers for a target. Being named is not enough: owner and deputy accept it, and confirm it every 90 days.</summary>
public sealed partial class AdoptionTarget
{
    /// <summary>For how long an acceptance counts.</summary>
    public const int AcceptanceDays = 90;

    /// <summary>Answers for it while the owner is away.</summary>
    public PersonId? Deputy { get; private set; }

    public DateTimeOffset? OwnerAcceptedAt { get; private set; }

    public DateTimeOffset? DeputyAcceptedAt { get; private set; }

    /// <param name="deputy">Null for none.</param>
    public Result NameDeputy(PersonId? deputy)
    {
        if (State != TargetState.Draft) return TargetErrors.WrongState("Naming a deputy", State);
        if (deputy is not null && deputy == Owner) return TargetErrors.DeputyIsOwner;

        if (deputy != Deputy) DeputyAcceptedAt = null;
        Deputy = deputy;
        return Result.Success;
    }

    /// <summary>The owner or the deputy says that they answer for it.</summary>
    public Result Accept(PersonId by, DateTimeOffset now)
    {
        if (State == TargetState.Retired) return TargetErrors.WrongState("Accepting", State);
        if (by != Owner && by != Deputy) return TargetErrors.NotNamed;

        if (by == Owner) OwnerAcceptedAt = now;
        else DeputyAcceptedAt = now;
        return Result.Success;
    }
}
