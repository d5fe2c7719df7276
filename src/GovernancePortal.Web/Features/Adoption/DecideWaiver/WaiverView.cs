using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.DecideWaiver;

/// <summary>A waiver with who stands behind it, and what the user can do about it.</summary>
/// <param name="Obstacle">Why the user cannot agree; null when they can.</param>
/// <param name="MayEnd">Whether the user may refuse it or end it early.</param>
public sealed record WaiverView(
    WaiverId Id,
    int Version,
    AdoptionTargetId TargetId,
    string Target,
    string UnitName,
    string Guardrail,
    string Reason,
    DateOnly Until,
    WaiverState State,
    IReadOnlyList<Role> Missing,
    string AskedBy,
    DateTimeOffset AskedAt,
    string? Officer,
    string? Executive,
    string? EndedBy,
    string? EndReason,
    string? Obstacle,
    bool MayEnd);

/// <summary>A waiver with its target, within reach of the user.</summary>
internal sealed record WaiverCase(Waiver Waiver, AdoptionTarget Target, Unit Unit)
{
    /// <summary>Null when there is none, or none of a unit in which the user meets the policy.</summary>
    public static async Task<WaiverCase?> FindAsync(PortalDbContext db, CurrentUser user, string policy, WaiverId id, CancellationToken cancellationToken)
    {
        var waiver = await db.Waivers.SingleOrDefaultAsync(w => w.Id == id, cancellationToken);
        if (waiver is null) return null;
        var target = await db.AdoptionTargets.SingleAsync(t => t.Id == waiver.TargetId, cancellationToken);
        var unit = await db.Units.SingleAsync(u => u.Id == target.Scope, cancellationToken);
        return user.ScopeOf(policy).Covers(unit) ? new WaiverCase(waiver, target, unit) : null;
    }

    /// <summary>The role for which the user can still agree.</summary>
    public Role? RoleOf(CurrentUser user)
    {
        foreach (var role in Waiver.Missing)
        {
            if (user.Grants.Any(g => g.Role == role && g.Range.Covers(Unit.Left))) return role;
        }

        return null;
    }
}
