using System.Globalization;
using System.Text;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Imports;

/// <summary>An import that touches so many people that everybody's standing is worked out beside it.</summary>
public sealed class LargeCompletionImportTests
{
    [Fact]
    public async Task What_was_recorded_before_and_what_the_file_brings_count_together()
    {
        await using var portal = await TestPortal.StartAsync();
        var today = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime);
        var (basics, risks) = (new Course(CourseId.New(), "AI-101", "AI basics", "1", validityMonths: null), new Course(CourseId.New(), "AI-102", "AI risks", "1", validityMonths: null));
        var people = Enumerable.Range(0, CoverageProjection.MostSingly + 2).Select(i => new Person(PersonId.New(), $"L{i:00000}", $"Lee Number {i}", portal.Payments.Id)).ToList();
        var root = await portal.InDb(db => db.Units.Where(u => u.ParentId == null).Select(u => u.Id).SingleAsync());
        await portal.InDb(async db =>
        {
            db.Courses.AddRange(basics, risks);
            foreach (var course in new[] { basics, risks }) db.LiteracyRequirements.Add(new LiteracyRequirement(LiteracyRequirementId.New(), root, course.Id, "1", validityMonths: null, joinerGraceDays: 0));
            db.People.AddRange(people);
            // One in three has the first course already, so for them the file completes what is asked.
            foreach (var (i, person) in people.Index())
            {
                if (i % 3 == 0) db.Completions.Add(new Completion(person.Id, basics.Id, "1", today.AddDays(-30), CompletionResult.Passed, portal.Clock.GetUtcNow()));
            }

            return await db.SaveChangesAsync();
        });
        var file = new StringBuilder("person,course,version,completed_on,result\n");
        foreach (var person in people) file.Append(CultureInfo.InvariantCulture, $"{person.EmployeeNumber},AI-102,1,2026-10-01,passed\n");

        var done = await portal.MustImportAsync(ImportKind.Completions, file.ToString());

        done.Accepted.ShouldBe(people.Count);
        var standing = await portal.InDb(db => db.PersonCoverages.ToDictionaryAsync(c => c.PersonId, c => c.CoveredUntil >= today));
        foreach (var (i, person) in people.Index()) standing[person.Id].ShouldBe(i % 3 == 0, person.EmployeeNumber);
    }
}
