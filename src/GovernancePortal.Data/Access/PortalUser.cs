using GovernancePortal.Domain.Notices;
using GovernancePortal.Domain.Organisation;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Data.Access;

/// <summary>Somebody who can sign in. A user may be a person of the roster; what they may do follows from their role assignments alone.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public const int DisplayNameMaxLength = 200;

    public PortalUser() => Id = Guid.CreateVersion7();

    /// <summary>Name or function, as the ledger and the top bar show it.</summary>
    public string DisplayName { get; set; } = "";

    public PersonId? PersonId { get; set; }

    /// <summary>When an administrator took the account away; such an account cannot sign in.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Whether notices come by mail as well.</summary>
    public MailChoice MailChoice { get; set; }

    /// <summary>Made by the demo; never present outside Development.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Makes the account usable: a new one, or one that was removed. Nothing of an earlier life opens it.</summary>
    public void Open(string email, string normalizedEmail, string displayName)
    {
        (UserName, NormalizedUserName, Email, NormalizedEmail) = (email, normalizedEmail, email, normalizedEmail);
        (DisplayName, RemovedAt, EmailConfirmed) = (displayName, null, true);
        LockoutEnabled = true;
        EndSessions();
    }

    /// <summary>Takes the account away; <see cref="RemovedAt"/> keeps it out and its password is forgotten.</summary>
    public void Remove(DateTimeOffset now)
    {
        (RemovedAt, PasswordHash, TwoFactorEnabled, PersonId) = (now, null, false, null);
        EndSessions();
    }

    /// <summary>Forgets the second step and ends a lockout; passkeys and recovery codes are rows of their own.</summary>
    public void ResetSecondStep()
    {
        (TwoFactorEnabled, LockoutEnd, AccessFailedCount) = (false, null, 0);
        EndSessions();
    }

    /// <summary>Every session, open page and link made before ends.</summary>
    public void EndSessions() => (SecurityStamp, ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
}
