using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.MyTraining;

/// <summary>What is asked of the one who asks, how they stand, and where to take it.</summary>
[Requires(Policies.ReportTraining)]
public sealed record GetMyTrainingQuery : IRequest<Result<MyTrainingView>>;

/// <param name="HasPerson">False when the account is nobody of the roster.</param>
/// <param name="Courses">For a report: every course that is taught, those asked for first.</param>
public sealed record MyTrainingView(bool HasPerson, DateOnly Today, IReadOnlyList<MyRequirement> Asked, IReadOnlyList<RecordRow> Record, IReadOnlyList<CourseChoice> Courses);

/// <param name="From">First day on which it is asked; later than today within a time of grace.</param>
/// <param name="Until">Last day on which it is met; null when it is not met, <see cref="DateOnly.MaxValue"/> when it does not run out.</param>
/// <param name="Link">Where it is taken.</param>
public sealed record MyRequirement(Guid CourseId, string Course, string MinimumVersion, string Teaches, DateOnly From, DateOnly? Until, Gap? Gap, string? Link, int? Minutes);

internal sealed class GetMyTrainingHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetMyTrainingQuery, Result<MyTrainingView>>
{
    private const int MostCourses = 200;

    public async Task<Result<MyTrainingView>> Handle(GetMyTrainingQuery request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (user.PersonId is not { } me) return new MyTrainingView(HasPerson: false, today, [], [], []);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var calculated = await CoverageCalculator.RunAsync(db, CoveragePeople.Only([me]), today, knownAt: null, cancellationToken);
        var rules = calculated.People.Count == 0 ? [] : calculated.RulesOf(0).ToList();
        var completions = await db.Completions.AsNoTracking().StandingOf([me]).ToListAsync(cancellationToken);
        var courses = await db.Courses.AsNoTracking().Where(c => c.RetiredOn == null || c.RetiredOn > today).OrderBy(c => c.Name).ThenBy(c => c.Id).Take(MostCourses).ToListAsync(cancellationToken);
        var asked = rules.ConvertAll(r => RequirementOf(r.Rule, r.MetUntil, calculated.People[0], courses, completions, today));
        var mine = asked.Select(a => a.CourseId).ToHashSet();
        return new MyTrainingView(
            HasPerson: true,
            today,
            [.. asked.OrderBy(a => a.Until ?? DateOnly.MinValue).ThenBy(a => a.Course, StringComparer.Ordinal)],
            await TrainingRecords.ReadAsync(db, me, calculated, today, cancellationToken),
            [.. courses.OrderBy(c => mine.Contains(c.Id.Value) ? 0 : 1).Select(CourseChoice.Of)]);
    }

    private static MyRequirement RequirementOf(LiteracyRule rule, DateOnly metUntil, Trainee person, List<Course> courses, List<Completion> completions, DateOnly today)
    {
        var course = courses.Find(c => c.Id == rule.Requirement.CourseId);
        var version = course?.Versions.FirstOrDefault(v => v.Label.Equals(course.CurrentVersion, StringComparison.Ordinal));
        var met = metUntil >= today;
        return new(
            rule.Requirement.CourseId.Value, rule.CourseName, rule.Requirement.MinimumVersion, version?.Teaches ?? "", rule.AskedFrom(person),
            met ? metUntil : null, met ? null : Gap.Of(rule, completions, today), version?.Link, version?.DurationMinutes);
    }
}
