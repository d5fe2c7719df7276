using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Evidence;

/// <summary>Whether a file may stand as evidence in somebody's record.</summary>
internal static class EvidenceChecks
{
    /// <summary>A hash alone proves nothing: whoever names the file must have brought it. Null when it may, or when no file is named.</summary>
    public static async Task<FieldError?> FaultAsync(PortalDbContext db, string? sha256, string actor, string field, CancellationToken cancellationToken)
    {
        if (sha256 is null || await db.EvidenceKeepings.AnyAsync(k => k.Sha256 == sha256 && k.KeptBy == actor, cancellationToken)) return null;
        return new FieldError(field, "You have not brought this file. Choose it again.");
    }
}
