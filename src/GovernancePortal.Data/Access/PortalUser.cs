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

    /// <summary>Made by the demo; never present outside Development.</summary>
    public bool IsDemo { get; set; }
}
