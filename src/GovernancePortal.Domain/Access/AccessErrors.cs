using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Access;

/// <summary>Refusals that have to do with who asks.</summary>
public static class AccessErrors
{
    public static Error SignedOut { get; } = new("access.signed-out", "You are signed out. Sign in to go on.", ErrorKind.Forbidden);

    public static Error NoRole { get; } = new("access.role", "None of your roles covers this.", ErrorKind.Forbidden);

    public static Error OutOfScope { get; } = new("access.scope", "Your role does not cover this unit.", ErrorKind.Forbidden);

    public static Error KeyAlreadyRevoked { get; } = new("access.key.revoked", "This key was withdrawn before.");
}
