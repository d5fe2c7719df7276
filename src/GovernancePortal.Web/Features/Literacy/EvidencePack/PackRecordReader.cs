using GovernancePortal.Data.Usage;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

/// <summary>Sessions, completions and use as they were known at the end of a day.</summary>
internal static class PackRecordReader
{
    /// <summary>Use of so many days, the day itself included.</summary>
    public const int UseDays = Audience.ToolDays;

    /// <summary>Sessions that had been logged and not taken back, the newest first; read as they are asked for.</summary>
    public static async IAsyncEnumerable<PackSession> SessionsAsync(
        PackDay day, CoursesThen courses, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (on, known) = (day.On, day.Known);
        var completions = Completions(day).Where(c => c.VoidedAt == null || c.VoidedAt > known);
        var sessions = day.Db.TrainingSessions.Where(s => s.HeldOn <= on && s.LoggedAt <= known && (s.UndoneAt == null || s.UndoneAt > known));
        if (!day.Scope.IsWholeOrganisation)
        {
            var mine = Completions(day);
            sessions = sessions.Where(s => mine.Any(c => c.SessionId == s.Id));
        }

        var rows = sessions
            .OrderByDescending(s => s.HeldOn)
            .ThenByDescending(s => s.LoggedAt)
            .ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.HeldOn, s.CourseId, s.CourseVersion, s.Result, People = completions.Count(c => c.SessionId == s.Id), s.Instructor, s.EvidenceSha256 })
            .AsAsyncEnumerable();
        await foreach (var s in rows.WithCancellation(cancellationToken))
            yield return new PackSession(s.Id, s.HeldOn, s.CourseId, courses.Name(s.CourseId), s.CourseVersion, s.Result, s.People, s.Instructor, s.EvidenceSha256);
    }

    /// <summary>How many completions had been recorded, by source, result and what had become of them.</summary>
    public static async Task<IReadOnlyList<PackRecords>> RecordsAsync(PackDay day, CancellationToken cancellationToken)
    {
        var known = day.Known;
        var counts = await Completions(day)
            .Select(c => new
            {
                c.Source,
                c.Result,
                // What was decided later was waiting then.
                Status = c.DecidedAt > known ? CompletionStatus.Reported : c.Status,
                IsStruck = c.VoidedAt != null && c.VoidedAt <= known,
            })
            .GroupBy(c => c)
            .Select(g => new { g.Key.Source, g.Key.Result, g.Key.Status, g.Key.IsStruck, Count = g.Count() })
            .ToListAsync(cancellationToken);

        return
        [
            .. counts
                .GroupBy(c => (c.Source, c.Result))
                .OrderBy(g => g.Key.Source, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Result)
                .Select(g => new PackRecords(
                    g.Key.Source,
                    g.Key.Result,
                    g.Where(c => !c.IsStruck && c.Status == CompletionStatus.Confirmed).Sum(c => c.Count),
                    g.Where(c => !c.IsStruck && c.Status == CompletionStatus.Reported).Sum(c => c.Count),
                    g.Where(c => !c.IsStruck && c.Status == CompletionStatus.Declined).Sum(c => c.Count),
                    g.Where(c => c.IsStruck).Sum(c => c.Count))),
        ];
    }

    /// <summary>How many different people used each tool.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> UseAsync(PackDay day, CancellationToken cancellationToken)
    {
        var since = day.On.AddDays(1 - UseDays);
        var use = day.Db.UsageMonths.UsedBetween(since, day.On).Where(u => u.PersonId != null);
        if (!day.Scope.IsWholeOrganisation)
        {
            var people = People(day);
            use = use.Where(u => people.Contains(u.PersonId!.Value));
        }

        return await use
            .GroupBy(u => u.Tool)
            .Select(g => new { g.Key, People = g.Select(u => u.PersonId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.People, StringComparer.OrdinalIgnoreCase, cancellationToken);
    }

    private static IQueryable<Completion> Completions(PackDay day)
    {
        var (on, known) = (day.On, day.Known);
        var recorded = day.Db.Completions.AsNoTracking().Where(c => c.RecordedAt <= known && c.CompletedOn <= on);
        if (day.Scope.IsWholeOrganisation) return recorded;

        var people = People(day);
        return recorded.Where(c => people.Contains(c.PersonId));
    }

    private static IQueryable<PersonId> People(PackDay day) => day.Db.People.Within(day.Db.Units, day.Scope).Select(p => p.Id);
}
