using System.Text.Json;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Courses;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

/// <summary>
/// Courses as they were at the end of a day. Their rows change in place; the ledger holds what was before each change, so that the row of now is wound
/// back to the first change after that day.
/// </summary>
internal sealed class CoursesThen
{
    private const string Added = "course.added";
    private const string Changed = "course.changed";
    private const string VersionAdded = "course.version-added";
    private static readonly string[] Kinds = [Added, Changed, VersionAdded];

    private readonly Dictionary<CourseId, PackCourse> _courses;
    private readonly HashSet<CourseId> _taught;

    private CoursesThen(Dictionary<CourseId, PackCourse> courses, HashSet<CourseId> taught) => (_courses, _taught) = (courses, taught);

    /// <summary>Those that were taught, in the order of their codes.</summary>
    public IReadOnlyList<PackCourse> Taught => [.. _courses.Values.Where(c => _taught.Contains(c.Id)).OrderBy(c => c.Code, StringComparer.Ordinal)];

    public string Name(CourseId id) => _courses.TryGetValue(id, out var course) ? course.Name : "";

    public string Code(CourseId id) => _courses.TryGetValue(id, out var course) ? course.Code : "";

    public static async Task<CoursesThen> ReadAsync(PackDay day, CancellationToken cancellationToken)
    {
        var later = await LaterAsync(day, cancellationToken);
        var courses = await day.Db.Courses.AsNoTracking().ToListAsync(cancellationToken);
        var known = courses.Where(c => !later.Added.Contains(c.Id)).Select(c => Then(c, later, day.On)).ToList();
        var owners = known.Select(c => c.OwnerId).OfType<PersonId>().Distinct().ToArray();
        var names = await day.Db.People.Where(p => owners.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);

        var taught = new HashSet<CourseId>();
        foreach (var course in courses.Where(c => !later.Added.Contains(c.Id) && !c.IsRetiredOn(day.On)))
        {
            if (await WasTaughtAsync(day, known.Single(k => k.Id == course.Id), cancellationToken)) taught.Add(course.Id);
        }

        return new CoursesThen(known.ToDictionary(c => c.Id, c => c with { Owner = c.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null }), taught);
    }

    // A course that came with an import has no version; that it was there then is seen by who asked for it or took it.
    private static async Task<bool> WasTaughtAsync(PackDay day, PackCourse course, CancellationToken cancellationToken)
    {
        if (course.Versions.Count > 0) return true;
        if (await day.Db.LiteracyRequirements.AnyAsync(r => r.CourseId == course.Id && r.AskedFrom <= day.On, cancellationToken)) return true;
        return await day.Db.Completions.AnyAsync(c => c.CourseId == course.Id && c.CompletedOn <= day.On && c.RecordedAt <= day.Known, cancellationToken);
    }

    private static PackCourse Then(Course course, Later later, DateOnly on)
    {
        var facts = later.Before.GetValueOrDefault(course.Id) ?? new CourseFacts(course.Name, course.ValidityMonths, course.OwnerId, course.Tools, course.Roles, course.ActivityId);
        var versions = course
            .Versions.Where(v => v.TaughtFrom <= on && !later.Versions.Contains((course.Id, v.Label)))
            .OrderBy(v => v.TaughtFrom)
            .ThenBy(v => v.Label, Comparer<string>.Create(VersionLabel.Compare))
            .Select(v => new PackVersion(v.Label, v.TaughtFrom, v.Teaches, v.DurationMinutes, v.Link, v.ContentHash));
        return new PackCourse(course.Id, course.Code, facts.Name, facts.OwnerId, Owner: null, facts.Tools, facts.Roles, facts.ValidityMonths, [.. versions]);
    }

    private static async Task<Later> LaterAsync(PackDay day, CancellationToken cancellationToken)
    {
        var known = day.Known;
        var entries = await day
            .Db.LedgerEntries.AsNoTracking()
            .Where(e => Kinds.Contains(e.Kind) && e.At > known)
            .OrderBy(e => e.Sequence)
            .Select(e => new { e.Kind, e.Subject, e.Payload })
            .ToListAsync(cancellationToken);

        var later = new Later([], [], []);
        foreach (var entry in entries)
        {
            var id = new CourseId(Guid.Parse(entry.Subject.AsSpan(entry.Subject.IndexOf(':', StringComparison.Ordinal) + 1)));
            using var payload = JsonDocument.Parse(entry.Payload);
            if (entry.Kind == Added) later.Added.Add(id);
            // The first change after the day tells what stood until then.
            else if (entry.Kind == Changed) later.Before.TryAdd(id, Facts(payload.RootElement.GetProperty("before")));
            else later.Versions.Add((id, payload.RootElement.GetProperty("version").GetProperty("label").GetString()!));
        }

        return later;
    }

    private static CourseFacts Facts(JsonElement facts)
    {
        var months = facts.GetProperty("validityMonths");
        var owner = facts.GetProperty("owner");
        return new CourseFacts(
            facts.GetProperty("name").GetString()!,
            months.ValueKind == JsonValueKind.Null ? null : months.GetInt32(),
            owner.ValueKind == JsonValueKind.Null ? null : new PersonId(owner.GetGuid()),
            facts.GetProperty("tools").GetString()!,
            Enum.Parse<UseRoles>(facts.GetProperty("roles").GetString()!),
            facts.GetProperty("activity").GetString());
    }

    /// <summary>What happened to courses after the day.</summary>
    /// <param name="Before">What a course was before its first change.</param>
    private sealed record Later(HashSet<CourseId> Added, Dictionary<CourseId, CourseFacts> Before, HashSet<(CourseId Id, string Label)> Versions);
}
