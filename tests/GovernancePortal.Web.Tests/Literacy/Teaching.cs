using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.AddCourse;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Literacy;

/// <summary>Short ways to courses, completions and what is required in a test portal.</summary>
internal static class Teaching
{
    public static CourseFacts Facts(string name = "Safe use of agents", int? months = 12) => new(name, months, OwnerId: null, "github-copilot", UseRoles.Uses, ActivityId: null);

    public static VersionContent Content(string label = "1", DateOnly? from = null) =>
        new(label, from ?? new DateOnly(2026, 1, 5), 45, "Give an agent only the rights it needs.", "https://learning.example.org/agents", ContentHash: null);

    public static DateOnly Today(this TestPortal portal) => DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime);

    public static async Task<CourseId> AddCourseAsync(this TestPortal portal, string code = "AI-AGENTS", CourseFacts? facts = null)
    {
        var result = await portal.SendAs(Role.GovernanceOfficer, new AddCourseCommand(code, facts ?? Facts(), Content()));
        result.Error.ShouldBeNull();
        return result.Value;
    }

    public static Task<Course> CourseAsync(this TestPortal portal, CourseId id) => portal.InDb(db => db.Courses.AsNoTracking().SingleAsync(c => c.Id == id));

    public static async Task CompleteAsync(this TestPortal portal, PersonId person, CourseId course, DateOnly on, string version = "1", Action<Completion>? change = null)
    {
        var completion = new Completion(person, course, version, on, CompletionResult.Passed, portal.Clock.GetUtcNow());
        change?.Invoke(completion);
        await portal.InDb(db =>
        {
            db.Completions.Add(completion);
            return db.SaveChangesAsync();
        });
        await portal.RefreshCoverageAsync();
    }

    public static Task<string> LedgerAsync(this TestPortal portal, string kind) =>
        portal.InDb(async db => (await db.LedgerEntries.Where(e => e.Kind == kind).OrderByDescending(e => e.Sequence).FirstAsync()).Payload);
}
