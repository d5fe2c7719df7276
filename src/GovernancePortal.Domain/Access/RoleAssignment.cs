using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Access;

public readonly record struct RoleAssignmentId(Guid Value) : ITypedId<RoleAssignmentId>
{
    public static RoleAssignmentId New() => new(Guid.CreateVersion7());

    public static RoleAssignmentId From(Guid value) => new(value);
}

/// <summary>A role that a user holds for a unit and everything below it.</summary>
public sealed class RoleAssignment
{
    private RoleAssignment() { }

    public RoleAssignment(Guid userId, Role role, UnitId unitId, DateTimeOffset assignedAt) =>
        (Id, UserId, Role, UnitId, AssignedAt) = (RoleAssignmentId.New(), userId, role, unitId, assignedAt);

    public RoleAssignmentId Id { get; private set; }

    public Guid UserId { get; private set; }

    public Role Role { get; private set; }

    public UnitId UnitId { get; private set; }

    public DateTimeOffset AssignedAt { get; private set; }
}
