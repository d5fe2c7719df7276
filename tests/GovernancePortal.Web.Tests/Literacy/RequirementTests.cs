using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Literacy.AddRequirement;
using GovernancePortal.Web.Features.Literacy.GetCourse;
using GovernancePortal.Web.Features.Literacy.GetRuleChoices;
using GovernancePortal.Web.Features.Literacy.PreviewAudience;
using GovernancePortal.Web.Features.Literacy.RefreshRequirement;
using GovernancePortal.Web.Features.Literacy.RetireCourse;
using GovernancePortal.Web.Features.Literacy.RetireRequirement;
using GovernancePortal.Web.Features.Literacy.ReviseRequirement;
using GovernancePortal.Web.Features.Literacy.Rules;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class RequirementTests : IAsyncLifetime
{
    private static readonly RuleTerms Everybody = new(Audience.Everybody);

    private TestPortal _portal = null!;
    private CourseId _course;

    public static TheoryData<Role> Others => [.. Enum.GetValues<Role>().Where(r => r != Role.GovernanceOfficer)];

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _course = await _portal.AddCourseAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Whoever_is_asked_counts_from_the_same_moment_on()
    {
        var trained = await _portal.AddPersonAsync("Ada Lovelace", _portal.Payments);
        var untrained = await _portal.AddPersonAsync("Teal Hawthorn", _portal.Checkout);
        var elsewhere = await _portal.AddPersonAsync("Heron Sedge", _portal.Logistics);
        await _portal.CompleteAsync(trained.Id, _course, _portal.Today().AddDays(-10));

        var id = await AddAsync(Everybody);

        var standing = await _portal.InDb(db => db.PersonCoverages.AsNoTracking().ToDictionaryAsync(c => c.PersonId));
        standing[trained.Id].CoveredUntil.ShouldBeGreaterThan(_portal.Today());
        (standing[untrained.Id].IsAsked, standing[untrained.Id].CoveredUntil).ShouldBe((true, DateOnly.MinValue));
        standing.ShouldNotContainKey(elsewhere.Id);
        var entry = await _portal.LedgerAsync("requirement.added");
        entry.ShouldContain(_course.ToString());
        entry.ShouldContain("Because.");

        (await _portal.SendAs(Role.GovernanceOfficer, new RetireRequirementCommand(id, 0, "No longer."))).Value.ShouldBe(_course);
        (await _portal.InDb(db => db.PersonCoverages.AnyAsync())).ShouldBeFalse();
        (await _portal.LedgerAsync("requirement.retired")).ShouldContain("No longer.");
    }

    [Fact]
    public async Task A_course_is_not_retired_on_what_was_read_before_it_was_required()
    {
        var seen = await _portal.CourseAsync(_course);
        await AddAsync(Everybody);

        (await _portal.SendAs(Role.GovernanceOfficer, new RetireCourseCommand(_course, seen.Version, "Old."))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _portal.CourseAsync(_course)).RetiredOn.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Only_a_governance_officer_sets_what_is_required(Role role)
    {
        var id = await AddAsync(Everybody);

        (await _portal.SendAs(role, new GetRequirableCourseQuery(_course))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, Adding(Everybody))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetRevisionQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new ReviseRequirementCommand(id, 0, Everybody, _portal.Today(), "x"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetRefreshQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, Refreshing(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetRequirementRetirementQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new RetireRequirementCommand(id, 0, "x"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new PreviewAudienceQuery(_portal.Checkout.Id, _course, Everybody))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetKnownToolsQuery())).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new FindWorkRolesQuery(""))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new FindRequirementUnitsQuery(null))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task An_officer_of_one_unit_asks_nobody_of_another()
    {
        var officer = await _portal.AddUserAsync(Role.GovernanceOfficer, _portal.Checkout);
        var elsewhere = await AddAsync(Everybody, _portal.Logistics);

        (await _portal.SendAs(officer, Adding(Everybody, _portal.Logistics))).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _portal.SendAs(officer, Adding(Everybody, _portal.Root))).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _portal.SendAs(officer, Adding(Everybody, _portal.Payments))).Error.ShouldBeNull();
        (await _portal.SendAs(officer, new PreviewAudienceQuery(_portal.Logistics.Id, _course, Everybody))).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _portal.SendAs(officer, new GetRevisionQuery(elsewhere))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(officer, new ReviseRequirementCommand(elsewhere, 0, Everybody, _portal.Today(), "x"))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(officer, new GetRefreshQuery(elsewhere))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(officer, Refreshing(elsewhere))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(officer, new GetRequirementRetirementQuery(elsewhere))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(officer, new RetireRequirementCommand(elsewhere, 0, "x"))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(officer, new FindRequirementUnitsQuery("a"))).Value.Select(u => u.Path).ShouldBe(["Larkfield / Checkout", "Larkfield / Checkout / Payments"]);
        (await _portal.SendAs(officer, new FindRequirementUnitsQuery("Logistics"))).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_its_field()
    {
        var wrong = new RuleTerms(new Audience(new string('x', 121), (LevelSet)16, null, new string('t', 65)), new string('1', 33), 0, -1);
        var id = await AddAsync(Everybody);
        var yesterday = _portal.Today().AddDays(-1);

        string[] terms = ["Terms.Audience.WorkRole", "Terms.Audience.Levels", "Terms.Audience.Tool", "Terms.MinimumVersion", "Terms.ValidityMonths", "Terms.GraceDays"];
        (await FieldsAsync(new AddRequirementCommand(_course, _portal.Checkout.Id, wrong, yesterday, ""))).ShouldBe([.. terms, "From", "Reason"]);
        (await FieldsAsync(new ReviseRequirementCommand(id, 0, wrong, yesterday, ""))).ShouldBe([.. terms, "From", "Reason"]);
        (await FieldsAsync(new RefreshRequirementCommand(id, 0, RefreshCause.None, _portal.Today(), yesterday, ""))).ShouldBe(["Cause", "CompletedSince", "DueFrom", "Reason"]);
        (await FieldsAsync(new RetireRequirementCommand(id, 0, " "))).ShouldBe(["Reason"]);
        (await FieldsAsync(Adding(Everybody with { MinimumVersion = "7" }))).ShouldBe(["Terms.MinimumVersion"]);
        (await FieldsAsync(new ReviseRequirementCommand(id, 0, Everybody with { MinimumVersion = "7" }, _portal.Today(), "x"))).ShouldBe(["Terms.MinimumVersion"]);
        (await _portal.InDb(db => db.LiteracyRequirements.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_course_that_is_retired_cannot_be_required()
    {
        (await _portal.SendAs(Role.GovernanceOfficer, new RetireCourseCommand(_course, 0, "Old."))).Error.ShouldBeNull();

        (await _portal.SendAs(Role.GovernanceOfficer, Adding(Everybody))).Error.ShouldBe(CourseErrors.Retired);
        (await _portal.SendAs(Role.GovernanceOfficer, new GetRequirableCourseQuery(_course))).Error.ShouldBe(CourseErrors.Retired);
        (await _portal.SendAs(Role.GovernanceOfficer, new GetRequirableCourseQuery(CourseId.New()))).Error.ShouldBe(CommonErrors.NotFound);
    }

    [Fact]
    public async Task A_revision_strikes_the_old_wording_and_holds_from_its_day_on()
    {
        var id = await AddAsync(Everybody with { GraceDays = 30 });
        var from = _portal.Today().AddDays(14);
        var terms = new RuleTerms(new Audience(Oversees: true), "1", 6, 10);

        var next = (await _portal.SendAs(Role.GovernanceOfficer, new ReviseRequirementCommand(id, 0, terms, from, "Since the outage."))).Value;

        var before = (await _portal.SendAs(Role.GovernanceOfficer, new GetCourseQuery(_course))).Value;
        before.Requirements.Select(r => (r.Id, r.RetiredOn, r.IsBegun, r.MayChange)).ShouldBe([(next, null, false, true), (id, (DateOnly?)from, true, false)]);
        before.Requirements[0].Words.ShouldBe("Everybody in Checkout who oversees AI output, from version 1, valid 6 months, 10 days for joiners");
        (await _portal.LedgerAsync("requirement.revised")).ShouldContain(next.ToString());

        _portal.Clock.Advance(TimeSpan.FromDays(14));
        var after = (await _portal.SendAs(Role.Employee, new GetCourseQuery(_course))).Value;
        after.Requirements.Single().Id.ShouldBe(next);
        after.Past.Single().ShouldSatisfyAllConditions(r => r.Id.ShouldBe(id), r => r.IsReplaced.ShouldBeTrue(), r => r.Words.ShouldBe("Everybody in Checkout, 30 days for joiners"));
    }

    [Fact]
    public async Task Two_people_who_end_a_requirement_do_not_both_succeed()
    {
        var id = await AddAsync(Everybody);

        (await _portal.SendAs(Role.GovernanceOfficer, new ReviseRequirementCommand(id, 0, Everybody, _portal.Today(), "First."))).Error.ShouldBeNull();

        (await _portal.SendAs(Role.GovernanceOfficer, new ReviseRequirementCommand(id, 0, Everybody, _portal.Today(), "Second."))).Error.ShouldBe(CourseErrors.AlreadyEnded);
        (await _portal.SendAs(Role.GovernanceOfficer, Refreshing(id))).Error.ShouldBe(CourseErrors.AlreadyEnded);
        (await _portal.SendAs(Role.GovernanceOfficer, new RetireRequirementCommand(id, 0, "x"))).Error.ShouldBe(CourseErrors.AlreadyEnded);
        (await _portal.SendAs(Role.GovernanceOfficer, new GetRevisionQuery(id))).Error.ShouldBe(CourseErrors.AlreadyEnded);
        (await _portal.SendAs(Role.GovernanceOfficer, new RetireRequirementCommand(await AddAsync(Everybody), 5, "x"))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _portal.InDb(db => db.LiteracyRequirements.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task After_an_incident_older_completions_count_until_the_newer_is_due()
    {
        var person = await _portal.AddPersonAsync("Ada Lovelace");
        await _portal.CompleteAsync(person.Id, _course, _portal.Today().AddDays(-10));
        var id = await AddAsync(Everybody);

        var next = (await _portal.SendAs(Role.GovernanceOfficer, Refreshing(id))).Value;

        var standing = await _portal.InDb(db => db.PersonCoverages.AsNoTracking().SingleAsync());
        standing.CoveredUntil.ShouldBeGreaterThan(_portal.Today());
        standing.ChangesOn.ShouldBe(_portal.Today().AddDays(30));
        (await _portal.LedgerAsync("requirement.refreshed")).ShouldContain(nameof(RefreshCause.IncidentWithTrainingCause));
        var earlier = Refreshing(next) with { CompletedSince = _portal.Today().AddDays(-3) };
        (await FieldsAsync(earlier)).ShouldBe(["CompletedSince"]);

        _portal.Clock.Advance(TimeSpan.FromDays(30));
        await _portal.RefreshCoverageAsync();
        (await _portal.InDb(db => db.PersonCoverages.AsNoTracking().SingleAsync())).CoveredUntil.ShouldBe(DateOnly.MinValue);
    }

    [Fact]
    public async Task The_preview_counts_whom_the_rule_covers_who_meets_it_and_who_has_time_left()
    {
        var today = _portal.Today();
        var trained = await _portal.AddPersonAsync("Ada Lovelace", _portal.Payments);
        await _portal.AddPersonAsync("Teal Hawthorn", _portal.Checkout, p => p.SetEmployment(today.AddDays(-5), null, null));
        await _portal.AddPersonAsync("Heron Sedge", _portal.Logistics);
        await _portal.CompleteAsync(trained.Id, _course, today.AddDays(-10));

        var checkout = await _portal.SendAs(Role.GovernanceOfficer, new PreviewAudienceQuery(_portal.Checkout.Id, _course, Everybody with { GraceDays = 30 }));
        var again = await _portal.SendAs(Role.GovernanceOfficer, new PreviewAudienceQuery(_portal.Root.Id, _course, Everybody, today.AddDays(-9)));
        var wrong = await _portal.SendAs(Role.GovernanceOfficer, new PreviewAudienceQuery(_portal.Root.Id, _course, Everybody with { GraceDays = -1 }));

        checkout.Value.ShouldBe(new AudienceFigures(2, 1, 1));
        again.Value.ShouldBe(new AudienceFigures(3, 0, 0));
        wrong.Error!.Fields.Single().Field.ShouldBe("Terms.GraceDays");
    }

    [Fact]
    public async Task A_rule_for_the_users_of_a_tool_does_not_tell_who_uses_it()
    {
        var people = new List<Person>();
        for (var i = 0; i < 13; i++) people.Add(await _portal.AddPersonAsync($"Person {i}", i < 4 ? _portal.Payments : _portal.Logistics));
        await _portal.InDb(db =>
        {
            db.UsageMonths.AddRange(people.Select((p, i) => Used(p.Id, i)));
            return db.SaveChangesAsync();
        });
        var users = new RuleTerms(new Audience(Tool: UsageTools.Copilot));
        await AddAsync(users, _portal.Payments);

        var small = await _portal.SendAs(Role.GovernanceOfficer, new PreviewAudienceQuery(_portal.Payments.Id, _course, users));
        var large = await _portal.SendAs(Role.GovernanceOfficer, new PreviewAudienceQuery(_portal.Root.Id, _course, users));
        var page = await _portal.SendAs(Role.Executive, new GetCourseQuery(_course));

        (small.Value.People, small.Value.Meet).ShouldBe((null, null));
        (large.Value.People, large.Value.Rounded).ShouldBe((15, true));
        page.Value.Requirements.Single().Figures!.People.ShouldBeNull();
    }

    [Fact]
    public async Task Figures_on_the_course_page_are_of_the_units_that_the_role_covers()
    {
        var trained = await _portal.AddPersonAsync("Ada Lovelace", _portal.Payments);
        await _portal.AddPersonAsync("Teal Hawthorn", _portal.Logistics);
        await _portal.CompleteAsync(trained.Id, _course, _portal.Today());
        await AddAsync(Everybody, _portal.Root);
        await AddAsync(Everybody, _portal.Logistics);

        (await FiguresAsync(Role.Auditor, _portal.Root)).ShouldBe([new AudienceFigures(1, 0), new AudienceFigures(2, 1)], ignoreOrder: true);
        (await FiguresAsync(Role.TeamLead, _portal.Checkout)).ShouldBe([new AudienceFigures(1, 1), null], ignoreOrder: true);
        (await FiguresAsync(Role.Employee, _portal.Root)).ShouldBe([null, null]);
        (await _portal.SendAs(Role.Employee, new GetCourseQuery(CourseId.New()))).Error.ShouldBe(CommonErrors.NotFound);
    }

    [Fact]
    public async Task Roles_and_tools_that_exist_are_offered()
    {
        await _portal.AddPersonAsync("Ada Lovelace", change: p => p.SetPost(p.UnitId, null, Level.Mid, "Data analyst", false, ""));
        await _portal.AddPersonAsync("Teal Hawthorn", change: p => p.SetPost(p.UnitId, null, Level.Mid, "Engineer", false, ""));
        await _portal.InDb(db =>
        {
            db.UsageMonths.Add(Used(null, 1));
            db.LicenceSeats.AddRange(new LicenceSeat("cursor", "a", _portal.Clock.GetUtcNow()), new LicenceSeat(UsageTools.Copilot, "a", _portal.Clock.GetUtcNow()));
            return db.SaveChangesAsync();
        });

        (await _portal.SendAs(Role.GovernanceOfficer, new GetKnownToolsQuery())).Value.ShouldBe(["cursor", UsageTools.Copilot]);
        (await _portal.SendAs(Role.GovernanceOfficer, new FindWorkRolesQuery("analyst"))).Value.ShouldBe(["Data analyst"]);
        (await _portal.SendAs(Role.GovernanceOfficer, new FindWorkRolesQuery("%"))).Value.ShouldBeEmpty();
        (await _portal.SendAs(Role.GovernanceOfficer, new FindWorkRolesQuery(""), _portal.Logistics)).Value.ShouldBeEmpty();
        (await _portal.SendAs(Role.GovernanceOfficer, new FindWorkRolesQuery(new string('x', 121)))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
    }

    private UsageMonth Used(PersonId? person, int number)
    {
        var month = new UsageMonth(UsageTools.Copilot, $"login-{number}", MonthBits.MonthOf(_portal.Today()));
        month.Report(_portal.Today(), active: true);
        month.Match(person);
        return month;
    }

    private AddRequirementCommand Adding(RuleTerms terms, Unit? unit = null) => new(_course, (unit ?? _portal.Checkout).Id, terms, _portal.Today(), "Because.");

    private RefreshRequirementCommand Refreshing(LiteracyRequirementId id) =>
        new(id, 0, RefreshCause.IncidentWithTrainingCause, _portal.Today(), _portal.Today().AddDays(30), "The outage.");

    private async Task<LiteracyRequirementId> AddAsync(RuleTerms terms, Unit? unit = null)
    {
        var result = await _portal.SendAs(Role.GovernanceOfficer, Adding(terms, unit));
        result.Error.ShouldBeNull();
        return result.Value;
    }

    private async Task<IEnumerable<string>> FieldsAsync<T>(MediatR.IRequest<Result<T>> request) => (await _portal.SendAs(Role.GovernanceOfficer, request)).Error!.Fields.Select(f => f.Field);

    private async Task<IEnumerable<AudienceFigures?>> FiguresAsync(Role role, Unit unit) =>
        (await _portal.SendAs(role, new GetCourseQuery(_course), unit)).Value.Requirements.Select(r => r.Figures);
}
