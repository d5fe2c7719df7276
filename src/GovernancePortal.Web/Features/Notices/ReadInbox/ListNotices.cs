using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Features.Notices.Mailing;
using GovernancePortal.Web.Features.Notices.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Notices.ReadInbox;

/// <summary>What was told to whoever asks: what waits first, then the rest, each the newest first.</summary>
[Requires(Policies.SignedIn)]
public sealed record ListNoticesQuery(Paging Paging) : IRequest<Result<InboxView>>;

/// <param name="Open">How many wait.</param>
/// <param name="MailGoesOut">Whether this portal sends mail at all.</param>
/// <param name="Choice">Whether the user wants mail.</param>
public sealed record InboxView(PageOf<NoticeRow> Notices, int Open, bool MailGoesOut, MailChoice Choice);

/// <param name="Course">Name of the course, or of the follow-up, incident or page; empty for a digest.</param>
/// <param name="Page">Where that is found in the portal.</param>
public sealed record NoticeRow(
    long Id, NoticeKind Kind, Guid SubjectId, string Subject, DateOnly On, Digest Figures, DateTimeOffset MadeAt, DateTimeOffset? ReadAt, DateTimeOffset? SettledAt, string Page = "")
{
    public bool IsOpen => ReadAt is null && SettledAt is null;
}

internal sealed class ListNoticesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, IOptions<MailOptions> mail) : IRequestHandler<ListNoticesQuery, Result<InboxView>>
{
    public async Task<Result<InboxView>> Handle(ListNoticesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = Inbox.Of(db, user).AsNoTracking();
        var total = await own.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var notices = own.OrderBy(n => n.ReadAt == null && n.SettledAt == null ? 0 : 1).ThenByDescending(n => n.MadeAt).ThenByDescending(n => n.Kind).ThenByDescending(n => n.Id).Skip(paging.Skip).Take(paging.Size);
        var rows = await notices.ToListAsync(cancellationToken);
        var subjects = await NoticeSubject.OfAsync(db, rows, cancellationToken);
        var choice = await db.Users.Where(u => u.Id == user.UserId).Select(u => u.MailChoice).SingleOrDefaultAsync(cancellationToken);
        var page = new PageOf<NoticeRow>([.. rows.Select(n => RowOf(n, subjects.GetValueOrDefault((n.Kind, n.SubjectId))))], total, paging.Page, paging.Size);
        return new InboxView(page, await Inbox.CountOpenAsync(db, user, cancellationToken), mail.Value.IsOn, choice);
    }

    private static NoticeRow RowOf(Notice n, NoticeSubject about) => new(n.Id, n.Kind, n.SubjectId, about.Name ?? "", n.On, n.Figures, n.MadeAt, n.ReadAt, n.SettledAt, about.Page ?? "");
}
