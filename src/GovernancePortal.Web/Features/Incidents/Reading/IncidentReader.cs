using System.Text.Json;
using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.Reading;

/// <param name="Names">Of everybody who wrote something or answers for it.</param>
/// <param name="Versions">The ledger's numbers of the versions of the cause, by version.</param>
/// <param name="Targets">Targets that speak of the incident's unit.</param>
/// <param name="Pages">Knowledge pages that it is linked with.</param>
/// <param name="Courses">What is required of the incident's unit, where a training gap helped; to be taken again.</param>
/// <param name="Me">The person who looks, if there is one.</param>
/// <param name="MayDecide">May decide, as a second person, about a version that waits; the proposer may not.</param>
public sealed record IncidentDetails(
    Incident Incident,
    string UnitName,
    DateTimeOffset Now,
    IReadOnlyDictionary<PersonId, string> Names,
    IReadOnlyDictionary<int, long> Versions,
    IReadOnlyList<IncidentTarget> Targets,
    IReadOnlyList<LinkedPage> Pages,
    IReadOnlyList<AskedCourse> Courses,
    PersonId? Me,
    bool MayClassify,
    bool MayDecide,
    bool MaySeeLedger)
{
    public string NameOf(PersonId? person) => person == default(PersonId) ? "Another system" : person is { } id ? Names.GetValueOrDefault(id, "Somebody who left") : "Nobody";

    public TimeSpan Length => (Incident.EndedAt ?? Now) - Incident.StartedAt;
}

public sealed record IncidentTarget(AdoptionTargetId Id, string Unit, TargetState State, DateTimeOffset StateSince);

/// <param name="Required">Id of the requirement.</param>
public sealed record AskedCourse(Guid Required, string Course, string Unit);

/// <summary>Reads an incident with everything that was written about it, as far as the user may see it.</summary>
internal static class IncidentReader
{
    private const int MostTargets = 20;

    public static async Task<Result<IncidentDetails>> ReadAsync(PortalDbContext db, CurrentUser user, IncidentId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.AsNoTracking().ReadableBy(db, user).WithParts().SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        if (incident is null) return CommonErrors.NotFound;

        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == incident.UnitId, cancellationToken);
        var people = People(incident);
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return new IncidentDetails(
            incident,
            unit.Name,
            now,
            names,
            await VersionsAsync(db, incident.Id, cancellationToken),
            await TargetsAsync(db, user, unit, cancellationToken),
            await MisleadingPages.ReadAsync(db, incident, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken),
            await CoursesAsync(db, user, incident, unit, cancellationToken),
            user.PersonId,
            user.PersonId is not null && user.ScopeOf(Policies.ClassifyIncidents).Covers(unit),
            user.PersonId is { } me && incident.Waiting is { } waiting && waiting.ProposedBy != me && user.ScopeOf(Policies.AgreeToAttributions).Covers(unit),
            user.ScopeOf(Policies.ViewLedger).IsWholeOrganisation);
    }

    private static PersonId[] People(Incident incident) =>
        incident
            .Attributions.SelectMany(a => new PersonId?[] { a.ProposedBy, a.DecidedBy })
            .Concat(incident.Actions.SelectMany(a => new PersonId?[] { a.Owner, a.DecidedBy }))
            .Concat(incident.Events.SelectMany(e => new PersonId?[] { e.AddedBy, e.StruckBy }))
            .Concat(incident.Links.Select(l => (PersonId?)l.AddedBy))
            .Concat(incident.Corrections.Select(c => (PersonId?)c.By))
            .Append(incident.ReportedBy)
            .Append(incident.ClosedBy)
            .OfType<PersonId>()
            .Distinct()
            .ToArray();

    private static async Task<IReadOnlyDictionary<int, long>> VersionsAsync(PortalDbContext db, IncidentId id, CancellationToken cancellationToken)
    {
        var subject = $"incident:{id}";
        var entries = await db
            .LedgerEntries.Where(e => e.Subject == subject && (e.Kind == "incident.attributed" || e.Kind == "incident.attribution.proposed"))
            .Select(e => new { e.Sequence, e.Payload })
            .ToListAsync(cancellationToken);
        return entries.ToDictionary(e => VersionIn(e.Payload), e => e.Sequence);
    }

    private static int VersionIn(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.GetProperty("version").GetInt32();
    }

    private static async Task<IReadOnlyList<AskedCourse>> CoursesAsync(PortalDbContext db, CurrentUser user, Incident incident, Unit unit, CancellationToken cancellationToken)
    {
        if ((incident.Factors & ContributingFactors.TrainingGap) == ContributingFactors.None) return [];
        var left = unit.Left;
        return await (
            from rule in db.LiteracyRequirements
            join scope in db.Units.Within(user.ScopeOf(Policies.ManageCourses)) on rule.UnitId equals scope.Id
            join course in db.Courses.IgnoreAutoIncludes() on rule.CourseId equals course.Id
            where scope.Left <= left && scope.Right >= left && rule.RetiredOn == null
            orderby scope.Depth descending, course.Name, rule.Id
            select new AskedCourse(rule.Id.Value, course.Name, scope.Name)
        ).Take(MostTargets).ToListAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<IncidentTarget>> TargetsAsync(PortalDbContext db, CurrentUser user, Unit unit, CancellationToken cancellationToken)
    {
        var left = unit.Left;
        var rows = await (
            from target in db.AdoptionTargets.AsNoTracking()
            join scope in db.Units.Within(user.ScopeOf(Policies.ViewTargets)) on target.Scope equals scope.Id
            where scope.Left <= left && scope.Right >= left && target.State != TargetState.Draft && target.State != TargetState.Retired
            orderby scope.Depth descending, target.Id
            select new { target.Id, scope.Name, target.State, target.StateSince }
        ).Take(MostTargets).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new IncidentTarget(r.Id, r.Name, r.State, r.StateSince))];
    }
}
