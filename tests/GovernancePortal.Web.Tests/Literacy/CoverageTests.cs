using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.GetLiteracy;
using GovernancePortal.Web.Features.Literacy.ListMissing;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class CoverageTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private TrainingOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = new TrainingOffice(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Coverage_rolls_up_by_unit()
    {
        var course = await _office.AddCourseAsync();
        await _office.RequireAsync(course, _portal.Root);
        var checkout = await _office.StaffAsync(2);
        var payments = await _office.StaffAsync(3, _portal.Payments);
        await _office.StaffAsync(1, _portal.Logistics);
        foreach (var person in checkout.Concat(payments.Take(1))) await _office.CompleteAsync(person, course);

        var all = (await ReadAsync(Role.Executive)).Value;
        var below = (await ReadAsync(Role.Executive, new GetLiteracyQuery(_portal.Checkout.Id))).Value;

        all.All.ShouldBe(new CoverageCount(6, 3));
        all.Below.Select(u => (u.Name, u.Count)).ShouldBe([("Checkout", new CoverageCount(5, 3)), ("Logistics", new CoverageCount(1, 0))]);
        below.All.ShouldBe(new CoverageCount(5, 3));
        below.Below.Single().Count.ShouldBe(new CoverageCount(3, 1), "the people of Checkout itself are not below it");
        below.Above!.Name.ShouldBe("Larkfield");
    }

    [Fact]
    public async Task Nobody_sees_units_that_their_role_does_not_cover()
    {
        await _office.RequireAsync(await _office.AddCourseAsync(), _portal.Root);
        await _office.StaffAsync(2);
        await _office.StaffAsync(3, _portal.Logistics);

        var mine = (await _portal.SendAs(Role.TeamLead, new GetLiteracyQuery(), _portal.Checkout)).Value;

        (mine.Place, mine.All).ShouldBe(("Checkout", new CoverageCount(2, 0)));
        mine.Above.ShouldBeNull();
        (await _portal.SendAs(Role.TeamLead, new GetLiteracyQuery(_portal.Logistics.Id), _portal.Checkout)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await _portal.SendAs(Role.Employee, new GetLiteracyQuery())).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.SendAs(Role.Administrator, new GetLiteracyQuery())).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task A_past_day_stays_what_was_known_then()
    {
        var course = await _office.AddCourseAsync();
        await _office.RequireAsync(course, _portal.Root);
        var staff = await _office.StaffAsync(3);
        var done = await _office.CompleteAsync(staff[0], course, on: _office.Today.AddDays(-1));
        var then = _office.Today;
        var before = (await ReadAsync(Role.Auditor)).Value.All;

        _portal.Clock.Advance(TimeSpan.FromDays(5));
        await _office.CompleteAsync(staff[1], course, on: then.AddDays(-1));
        await _portal.InDb(async db =>
        {
            var completion = await db.Completions.SingleAsync(c => c.Id == done.Id);
            completion.Void(_portal.Clock.GetUtcNow(), "user:1", "Wrong person.");
            return await db.SaveChangesAsync();
        });
        await _portal.RefreshCoverageAsync();

        var past = (await ReadAsync(Role.Auditor, new GetLiteracyQuery(null, then))).Value;

        (past.All, past.Source).ShouldBe((before, FiguresFrom.WorkedOut));
        past.Expiries.ShouldBeEmpty();
        (await ReadAsync(Role.Auditor)).Value.All.ShouldBe(new CoverageCount(3, 1), "today one was struck and another added");
        (await ReadAsync(Role.Auditor, new GetLiteracyQuery(null, _office.Today.AddDays(1)))).Error!.Code.ShouldBe("literacy.future");
    }

    [Fact]
    public async Task The_nightly_job_keeps_the_day_once_and_the_page_shows_it()
    {
        var course = await _office.AddCourseAsync();
        await _office.RequireAsync(course, _portal.Root);
        var staff = await _office.StaffAsync(2);
        await _office.CompleteAsync(staff[0], course);
        var day = _office.Today;
        var keeper = _portal.Services.GetRequiredService<CoverageKeeper>();
        await keeper.RunAsync(CancellationToken.None);
        await keeper.RunAsync(CancellationToken.None);

        _portal.Clock.Advance(TimeSpan.FromDays(40));
        await _office.StaffAsync(4);
        var past = (await ReadAsync(Role.Auditor, new GetLiteracyQuery(null, day))).Value;
        var now = (await ReadAsync(Role.Auditor)).Value;

        (past.All, past.Source).ShouldBe((new CoverageCount(2, 1), FiguresFrom.Kept));
        now.Trend.Select(t => t.Count).ShouldBe([new CoverageCount(2, 1), new CoverageCount(6, 1)]);
        now.Rules.Single().Count.ShouldBe(new CoverageCount(2, 1));
        now.RulesOn.ShouldBe(day);
    }

    [Fact]
    public async Task A_joiner_is_asked_once_the_grace_is_over_even_before_the_job_has_been_by()
    {
        var course = await _office.AddCourseAsync();
        await _office.RequireAsync(course, graceDays: 30);
        await _portal.AddPersonAsync("Finch Barley", change: p => p.SetEmployment(_office.Today, leftOn: null, annualLoadedCost: null));

        (await _office.CountAsync()).Asked.ShouldBe(0);
        _portal.Clock.Advance(TimeSpan.FromDays(30));
        (await _office.CountAsync()).Asked.ShouldBe(1);
    }

    [Fact]
    public async Task What_runs_out_is_told_by_month()
    {
        var course = await _office.AddCourseAsync();
        await _office.RequireAsync(course);
        var staff = await _office.StaffAsync(3);
        await _office.CompleteAsync(staff[0], course, on: _office.Today.AddMonths(-11));
        await _office.CompleteAsync(staff[1], course, on: _office.Today.AddMonths(-11).AddDays(1));
        await _office.CompleteAsync(staff[2], course, on: _office.Today);

        var expiries = (await ReadAsync(Role.Executive)).Value.Expiries;

        expiries.Select(e => (e.Month, e.People)).ShouldBe(
            [(new DateOnly(2026, 11, 1), 0), (new DateOnly(2026, 12, 1), 2), (new DateOnly(2027, 1, 1), 0), (new DateOnly(2027, 2, 1), 0), (new DateOnly(2027, 3, 1), 0), (new DateOnly(2027, 4, 1), 0)]);
    }

    [Fact]
    public async Task A_tool_that_is_required_of_its_users_asks_nobody_else()
    {
        var course = await _office.AddCourseAsync();
        await _office.RequireAsync(course, audience: new Audience(Tool: "github-copilot"));
        var staff = await _office.StaffAsync(3);
        await _portal.InDb(async db =>
        {
            await db.AddUseAsync("github-copilot", "a", _office.Today.AddDays(-89), person: staff[0].Id);
            await db.AddUseAsync("github-copilot", "b", _office.Today.AddDays(-90), person: staff[1].Id);
            return await db.SaveChangesAsync();
        });
        await _portal.RefreshCoverageAsync();

        (await _office.CountAsync()).ShouldBe(new CoverageCount(1, 0));
    }

    [Fact]
    public async Task The_lead_sees_who_lacks_what_and_nobody_else_does()
    {
        var course = await _office.AddCourseAsync();
        await _office.RequireAsync(course, _portal.Root);
        var robin = await _portal.AddPersonAsync("Robin Thistle");
        var piper = await _portal.AddPersonAsync("Piper Yarrow");
        await _portal.AddPersonAsync("Else Where", _portal.Logistics);
        await _office.CompleteAsync(piper, course, version: "2", on: _office.Today.AddDays(-200));

        var list = (await _portal.SendAs(Role.TeamLead, new ListMissingQuery(null, new Paging(1, 25)), _portal.Checkout)).Value;

        list.People.Items.Select(p => (p.Name, p.Courses.Single().Why)).ShouldBe([("Piper Yarrow", "Version 2 only"), ("Robin Thistle", "Never taken")]);
        list.People.Total.ShouldBe(2);
        (await _portal.SendAs(Role.TeamLead, new ListMissingQuery(_portal.Logistics.Id, new Paging(1, 25)), _portal.Checkout)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        foreach (var role in new[] { Role.Executive, Role.GovernanceOfficer, Role.HumanResources, Role.Auditor, Role.Employee })
            (await _portal.SendAs(role, new ListMissingQuery(null, new Paging(1, 25)))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        robin.Id.ShouldBe(list.People.Items[1].Id);
    }

    private async Task<Result<LiteracyOverview>> ReadAsync(Role role, GetLiteracyQuery? query = null) => await _portal.SendAs(role, query ?? new GetLiteracyQuery());
}
