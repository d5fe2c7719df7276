using GovernancePortal.Data;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Literacy.Xapi;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Statements;

/// <summary>Writes what statements come to: adds what is missing, strikes what no longer follows from them, leaves the rest.</summary>
internal sealed class StatementRecorder(PortalDbContext db, string actor, DateTimeOffset now)
{
    public const string Source = "xapi";

    private const string NoLongerFollows = "A later statement of the training system changed what follows from them.";

    public async Task<IReadOnlyCollection<PersonId>> WriteAsync(
        IReadOnlyCollection<(StatementGroup Group, StatementVerdict Verdict)> plan, StatementCourses courses, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(plan.Select(p => p.Group), cancellationToken);
        var changed = new HashSet<PersonId>();
        var added = new List<Completion>();
        foreach (var (group, verdict) in plan)
        {
            foreach (var row in group.Rows) row.Decide(StatementOutcome.Resolved, verdict.Reason);
            var keys = group.Keys.ToHashSet(StringComparer.Ordinal);
            var mine = known[(group.PersonId, group.CourseId)].Where(c => keys.Contains(c.ExternalId)).ToList();
            var gone = mine.Where(c => c.VoidedAt is null && !verdict.Completions.Any(p => IsSame(p, c))).ToList();
            var fresh = verdict.Completions.Where(p => !mine.Exists(c => c.VoidedAt is null ? IsSame(p, c) : IsStruckByHand(p, c))).ToList();
            if (gone.Count + fresh.Count == 0) continue;

            foreach (var completion in gone) completion.Void(now, actor, NoLongerFollows);
            var course = courses.Of(group.CourseId)!;
            added.AddRange(fresh.Select(p => CompletionOf(p, group.PersonId, course)));
            changed.Add(group.PersonId);
            db.Record(actor, "training.received", $"person:{group.PersonId.Value}", Facts(group, fresh, gone));
        }

        // First what is struck: the same day and result may be on record anew.
        await db.SaveChangesAsync(cancellationToken);
        db.Completions.AddRange(added);
        return changed;
    }

    private async Task<ILookup<(PersonId, CourseId), Completion>> KnownAsync(IEnumerable<StatementGroup> groups, CancellationToken cancellationToken)
    {
        var all = groups.ToList();
        var people = all.Select(g => g.PersonId).Distinct().ToArray();
        var keys = all.SelectMany(g => g.Keys).Distinct(StringComparer.Ordinal).ToArray();
        var found = keys.Length == 0 ? [] : await db.Completions.OfPeople(people).Where(c => c.Source == Source && keys.Contains(c.ExternalId)).ToListAsync(cancellationToken);
        return found.ToLookup(c => (c.PersonId, c.CourseId));
    }

    // The version is left out: it was right when it was written.
    private static bool IsSame(PlannedCompletion planned, Completion known) =>
        planned.ExternalId.Equals(known.ExternalId, StringComparison.Ordinal)
        && (planned.Result, planned.On, planned.Score, planned.Minutes) == (known.Result, known.CompletedOn, known.Score, known.DurationMinutes);

    // What a lead struck with a reason does not come back with the next statement.
    private static bool IsStruckByHand(PlannedCompletion planned, Completion known) =>
        known.VoidReason != NoLongerFollows && planned.Result == known.Result && planned.ExternalId.Equals(known.ExternalId, StringComparison.Ordinal);

    private Completion CompletionOf(PlannedCompletion planned, PersonId person, Course course)
    {
        var completion = new Completion(person, course.Id, course.VersionOn(planned.On), planned.On, planned.Result, now);
        completion.SetOutcome(planned.Score, planned.Result == CompletionResult.Failed ? null : course.ValidUntil(planned.On));
        completion.SetOrigin(Source, planned.ExternalId, importId: null);
        completion.SetDetails(planned.Minutes, evidenceSha256: null);
        completion.Explain(planned.Note);
        return completion;
    }

    private static object Facts(StatementGroup group, List<PlannedCompletion> added, List<Completion> struck) =>
        new
        {
            course = group.CourseId.Value,
            registration = group.Registration,
            added = added.Count,
            voided = struck.Count,
            completions = added.Select(p => new { result = p.Result.ToString(), completedOn = p.On, source = p.ExternalId }),
            voidedCompletions = struck.Select(c => c.Id),
        };
}
