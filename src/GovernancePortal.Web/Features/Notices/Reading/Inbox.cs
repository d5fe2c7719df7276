using GovernancePortal.Data;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Notices.Reading;

/// <summary>What was told to whoever asks: as a person of the roster and as an account.</summary>
internal static class Inbox
{
    public static IQueryable<Notice> Of(PortalDbContext db, CurrentUser user)
    {
        var (account, person) = (user.UserId ?? Guid.Empty, user.PersonId?.Value ?? Guid.Empty);
        return db.Notices.Where(n => (n.RecipientId == account || n.RecipientId == person) && n.RecipientId != Guid.Empty);
    }

    public static Task<int> CountOpenAsync(PortalDbContext db, CurrentUser user, CancellationToken cancellationToken) =>
        Of(db, user).CountAsync(n => n.ReadAt == null && n.SettledAt == null, cancellationToken);
}
