using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Platform.Access;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>What people report of themselves and nobody has decided on.</summary>
internal static class WaitingReports
{
    public static IQueryable<Completion> Within(PortalDbContext db, UnitScope scope)
    {
        var people = db.People.Within(db.Units, scope).Select(p => p.Id);
        return db.Completions.Where(c => c.Status == CompletionStatus.Reported && c.VoidedAt == null && people.Contains(c.PersonId));
    }
}
