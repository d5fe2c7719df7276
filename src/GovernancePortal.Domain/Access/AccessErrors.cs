using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Access;

/// <summary>Refusals that have to do with who asks, and with accounts, roles and keys.</summary>
public static class AccessErrors
{
    public static Error SignedOut { get; } = new("access.signed-out", "You are signed out. Sign in to go on.", ErrorKind.Forbidden);

    public static Error NoRole { get; } = new("access.role", "None of your roles covers this.", ErrorKind.Forbidden);

    public static Error OutOfScope { get; } = new("access.scope", "Your role does not cover this unit.", ErrorKind.Forbidden);

    public static Error PartOfOrganisation { get; } =
        new("access.whole", "This speaks of the whole organisation, and your role covers a part of it.", ErrorKind.Forbidden);

    /// <summary>A decision bears the name of a person, and this account is nobody's.</summary>
    public static Error NoPerson { get; } =
        new("noPerson", "Your account is not linked to a person of the roster, and this needs a named person. An administrator can link it.");

    public static Error OwnRoles { get; } = new("access.role.own", "You cannot give yourself a role. Another administrator can.", ErrorKind.Forbidden);

    public static Error PersonUnknown { get; } =
        new("access.user.person", "Nobody with this employee number works in the part of the organisation you administer.", ErrorKind.NotFound);

    public static Error PersonTaken { get; } = new("access.user.person.taken", "Another account is linked to this person already.", ErrorKind.Conflict);

    public static Error KeyAlreadyRevoked { get; } = new("access.key.revoked", "This key was withdrawn before.");

    public static Error UserOutOfScope { get; } =
        new("access.user.scope", "This user holds a role outside the part of the organisation you administer.", ErrorKind.Forbidden);

    public static Error UserRemoved { get; } = new("access.user.removed", "This account was removed. Invite the person again to open it.");

    public static Error OwnAccount { get; } = new("access.user.own", "You cannot remove your own account. Another administrator can.");

    public static Error LastAdministrator { get; } =
        new("access.administrator.last", "This is the last administrator of the whole organisation. Make somebody else administrator first.");

    public static Error RoleAlreadyHeld { get; } = new("access.role.held", "The user holds this role for this unit already.", ErrorKind.Conflict);

    public static Error EmailTaken { get; } =
        new("access.user.email", "There is an account with this e-mail already. Open it and assign the role there.", ErrorKind.Conflict);
}
