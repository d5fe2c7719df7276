using GovernancePortal.Data;
using GovernancePortal.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Notices.Mailing;

/// <summary>
/// Sends what is due, outside the quiet hours. A mail is taken before it is handed over, so that it goes out once however many replicas send; one whose
/// sender ended in between is not sent again by itself, because nobody knows whether it went.
/// </summary>
internal sealed partial class MailSender(
    IDbContextFactory<PortalDbContext> contexts, LetterWriter letters, MailPost post, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailSender> log)
{
    private const int Batch = 100;

    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(30);

    private DateTimeOffset _restUntil;

    private MailOptions Options => options.Value;

    /// <summary>Sends until nothing is due; tells how many went out.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!Options.IsOn || now < _restUntil || Options.Quiet.IsQuiet(now)) return 0;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await GiveUpLostAsync(db, now, cancellationToken);
        await using var carrier = post.Open();
        var sent = 0;
        while (await DueAsync(db, cancellationToken) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                // A long queue stops when the evening comes.
                if (Options.Quiet.IsQuiet(clock.GetUtcNow()) || !await IsOpenAsync(db, carrier, id, cancellationToken)) return sent;
                if (await SendAsync(db, carrier, id, cancellationToken)) sent++;
            }
        }

        if (sent > 0) Sent(sent);
        return sent;
    }

    private Task<List<long>> DueAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.NoticeMails.Where(m => m.State == MailState.Waiting && m.DueAt <= now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).Take(Batch).ToListAsync(cancellationToken);
    }

    private async Task<bool> IsOpenAsync(PortalDbContext db, MailCarrier carrier, long next, CancellationToken cancellationToken)
    {
        var fault = await carrier.OpenAsync(cancellationToken);
        if (fault == MailFault.None) return true;

        // The mail is left as it is, with the cause beside it for whoever looks after the server.
        Away(fault);
        var after = AfterFault.Of(fault, 0, clock.GetUtcNow());
        _restUntil = after.DueAt;
        await db.NoticeMails.Where(m => m.Id == next && m.State == MailState.Waiting).ExecuteUpdateAsync(set => set.SetProperty(m => m.Fault, fault).SetProperty(m => m.DueAt, after.DueAt), cancellationToken);
        return false;
    }

    private async Task<bool> SendAsync(PortalDbContext db, MailCarrier carrier, long id, CancellationToken cancellationToken)
    {
        if (await TakeAsync(db, id, cancellationToken) is not { } mail) return false;

        // From here on the program does not stop half-way.
        var now = clock.GetUtcNow();
        var letter = await letters.WriteAsync(db, mail, Options.Calendar.DayOf(now), CancellationToken.None);
        if (letter is null)
        {
            await EndAsync(db, mail, MailState.Dropped, MailFault.None, mail.Tries, mail.DueAt);
            return false;
        }

        using var message = LetterFormat.Write(letter, mail, Options, now);
        var fault = message is null ? MailFault.BadAddress : await carrier.SendAsync(message);
        if (fault == MailFault.None)
        {
            await EndAsync(db, mail, MailState.Sent, fault, mail.Tries, mail.DueAt);
            return true;
        }

        NotSent(mail.Id, fault);
        var after = AfterFault.Of(fault, mail.Tries, now);
        await EndAsync(db, mail, after.State, fault, after.Tries, after.DueAt);
        return false;
    }

    /// <summary>Takes a mail and what waits to go into it; null when another replica was quicker.</summary>
    private async Task<NoticeMail?> TakeAsync(PortalDbContext db, long id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var taken = await db.NoticeMails.Where(m => m.Id == id && m.State == MailState.Waiting && m.DueAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Sending).SetProperty(m => m.ChangedAt, now), cancellationToken);
        if (taken == 0) return null;

        var mail = await db.NoticeMails.AsNoTracking().SingleAsync(m => m.Id == id, CancellationToken.None);
        if (mail.Tries > 0) return mail;

        var waiting = db.Notices.Where(n => n.RecipientId == mail.RecipientId && n.MailWanted && n.MailId == null && (n.Kind == NoticeKind.Digest) == mail.IsDigest);
        await waiting.ExecuteUpdateAsync(set => set.SetProperty(n => n.MailId, mail.Id), CancellationToken.None);
        return mail;
    }

    private Task EndAsync(PortalDbContext db, NoticeMail mail, MailState state, MailFault fault, int tries, DateTimeOffset dueAt)
    {
        var now = clock.GetUtcNow();
        return db.NoticeMails.Where(m => m.Id == mail.Id && m.State == MailState.Sending)
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, state).SetProperty(m => m.Fault, fault).SetProperty(m => m.Tries, tries).SetProperty(m => m.DueAt, dueAt).SetProperty(m => m.ChangedAt, now),
                CancellationToken.None);
    }

    private static Task GiveUpLostAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now - LostAfter;
        return db.NoticeMails.Where(m => m.State == MailState.Sending && m.ChangedAt < before)
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, MailState.Failed).SetProperty(m => m.Fault, MailFault.Interrupted).SetProperty(m => m.Tries, m => m.Tries + 1).SetProperty(m => m.ChangedAt, now),
                cancellationToken);
    }

    [LoggerMessage(7101, LogLevel.Information, "{Count} mails went out")]
    private partial void Sent(int count);

    [LoggerMessage(7102, LogLevel.Warning, "Mail {Id} did not go out: {Fault}")]
    private partial void NotSent(long id, MailFault fault);

    [LoggerMessage(7103, LogLevel.Warning, "No mail goes out: {Fault}; tried again in a while")]
    private partial void Away(MailFault fault);
}

/// <summary>Looks every minute whether a mail is due.</summary>
internal sealed partial class SendMailJob(MailSender sender, IOptions<MailOptions> options, TimeProvider clock, ILogger<SendMailJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn) return;
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await sender.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next time tries again; the program itself must not end over it.
                Failed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(7104, LogLevel.Error, "Mails were not sent; the next minute tries again")]
    private partial void Failed(Exception exception);
}
