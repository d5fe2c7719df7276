using GovernancePortal.Data;
using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Notices.Reading;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Notices.Mailing;

/// <summary>Puts a mail's words together when it goes: from the notices that are still so and unread, to the address of that moment.</summary>
internal sealed class LetterWriter(IOptions<MailOptions> options)
{
    private static readonly Addressee Nobody = new("", "");

    private MailOptions Options => options.Value;

    /// <summary>Null when there is nothing left to say, or nobody who wants to hear it.</summary>
    public async Task<Letter?> WriteAsync(PortalDbContext db, NoticeMail mail, DateOnly today, CancellationToken cancellationToken)
    {
        var notices = await db.Notices.AsNoTracking().Where(n => n.MailId == mail.Id && n.SettledAt == null && n.ReadAt == null).OrderByDescending(n => n.Kind).ThenBy(n => n.On).ThenBy(n => n.Id).ToListAsync(cancellationToken);
        if (notices.Count == 0) return null;

        if (mail.IsDigest) return await DigestAsync(db, mail.RecipientId, notices[^1].Figures, cancellationToken);
        return await RemindersAsync(db, new PersonId(mail.RecipientId), notices, today, cancellationToken);
    }

    private async Task<Letter?> DigestAsync(PortalDbContext db, Guid userId, Digest week, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId && u.RemovedAt == null && u.MailChoice != MailChoice.None, cancellationToken);
        if (user?.Email is null) return null;

        // Figures and links alone. Who it is stands in the portal, for those who lead them.
        return new Letter(
            new Addressee(user.DisplayName, user.Email),
            $"Training this week: {NoticeWords.Digest(week).TrimEnd('.')}",
            NoticeWords.Digest(week),
            [.. NoticeWords.Lines(week).Select(l => new LetterLine(l.Text + ".", Page(l.Page)))],
            [Choose]);
    }

    private async Task<Letter?> RemindersAsync(PortalDbContext db, PersonId personId, List<Notice> notices, DateOnly today, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId && (p.LeftOn == null || p.LeftOn > today), cancellationToken);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.PersonId == personId && u.RemovedAt == null, cancellationToken);
        var to = AddresseeOf(person, user);
        if (to == Nobody) return null;

        var ids = notices.FindAll(n => n.Kind.IsOfCourse()).ConvertAll(n => new CourseId(n.SubjectId));
        var courses = await db.Courses.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var subjects = await NoticeSubject.OfAsync(db, notices, cancellationToken);
        var lines = notices.FindAll(n => subjects.ContainsKey((n.Kind, n.SubjectId))).ConvertAll(n => LineOf(n, subjects[(n.Kind, n.SubjectId)]));
        if (lines.Count == 0) return null;

        var (topic, thing) = ids.Count == notices.Count ? ("Training", "course") : ("To do", "thing");
        var opening = lines.Count == 1 ? $"One {thing} waits for you." : $"{Say.Number(lines.Count, capital: true)} {thing}s wait for you.";
        return new Letter(
            to,
            lines.Count == 1 ? $"{topic}: {lines[0].Text.TrimEnd('.')}" : $"{topic}: {opening.TrimEnd('.')}",
            opening,
            lines,
            user is null ? [new LetterLine("Your lead can tell you where each course is taken")] : [topic == "Training" ? new LetterLine("All of your training", Page("training")) : new LetterLine("Everything that waits for you", Page("inbox")), Choose]);

        // Whoever cannot sign in is led to the course itself, and to nothing of the portal.
        LetterLine LineOf(Notice n, NoticeSubject about) =>
            new(NoticeWords.Reminder(n.Kind, about.Name, n.On), user is not null ? Page(about.Page) : n.Kind.IsOfCourse() ? ContentOf(courses[new CourseId(n.SubjectId)]) : null);
    }

    private static Addressee AddresseeOf(Person? person, PortalUser? user) =>
        person is null || user?.MailChoice == MailChoice.None || (person.Email ?? user?.Email) is not { } address ? Nobody : new Addressee(person.Name, address);

    private static Uri? ContentOf(Course course)
    {
        var link = course.Versions.FirstOrDefault(v => v.Label.Equals(course.CurrentVersion, StringComparison.Ordinal))?.Link;
        return Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
    }

    private LetterLine Choose => new("In your inbox you choose how often such mail comes", Page("inbox"));

    private Uri Page(string page) => new(new Uri(Options.PublicAddress!.AbsoluteUri.TrimEnd('/') + "/"), page);
}
