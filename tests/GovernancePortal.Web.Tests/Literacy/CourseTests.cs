using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.AddCourse;
using GovernancePortal.Web.Features.Literacy.AddCourseVersion;
using GovernancePortal.Web.Features.Literacy.ChangeCourse;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Features.Literacy.FindCourseOwners;
using GovernancePortal.Web.Features.Literacy.GetCourse;
using GovernancePortal.Web.Features.Literacy.ListCourses;
using GovernancePortal.Web.Features.Literacy.RetireCourse;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class CourseTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public static TheoryData<Role> Others => [.. Enum.GetValues<Role>().Where(r => r != Role.GovernanceOfficer)];

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_course_is_added_with_its_first_version_and_told_to_the_ledger()
    {
        var owner = await _portal.AddPersonAsync("Ada Lovelace");
        var facts = Teaching.Facts() with { OwnerId = owner.Id, Tools = "github-copilot,  cursor, github-copilot", ActivityId = "https://learning.example.org/a" };

        var id = await _portal.AddCourseAsync(" ai-agents ", facts);

        var course = await _portal.CourseAsync(id);
        (course.Code, course.CurrentVersion, course.Tools, course.OwnerId).ShouldBe(("AI-AGENTS", "1", "github-copilot, cursor", owner.Id));
        course.Versions.Single().Link.ShouldBe("https://learning.example.org/agents");
        var entry = await _portal.LedgerAsync("course.added");
        entry.ShouldContain(owner.Id.Value.ToString());
        entry.ShouldNotContain("Ada");
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Only_a_governance_officer_manages_courses(Role role)
    {
        var id = await _portal.AddCourseAsync();

        (await _portal.SendAs(role, new AddCourseCommand("OTHER", Teaching.Facts(), Teaching.Content()))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetCourseFactsQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new ChangeCourseCommand(id, 0, Teaching.Facts("Other")))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetCourseVersionsQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new AddCourseVersionCommand(id, 0, Teaching.Content("2")))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetCourseRetirementQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new RetireCourseCommand(id, 0, "Old."))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new FindCourseOwnersQuery("Ada"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.InDb(db => db.Courses.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_its_field()
    {
        var facts = new CourseFacts("", 0, OwnerId: null, "", UseRoles.None, "no iri");
        var content = Teaching.Content(" ", _portal.Today().AddDays(1)) with { DurationMinutes = 0, Teaches = "", Link = "ftp://example.org", ContentHash = "abc" };

        var result = await _portal.SendAs(Role.GovernanceOfficer, new AddCourseCommand("", facts, content));

        result.Error!.Fields.Select(f => f.Field).ShouldBe(
            [
                "Code", "Facts.Name", "Facts.ValidityMonths", "Facts.ActivityId",
                "Content.Label", "Content.TaughtFrom", "Content.DurationMinutes", "Content.Teaches", "Content.Link", "Content.ContentHash",
            ]);
        (await _portal.InDb(db => db.Courses.AnyAsync())).ShouldBeFalse();
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//example.org")]
    [InlineData("slides.pdf")]
    [InlineData(null)]
    public async Task A_version_is_found_by_a_web_address_or_told_by_its_hash(string? link)
    {
        var content = Teaching.Content() with { Link = link };
        var hashed = Teaching.Content() with { Link = null, ContentHash = new string('A', CourseVersion.ContentHashLength) };

        (await _portal.SendAs(Role.GovernanceOfficer, new AddCourseCommand("ONE", Teaching.Facts(), content))).Error!.Fields.Single().Field.ShouldBe("Content.Link");
        var added = await _portal.SendAs(Role.GovernanceOfficer, new AddCourseCommand("TWO", Teaching.Facts(), hashed));

        (await _portal.CourseAsync(added.Value)).Versions.Single().ContentHash.ShouldBe(new string('a', CourseVersion.ContentHashLength));
    }

    [Fact]
    public async Task A_code_and_an_activity_belong_to_one_course()
    {
        var facts = Teaching.Facts() with { ActivityId = "https://learning.example.org/a" };
        await _portal.AddCourseAsync("AI-AGENTS", facts);
        var second = await _portal.AddCourseAsync("AI-BASICS", Teaching.Facts("Basics"));

        var twice = await _portal.SendAs(Role.GovernanceOfficer, new AddCourseCommand("ai-agents", facts with { Name = "Again" }, Teaching.Content()));
        var changed = await _portal.SendAs(Role.GovernanceOfficer, new ChangeCourseCommand(second, 0, facts));

        twice.Error!.Fields.Select(f => f.Field).ShouldBe(["Code", "Facts.ActivityId"]);
        twice.Error.Fields[0].Message.ShouldBe("AI-AGENTS is the code of another course: Safe use of agents.");
        changed.Error!.Fields.Single().Field.ShouldBe("Facts.ActivityId");
    }

    [Fact]
    public async Task Two_people_who_change_a_course_do_not_overwrite_each_other()
    {
        var id = await _portal.AddCourseAsync();
        var seen = (await _portal.SendAs(Role.GovernanceOfficer, new GetCourseFactsQuery(id))).Value;

        (await _portal.SendAs(Role.GovernanceOfficer, new ChangeCourseCommand(id, seen.Version, Teaching.Facts("First")))).Error.ShouldBeNull();
        var second = await _portal.SendAs(Role.GovernanceOfficer, new ChangeCourseCommand(id, seen.Version, Teaching.Facts("Second")));

        second.Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _portal.CourseAsync(id)).Name.ShouldBe("First");
        var entry = await _portal.LedgerAsync("course.changed");
        entry.ShouldContain("Safe use of agents");
        entry.ShouldContain("First");
    }

    [Fact]
    public async Task A_version_follows_the_last_and_none_is_there_twice()
    {
        var id = await _portal.AddCourseAsync();
        var brief = (await _portal.SendAs(Role.GovernanceOfficer, new GetCourseVersionsQuery(id))).Value;

        (await _portal.SendAs(Role.GovernanceOfficer, new AddCourseVersionCommand(id, brief.Version, Teaching.Content("v1.0")))).Error!.Fields.Single().Field.ShouldBe("Content.Label");
        (await _portal.SendAs(Role.GovernanceOfficer, new AddCourseVersionCommand(id, brief.Version, Teaching.Content("2", _portal.Today())))).Error.ShouldBeNull();
        (await _portal.SendAs(Role.GovernanceOfficer, new AddCourseVersionCommand(id, brief.Version, Teaching.Content("3", _portal.Today())))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);

        var course = await _portal.CourseAsync(id);
        (course.CurrentVersion, course.Versions.Count).ShouldBe(("2", 2));
        (await _portal.LedgerAsync("course.version-added")).ShouldContain("\"current\":\"2\"");
    }

    [Fact]
    public async Task A_course_that_is_required_stays_and_one_that_is_not_is_retired_with_a_reason()
    {
        var id = await _portal.AddCourseAsync();
        var requirement = new LiteracyRequirement(LiteracyRequirementId.New(), _portal.Checkout.Id, id, "", null, 0);
        requirement.Begin(_portal.Today().AddDays(5), "Soon.");
        await _portal.InDb(db => { db.LiteracyRequirements.Add(requirement); return db.SaveChangesAsync(); });

        (await _portal.SendAs(Role.GovernanceOfficer, new RetireCourseCommand(id, 0, ""))).Error!.Fields.Single().Field.ShouldBe("Reason");
        (await _portal.SendAs(Role.GovernanceOfficer, new RetireCourseCommand(id, 0, "Old."))).Error!.Code.ShouldBe("course.required");
        (await _portal.SendAs(Role.GovernanceOfficer, new GetCourseRetirementQuery(id))).Value.Requirements.ShouldBe(1);
        await _portal.InDb(db => db.LiteracyRequirements.ExecuteUpdateAsync(s => s.SetProperty(r => r.RetiredOn, _portal.Today())));
        (await _portal.SendAs(Role.GovernanceOfficer, new RetireCourseCommand(id, 0, "Old."))).Error.ShouldBeNull();

        var course = await _portal.CourseAsync(id);
        (course.RetiredOn, course.RetireReason).ShouldBe((_portal.Today(), "Old."));
        (await _portal.LedgerAsync("course.retired")).ShouldContain("Old.");
        (await _portal.SendAs(Role.GovernanceOfficer, new ChangeCourseCommand(id, course.Version, Teaching.Facts()))).Error.ShouldBe(CourseErrors.Retired);
        (await _portal.SendAs(Role.GovernanceOfficer, new GetCourseFactsQuery(id))).Error.ShouldBe(CourseErrors.Retired);
    }

    [Fact]
    public async Task An_officer_of_one_unit_keeps_the_courses_that_its_people_own_and_no_others()
    {
        var owner = await _portal.AddPersonAsync("Ada Lovelace", _portal.Payments);
        var elsewhere = await _portal.AddPersonAsync("Heron Sedge", _portal.Logistics);
        var officer = await _portal.AddUserAsync(Role.GovernanceOfficer, _portal.Checkout);
        var (mine, theirs) = (Teaching.Facts() with { OwnerId = owner.Id }, Teaching.Facts() with { OwnerId = elsewhere.Id });
        var everybodys = await _portal.AddCourseAsync("ALL");
        var foreign = await _portal.AddCourseAsync("FOREIGN", theirs);

        (await _portal.SendAs(officer, new AddCourseCommand("NOBODY", Teaching.Facts(), Teaching.Content()))).Error!.Fields.Single().Field.ShouldBe("Facts.OwnerId");
        (await _portal.SendAs(officer, new AddCourseCommand("THEIRS", theirs, Teaching.Content()))).Error!.Fields.Single().Field.ShouldBe("Facts.OwnerId");
        var own = (await _portal.SendAs(officer, new AddCourseCommand("MINE", mine, Teaching.Content()))).Value;
        (await _portal.SendAs(officer, new ChangeCourseCommand(own, 0, mine with { Name = "Mine" }))).Error.ShouldBeNull();

        foreach (var id in new[] { everybodys, foreign })
        {
            (await _portal.SendAs(officer, new GetCourseFactsQuery(id))).Error.ShouldBe(CourseErrors.OutOfReach);
            (await _portal.SendAs(officer, new ChangeCourseCommand(id, 0, mine))).Error.ShouldBe(CourseErrors.OutOfReach);
            (await _portal.SendAs(officer, new AddCourseVersionCommand(id, 0, Teaching.Content("2")))).Error.ShouldBe(CourseErrors.OutOfReach);
            (await _portal.SendAs(officer, new RetireCourseCommand(id, 0, "Old."))).Error.ShouldBe(CourseErrors.OutOfReach);
            (await _portal.SendAs(officer, new GetCourseQuery(id))).Value.MayChange.ShouldBeFalse();
        }

        (await _portal.SendAs(officer, new FindCourseOwnersQuery("lovelace"))).Value.Single().Id.ShouldBe(owner.Id.Value);
        (await _portal.SendAs(officer, new FindCourseOwnersQuery("heron"))).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_tells_owners_requirements_and_what_was_retired()
    {
        var owner = await _portal.AddPersonAsync("Ada Lovelace");
        var gone = await _portal.AddPersonAsync("Teal Hawthorn");
        var agents = await _portal.AddCourseAsync("AI-AGENTS", Teaching.Facts() with { OwnerId = owner.Id });
        await _portal.AddCourseAsync("AI-BASICS", Teaching.Facts("Basics") with { OwnerId = gone.Id });
        var old = await _portal.AddCourseAsync("AI-OLD", Teaching.Facts("Old"));
        await _portal.InDb(db => db.People.Where(p => p.Id == gone.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.LeftOn, _portal.Today())));
        await _portal.SendAs(Role.GovernanceOfficer, new RetireCourseCommand(old, 0, "Old."));
        var requirement = new LiteracyRequirement(LiteracyRequirementId.New(), _portal.Checkout.Id, agents, "", null, 0);
        await _portal.InDb(db => { db.LiteracyRequirements.Add(requirement); return db.SaveChangesAsync(); });

        var taught = await ListAsync(new CourseFilter());
        var retired = await ListAsync(new CourseFilter(State: CourseState.Retired));
        var ownerless = await ListAsync(new CourseFilter(WithoutOwner: true));
        var found = await ListAsync(new CourseFilter("bas", CourseState.All), CourseOrder.Requirements);

        taught.Courses.Items.Select(c => (c.Code, c.Owner, c.Requirements)).ShouldBe([("AI-BASICS", null, 0), ("AI-AGENTS", "Ada Lovelace", 1)]);
        (taught.Taught, taught.Ownerless).ShouldBe((2, 1));
        retired.Courses.Items.Single().RetiredOn.ShouldBe(_portal.Today());
        ownerless.Courses.Items.Single().Code.ShouldBe("AI-BASICS");
        found.Courses.Items.Single().Code.ShouldBe("AI-BASICS");
        (await _portal.SendSignedOut(new ListCoursesQuery(new CourseFilter(), CourseOrder.Name, Descending: false, new Paging(1, 25)))).Error.ShouldBe(AccessErrors.SignedOut);
    }

    private async Task<CourseList> ListAsync(CourseFilter filter, CourseOrder order = CourseOrder.Code) =>
        (await _portal.SendAs(Role.Employee, new ListCoursesQuery(filter, order, Descending: true, new Paging(1, 25)))).Value;
}
