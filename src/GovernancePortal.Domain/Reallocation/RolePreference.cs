using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>What somebody thinks of a role: a rank, or that they do not want it.</summary>
public sealed class RolePreference
{
    private RolePreference() { }

    /// <param name="personId">Whose.</param>
    /// <param name="roleId">Which role.</param>
    /// <param name="rank">From 1, the most wanted, on; null for a role that is declined.</param>
    /// <param name="on">The day.</param>
    public RolePreference(PersonId personId, RoleProfileId roleId, int? rank, DateOnly on) => (PersonId, RoleId, Rank, StatedOn) = (personId, roleId, rank, on);

    public PersonId PersonId { get; private set; }

    public RoleProfileId RoleId { get; private set; }

    public int? Rank { get; private set; }

    public DateOnly StatedOn { get; private set; }

    public bool IsDeclined => Rank is null;
}
