using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Features.Notices.Mailing;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Notices.WatchMail;

/// <summary>Whether mail goes out. Counts and causes alone: what a mail says, and to whom, is theirs.</summary>
[Requires(Policies.ManageMail)]
public sealed record GetMailStateQuery : IRequest<Result<MailReport>>, IWholeOrganisationRequest;

/// <param name="Way">How mails go out; null when they do not.</param>
/// <param name="LastSentAt">When the last one left.</param>
/// <param name="SentInWeek">How many left in the last seven days.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="NextAt">When the first of them is due; not in quiet hours.</param>
/// <param name="HeldUpBy">The cause.</param>
/// <param name="Failed">What is not tried again by itself, by cause.</param>
/// <param name="NoticesMadeOn">The last day whose notices were made.</param>
public sealed record MailReport(
    string? Way, string Quiet, DateTimeOffset? LastSentAt, int SentInWeek, int Waiting, DateTimeOffset? NextAt, MailFault HeldUpBy, IReadOnlyList<FailedMails> Failed, DateOnly? NoticesMadeOn);

public sealed record FailedMails(MailFault Fault, int Count, DateTimeOffset LastAt);

internal sealed class GetMailStateHandler(IDbContextFactory<PortalDbContext> contexts, IOptions<MailOptions> options, TimeProvider clock) : IRequestHandler<GetMailStateQuery, Result<MailReport>>
{
    public async Task<Result<MailReport>> Handle(GetMailStateQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var settings = options.Value;
        var weekAgo = clock.GetUtcNow().AddDays(-7);
        var sent = db.NoticeMails.Where(m => m.State == MailState.Sent);
        var waiting = db.NoticeMails.Where(m => m.State == MailState.Waiting);
        var next = await waiting.OrderBy(m => m.DueAt).Select(m => (DateTimeOffset?)m.DueAt).FirstOrDefaultAsync(cancellationToken);
        var heldUpBy = await waiting.Where(m => m.Fault != MailFault.None).OrderBy(m => m.DueAt).Select(m => m.Fault).FirstOrDefaultAsync(cancellationToken);
        var failed = await db.NoticeMails.Where(m => m.State == MailState.Failed).GroupBy(m => m.Fault).Select(g => new { g.Key, Count = g.Count(), Last = g.Max(m => m.ChangedAt) }).ToListAsync(cancellationToken);
        return new MailReport(
            WayOf(settings),
            QuietWords(settings),
            await sent.OrderByDescending(m => m.ChangedAt).Select(m => m.ChangedAt).FirstOrDefaultAsync(cancellationToken),
            await sent.CountAsync(m => m.ChangedAt >= weekAgo, cancellationToken),
            await waiting.CountAsync(cancellationToken),
            next is { } due ? settings.Quiet.NextOpen(due) : null,
            heldUpBy,
            [.. failed.OrderBy(f => f.Key).Select(f => new FailedMails(f.Key, f.Count, f.Last!.Value))],
            await db.NoticeRuns.OrderByDescending(r => r.Day).Select(r => (DateOnly?)r.Day).FirstOrDefaultAsync(cancellationToken));
    }

    private static string? WayOf(MailOptions settings) => settings switch { { HasServer: true } => $"Mail server {settings.Host}, port {settings.Port}", { HasFolder: true } => "Files in the pickup folder", _ => null };

    private static string QuietWords(MailOptions settings)
    {
        var night = settings.QuietFrom == settings.QuietUntil ? "" : $"{settings.QuietFrom:HH:mm} to {settings.QuietUntil:HH:mm}";
        var weekends = settings.QuietWeekends ? "weekends" : "";
        var quiet = string.Join(" and ", new[] { night, weekends }.Where(w => w.Length > 0));
        return quiet.Length == 0 ? "None" : $"{char.ToUpperInvariant(quiet[0])}{quiet[1..]}, {settings.TimeZone}";
    }
}
