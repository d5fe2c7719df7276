using GovernancePortal.Data;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Notices.Mailing;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Notices.Making;

/// <summary>Works out what everybody is to be told on a day, in one pass over people and completions, and writes what was not told before.</summary>
internal sealed class NoticeMaker(IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>Makes a day's notices, whole or not at all; a day that somebody else has made meanwhile fails on its key.</summary>
    /// <param name="db">A context of its own.</param>
    /// <param name="day">The day.</param>
    /// <param name="withDigest">Whether the week's digest comes with it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task MakeAsync(PortalDbContext db, DateOnly day, bool withDigest, CancellationToken cancellationToken)
    {
        await using var bulk = await BulkWriter.OpenAsync(db, cancellationToken);
        await using var table = bulk.CreateTable("notices_due", NoticeSql.Columns);
        var calculated = await CoverageCalculator.RunAsync(db, CoveragePeople.Everybody, day, knownAt: null, cancellationToken);
        var reports = await ReportsAsync(db, cancellationToken);
        StageReminders(table, calculated, reports, day);
        if (withDigest) await StageDigestsAsync(db, table, calculated, reports, day, cancellationToken);
        await StageEvidenceAsync(db, table, day, cancellationToken);
        await WriteAsync(db, bulk, table, NoticeSql.All, day, withRun: true, cancellationToken);
    }

    /// <summary>
    /// Brings what the inbox tells of incidents, pages and changes up to what is so now; reminders and digests stay as the day's run made them. No mail goes
    /// out for it before the next day's run: a mail a day is the most that anybody gets.
    /// </summary>
    public async Task MakeNewsAsync(PortalDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        await using var bulk = await BulkWriter.OpenAsync(db, cancellationToken);
        await using var table = bulk.CreateTable("notices_due", NoticeSql.Columns);
        await StageEvidenceAsync(db, table, day, cancellationToken);
        await WriteAsync(db, bulk, table, NoticeSql.Evidence, day, withRun: false, cancellationToken);
    }

    private static async Task StageEvidenceAsync(PortalDbContext db, BulkTable table, DateOnly day, CancellationToken cancellationToken)
    {
        foreach (var due in await EvidenceNotices.DueAsync(db, day, cancellationToken)) Stage(table, due.Recipient.Value, due.Kind, due.Subject, due.On, default);
    }

    private async Task WriteAsync(PortalDbContext db, BulkWriter bulk, BulkTable table, string only, DateOnly day, bool withRun, CancellationToken cancellationToken)
    {
        await table.FinishAsync(cancellationToken);
        await bulk.EndStagingAsync(cancellationToken);
        var sql = new NoticeSql(table.Name, only);
        await bulk.ExecuteAsync(sql.Match, cancellationToken);

        var now = clock.GetUtcNow();
        var settings = options.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (withRun) db.NoticeRuns.Add(new NoticeRun(day, now));
        await db.SaveChangesAsync(cancellationToken);

        await bulk.ExecuteAsync(sql.Settle, cancellationToken, ("@now", now), ("@monday", NoticeCalendar.MondayOf(day)));
        await bulk.ExecuteAsync(sql.Reopen, cancellationToken);
        await bulk.ExecuteAsync(sql.Insert, cancellationToken, ("@now", now), ("@mail", settings.IsOn ? 1 : 0));
        if (settings.IsOn && withRun)
        {
            var (due, weekly) = (settings.Quiet.NextOpen(now), settings.Quiet.NextOpen(settings.Calendar.WeeklyMailAt(day)));
            await bulk.ExecuteAsync(NoticeSql.InsertMails, cancellationToken, ("@now", now), ("@due", due), ("@weekly", weekly));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static void StageReminders(BulkTable table, CoverageCalculator calculated, IReadOnlyDictionary<(PersonId, CourseId), int> reports, DateOnly day)
    {
        for (var i = 0; i < calculated.People.Count; i++)
        {
            var person = calculated.People[i];
            foreach (var reminder in Reminder.Of(person, calculated.RulesOf(i), course => reports.ContainsKey((person.Id, course)), day))
                Stage(table, person.Id.Value, reminder.Kind, reminder.CourseId.Value, reminder.On, default);
        }
    }

    private static async Task StageDigestsAsync(
        PortalDbContext db, BulkTable table, CoverageCalculator calculated, IReadOnlyDictionary<(PersonId, CourseId), int> reports, DateOnly day, CancellationToken cancellationToken)
    {
        var figures = new UnitFigures(await OwnFiguresAsync(db, calculated, reports, day, cancellationToken));
        foreach (var lead in await Holder.OfAsync(db, Policies.LeadTeam, cancellationToken))
        {
            var week = figures.Of(lead.Scope);
            if (week.HasSomethingToSay) Stage(table, lead.User, NoticeKind.Digest, Guid.Empty, NoticeCalendar.MondayOf(day), week);
        }
    }

    private static async Task<Dictionary<int, Digest>> OwnFiguresAsync(
        PortalDbContext db, CoverageCalculator calculated, IReadOnlyDictionary<(PersonId, CourseId), int> reports, DateOnly day, CancellationToken cancellationToken)
    {
        var own = new Dictionary<int, Digest>();
        for (var i = 0; i < calculated.People.Count; i++)
        {
            var standing = calculated.StandingOf(i);
            if (!standing.IsAsked) continue;
            var lacks = standing.CoveredUntil < day;
            var left = calculated.People[i].UnitLeft;
            own[left] = own.GetValueOrDefault(left) + new Digest(1, lacks ? 1 : 0, !lacks && standing.CoveredUntil < day.AddDays(Digest.ExpiringDays) ? 1 : 0, 0);
        }

        var people = reports.Keys.Select(k => k.Item1).Distinct().ToArray();
        var places = await db.People.Where(p => people.Contains(p.Id)).Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p.Id, u.Left }).ToDictionaryAsync(p => p.Id, p => p.Left, cancellationToken);
        foreach (var ((person, _), count) in reports) own[places[person]] = own.GetValueOrDefault(places[person]) + new Digest(0, 0, 0, count);
        return own;
    }

    /// <summary>What people reported of themselves and nobody has decided on.</summary>
    private static async Task<IReadOnlyDictionary<(PersonId, CourseId), int>> ReportsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.Completions.Where(c => c.Status == CompletionStatus.Reported && c.VoidedAt == null).Select(c => new { c.PersonId, c.CourseId }).ToListAsync(cancellationToken);
        return rows.GroupBy(r => (r.PersonId, r.CourseId)).ToDictionary(g => g.Key, g => g.Count());
    }

    private static void Stage(BulkTable table, Guid recipient, NoticeKind kind, Guid subject, DateOnly on, Digest figures)
    {
        table.BeginRow(table.Count + 1);
        table.Set(0, recipient);
        table.Set(1, (int)kind);
        table.Set(2, subject);
        table.Set(3, on);
        table.Set(4, figures.Asked);
        table.Set(5, figures.Lacking);
        table.Set(6, figures.Expiring);
        table.Set(7, figures.Reports);
        table.EndRow();
    }
}
