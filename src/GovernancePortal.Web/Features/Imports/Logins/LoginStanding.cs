using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;

namespace GovernancePortal.Web.Features.Imports.Logins;

/// <summary>What is known about a login.</summary>
public enum LoginStanding
{
    /// <summary>Nobody has said whose it is.</summary>
    Waiting,

    /// <summary>Somebody said that nobody of the roster is behind it.</summary>
    Nobody,

    /// <summary>It is a person's.</summary>
    Linked,
}

/// <summary>What somebody saw when they decided; another decision in between is a conflict.</summary>
/// <param name="ByRoster">An address or a number of the roster joins it to the person; nobody decided.</param>
public sealed record LoginSeen(LoginStanding Standing, PersonId? PersonId = null, NobodyReason? Reason = null, bool ByRoster = false);
