using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.LogSession;

/// <summary>What the form begins with: the lead's units, and the courses that are taught.</summary>
[Requires(Policies.LogTraining)]
public sealed record GetSessionFormQuery : IRequest<Result<SessionForm>>;

/// <param name="Units">The units that the lead answers for, without those below them.</param>
/// <param name="Courses">The one that most people of the first unit lack comes first, then those that are required.</param>
public sealed record SessionForm(DateOnly Today, IReadOnlyList<SessionUnit> Units, IReadOnlyList<CourseChoice> Courses);

public sealed record SessionUnit(UnitId Id, string Name, int People);

internal sealed class GetSessionFormHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetSessionFormQuery, Result<SessionForm>>
{
    private const int MostCourses = 200;

    public async Task<Result<SessionForm>> Handle(GetSessionFormQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var scope = user.ScopeOf(Policies.LogTraining);
        var lefts = scope.Ranges.Select(r => r.Left).ToArray();
        var units = await db.Units.Where(u => lefts.Contains(u.Left)).OrderBy(u => u.Left).Select(u => new SessionUnit(u.Id, u.Name, u.TotalHeadcount)).ToListAsync(cancellationToken);

        var asked = await db
            .LiteracyRequirements.Where(r => r.AskedFrom <= today && (r.RetiredOn == null || r.RetiredOn > today))
            .Join(db.Units, r => r.UnitId, u => u.Id, (r, u) => new { r.CourseId, u.Left, u.Right })
            .ToListAsync(cancellationToken);
        var required = asked.Where(a => scope.Ranges.Any(r => a.Left <= r.Right && r.Left <= a.Right)).Select(a => a.CourseId).ToHashSet();
        var courses = await db.Courses.AsNoTracking().Where(c => c.RetiredOn == null || c.RetiredOn > today).OrderBy(c => c.Name).ThenBy(c => c.Id).Take(MostCourses).ToListAsync(cancellationToken);
        var lacking = await LackingAsync(db, units, today, cancellationToken);
        var ordered = courses.OrderByDescending(c => lacking.GetValueOrDefault(c.Id)).ThenBy(c => required.Contains(c.Id) ? 0 : 1);
        return new SessionForm(today, units, [.. ordered.Select(CourseChoice.Of)]);
    }

    // The course that most people lack is the one a lead comes to log. A large organisation is not gone through for that.
    private static async Task<Dictionary<CourseId, int>> LackingAsync(PortalDbContext db, List<SessionUnit> units, DateOnly today, CancellationToken cancellationToken)
    {
        if (units.Count == 0 || units[0].People > TrainingSession.MostPeople) return [];
        var id = units[0].Id;
        var range = await db.Units.Where(u => u.Id == id).Select(u => new UnitRange(u.Left, u.Right)).SingleAsync(cancellationToken);
        var calculated = await CoverageCalculator.RunAsync(db, CoveragePeople.Of(UnitScope.Of([range])), today, knownAt: null, cancellationToken);
        return Enumerable
            .Range(0, calculated.People.Count)
            .Where(i => calculated.StandingOf(i).IsAsked)
            .SelectMany(i => calculated.RulesOf(i).Where(r => r.MetUntil < today).Select(r => r.Rule.Requirement.CourseId).Distinct())
            .CountBy(c => c)
            .ToDictionary(c => c.Key, c => c.Value);
    }
}
