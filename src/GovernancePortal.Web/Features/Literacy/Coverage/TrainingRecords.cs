using GovernancePortal.Data;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>One completion with what it is worth today; struck ones too.</summary>
/// <param name="IsRenewed">Whether a later one of the same course counts, so that it does not matter that this one ran out.</param>
/// <param name="Remark">Why it was struck or declined, or what the person wrote.</param>
public sealed record RecordRow(
    long Id,
    int Version,
    Guid CourseId,
    string Course,
    string CourseVersion,
    DateOnly On,
    CompletionResult Result,
    decimal? Score,
    DateOnly? ValidUntil,
    CompletionState State,
    string Source,
    string Instructor,
    string? EvidenceSha256,
    string Remark,
    bool IsCorrection,
    bool IsRenewed
);

/// <summary>Reads a person's training record, the newest first.</summary>
internal static class TrainingRecords
{
    private const int Most = 500;

    public static async Task<IReadOnlyList<RecordRow>> ReadAsync(PortalDbContext db, PersonId person, DateOnly today, CancellationToken cancellationToken) =>
        await ReadAsync(db, person, await CoverageCalculator.RunAsync(db, CoveragePeople.Only([person]), today, knownAt: null, cancellationToken), today, cancellationToken);

    /// <param name="calculated">The standing of this person alone.</param>
    public static async Task<IReadOnlyList<RecordRow>> ReadAsync(
        PortalDbContext db, PersonId person, CoverageCalculator calculated, DateOnly today, CancellationToken cancellationToken)
    {
        var rules = (calculated.People.Count == 0 ? [] : calculated.RulesOf(0)).Select(r => r.Rule).Where(r => r.Requirement.IsAskedOn(today)).ToLookup(r => r.Requirement.CourseId);
        var rows = await (
            from completion in db.Completions.OfPeople([person])
            join course in db.Courses on completion.CourseId equals course.Id
            join s in db.TrainingSessions on completion.SessionId equals s.Id into sessions
            from session in sessions.DefaultIfEmpty()
            orderby completion.CompletedOn descending, completion.Id descending
            select new { Completion = completion, course.Name, Instructor = session == null ? "" : session.Instructor }
        ).AsNoTracking().Take(Most).ToListAsync(cancellationToken);
        var latest = rows.Where(r => r.Completion.CountsOn(today)).GroupBy(r => r.Completion.CourseId).ToDictionary(g => g.Key, g => g.Max(r => r.Completion.CompletedOn));
        return [.. rows.Select(r => RowOf(r.Completion, r.Name, r.Instructor, [.. rules[r.Completion.CourseId]], today, latest.TryGetValue(r.Completion.CourseId, out var on) && on > r.Completion.CompletedOn))];
    }

    private static RecordRow RowOf(Completion c, string course, string instructor, IReadOnlyCollection<LiteracyRule> rules, DateOnly today, bool isRenewed) =>
        new(
            c.Id, c.Version, c.CourseId.Value, course, c.CourseVersion, c.CompletedOn, c.Result, c.Score, c.ValidUntil, c.StateOn(rules, today), c.Source, instructor,
            c.EvidenceSha256, c.VoidReason ?? c.DeclineReason ?? c.Note, c.Corrects is not null, isRenewed);
}
