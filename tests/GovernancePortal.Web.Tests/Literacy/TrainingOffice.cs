using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Literacy;

/// <summary>Courses, requirements and people for tests of training.</summary>
internal sealed class TrainingOffice(TestPortal portal)
{
    public DateOnly Today => DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime);

    /// <summary>A course in versions 2 and 3, valid for a year; version 3 is taught since 100 days.</summary>
    public async Task<Course> AddCourseAsync(string name = "Reading AI advice critically", DateOnly? retiredOn = null)
    {
        var course = new Course(CourseId.New(), $"C-{Guid.NewGuid():N}"[..12], name, "", validityMonths: 12);
        course.AddVersion(new CourseVersion(course.Id, "2", Today.AddDays(-800), "Ask for the source."));
        course.AddVersion(new CourseVersion(course.Id, "3", Today.AddDays(-100), "Read the source."));
        if (retiredOn is { } day) course.Retire(day);
        await AddAsync(course);
        return course;
    }

    public async Task<LiteracyRequirement> RequireAsync(Course course, Unit? unit = null, string minimumVersion = "3", Audience? audience = null, int graceDays = 0)
    {
        var requirement = new LiteracyRequirement(LiteracyRequirementId.New(), (unit ?? portal.Checkout).Id, course.Id, minimumVersion, validityMonths: null, graceDays);
        requirement.SetAudience(audience ?? Audience.Everybody);
        requirement.Begin(Today.AddDays(-30), "A test.");
        await AddAsync(requirement);
        return requirement;
    }

    public async Task<Completion> CompleteAsync(Person person, Course course, string version = "3", DateOnly? on = null, CompletionResult result = CompletionResult.Passed)
    {
        var day = on ?? Today.AddDays(-10);
        var completion = new Completion(person.Id, course.Id, version, day, result, portal.Clock.GetUtcNow());
        completion.SetOutcome(score: null, course.ValidUntil(day));
        completion.SetOrigin("test", "", importId: null);
        await AddAsync(completion);
        return completion;
    }

    public async Task<IReadOnlyList<Person>> StaffAsync(int count, Unit? unit = null, Action<Person>? change = null)
    {
        var people = new List<Person>();
        for (var i = 0; i < count; i++) people.Add(await portal.AddPersonAsync($"Person {(char)('A' + i)} {Guid.NewGuid():N}"[..20], unit, change));
        return people;
    }

    public Task<CoverageCount> CountAsync() =>
        portal.InDb(db => LiteracyCoverage.CountAsync(db, Domain.Access.UnitScope.Of([new Domain.Access.UnitRange(UnitTree.RootLeft, int.MaxValue)]), Today, Today, CancellationToken.None));

    public async Task AddAsync(params object[] rows)
    {
        await portal.InDb(async db =>
        {
            db.AddRange(rows);
            return await db.SaveChangesAsync();
        });
        await portal.RefreshCoverageAsync();
    }
}
