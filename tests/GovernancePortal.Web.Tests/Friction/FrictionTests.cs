using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Friction;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Friction.GetFriction;
using GovernancePortal.Web.Features.Friction.ReportFriction;
using GovernancePortal.Web.Features.Friction.Telling;
using GovernancePortal.Web.Platform.Ledger;
using GovernancePortal.Web.Tests.Platform;
using GovernancePortal.Web.Tests.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Friction;

public sealed class FrictionTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private FrictionDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = new FrictionDesk(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Five_people_of_a_unit_are_told_when_the_four_weeks_are_over()
    {
        await _desk.ReportAsync(await _desk.PeopleAsync(5, _portal.Payments), minutes: 12);

        (await _desk.ReadAsync(_portal.Payments)).Period.ShouldBeNull("nothing is told while the weeks run: a figure that grows tells who came last");
        (await _portal.Services.GetRequiredService<FrictionTeller>().RunAsync(CancellationToken.None)).ShouldBe(0);
        (await _desk.TellAsync()).ShouldBe(1);

        var figure = (await _desk.ReadAsync(_portal.Payments)).Figure!;
        (figure.People, figure.Reports, figure.Minutes, figure.Reworks, figure.WrongAnswers).ShouldBe((5, 5, 60, 5, 0));
        figure.Tools.ShouldBe([new ToolFriction(null, 5, 60)]);
        figure.ActiveUsers.ShouldBeNull("nobody's use is known");
        (await _portal.Services.GetRequiredService<FrictionTeller>().RunAsync(CancellationToken.None)).ShouldBe(0, "once");
    }

    [Fact]
    public async Task Four_people_are_told_nowhere_however_often_they_report()
    {
        var four = await _desk.PeopleAsync(4, _portal.Payments);
        for (var i = 0; i < 3; i++) await _desk.ReportAsync(four, text: "Mine.");
        await _desk.TellAsync();

        foreach (var unit in new[] { _portal.Payments, _portal.Checkout, _portal.Root })
        {
            var view = await _desk.ReadAsync(unit);
            (view.Figure, view.Texts.Count).ShouldBe((null, 0));
            view.Below.ShouldAllBe(b => b.Figure == null);
        }
    }

    [Fact]
    public async Task The_difference_of_nested_units_shows_nobody()
    {
        await _desk.ReportAsync(await _desk.PeopleAsync(6, _portal.Payments), text: "Many.");
        await _desk.ReportAsync(await _desk.PeopleAsync(3, _portal.Checkout), text: "Few.");
        await _desk.TellAsync();

        (await _desk.ReadAsync(_portal.Checkout)).Figure!.People.ShouldBe(9);
        (await _desk.ReadAsync(_portal.Payments)).Figure.ShouldBeNull("the three of Checkout itself would be what is left");
        (await _desk.ReadAsync(_portal.Payments)).Texts.ShouldBeEmpty();
        (await _desk.ReadAsync(_portal.Checkout)).Texts.Count.ShouldBe(9);
    }

    [Fact]
    public async Task A_kind_or_a_tool_of_few_people_is_not_told_apart()
    {
        var tool = await (await ToolDesk.OpenAsync(_portal)).AddAsync();
        var people = await _desk.PeopleAsync(7, _portal.Checkout);
        await _desk.ReportAsync(people.Take(5));
        foreach (var user in people.Skip(5)) (await _portal.SendAs(user, new ReportFrictionCommand(tool, FrictionKind.WrongAnswer, 5, ""))).Error.ShouldBeNull();
        await _desk.TellAsync();

        var figure = (await _desk.ReadAsync(_portal.Checkout)).Figure!;
        (figure.Reports, figure.WrongAnswers, figure.Reworks, figure.Tools.Count).ShouldBe((7, null, null, 0));
    }

    [Fact]
    public async Task Periods_do_not_overlap_so_nothing_is_between_them()
    {
        var people = await _desk.PeopleAsync(6, _portal.Payments);
        await _desk.ReportAsync(people);
        await _desk.TellAsync();
        await _desk.ReportAsync(people.Take(4));
        await _desk.TellAsync();

        var view = await _desk.ReadAsync(_portal.Payments);
        view.Periods.Count.ShouldBe(1, "four people in the later one");
        (await _desk.ReadAsync(_portal.Payments, view.Periods[0].Number + 1)).Period.ShouldBe(view.Periods[0], "a period that was not told cannot be asked for");
    }

    [Fact]
    public async Task Texts_come_in_an_order_that_is_not_the_order_of_reporting_and_nothing_says_who()
    {
        var people = await _desk.PeopleAsync(12, _portal.Payments);
        for (var i = 0; i < people.Count; i++) await _desk.ReportAsync([people[i]], text: $"Text {i:00}");
        var reports = await _portal.InDb(db => db.FrictionReports.AsNoTracking().ToListAsync());
        reports.Select(r => r.Mark).Distinct().Count().ShouldBe(12);
        await _desk.TellAsync();

        var texts = (await _desk.ReadAsync(_portal.Payments)).Texts;
        texts.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 12).Select(i => $"Text {i:00}"));
        reports.ShouldAllBe(r => r.Id.Version == 4);
        var told = await _portal.InDb(db => db.FrictionTexts.AsNoTracking().ToListAsync());
        told.ShouldAllBe(t => t.Id.Version == 4);
        told.Select(t => t.Id).ShouldNotContain(id => reports.Select(r => r.Id).Contains(id));
        texts.ShouldBe(told.OrderBy(t => t.Id.ToString(), StringComparer.Ordinal).Select(t => t.Text), "by new ids that are random");

        (await _portal.InDb(db => db.FrictionReports.CountAsync())).ShouldBe(0, "the reports themselves are gone");
        _portal.Services.GetRequiredService<LedgerFolder>().Read(Path.Combine("friction", $"{reports[0].Period}.key")).ShouldBeNull();
        (await _portal.InDb(db => db.LedgerEntries.Where(e => e.Kind.StartsWith("friction")).Select(e => e.ActorId).ToListAsync())).ShouldBe([FrictionTeller.Actor]);
    }

    [Fact]
    public async Task The_key_of_a_running_period_is_a_file_and_what_comes_after_the_telling_is_not_told()
    {
        var people = await _desk.PeopleAsync(6, _portal.Payments);
        await _desk.ReportAsync(people.Take(5), text: "Wrong.");
        var late = await _portal.InDb(db => db.FrictionReports.AsNoTracking().FirstAsync());
        _portal.Services.GetRequiredService<LedgerFolder>().Read(Path.Combine("friction", $"{late.Period}.key")).ShouldNotBeNull();
        await _desk.TellAsync();
        var figure = (await _desk.ReadAsync(_portal.Payments)).Figure;

        await _portal.InDb(async db =>
        {
            db.FrictionReports.Add(new FrictionReport(Guid.NewGuid(), new string('a', FrictionReport.MarkLength), 1, late.Day, late.UnitId, null, FrictionKind.Rework, 5, "Late."));
            return await db.SaveChangesAsync();
        });
        await _desk.TellAsync();

        (await _desk.ReadAsync(_portal.Payments)).Figure!.Reports.ShouldBe(figure!.Reports);
        (await _portal.InDb(db => db.FrictionReports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Ten_reports_a_day_and_ten_again_tomorrow()
    {
        var user = (await _desk.PeopleAsync(1, _portal.Payments)).Single();
        await _desk.ReportAsync(Enumerable.Repeat(user, FrictionReport.MostPerDay));

        (await _portal.SendAs(user, Report())).Error!.Code.ShouldBe("friction.enough");
        _portal.Clock.Advance(TimeSpan.FromDays(1));
        (await _portal.SendAs(user, Report())).Error.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field()
    {
        var user = (await _desk.PeopleAsync(1, _portal.Payments)).Single();

        var wrong = await _portal.SendAs(user, new ReportFrictionCommand(null, default, null, new string('x', FrictionReport.TextMaxLength + 1)));
        wrong.Error!.Fields.Select(f => f.Field).ShouldBe(["Kind", "Minutes", "Text"]);
        (await _portal.SendAs(user, Report() with { Minutes = FrictionReport.MostMinutes + 1 })).Error!.Fields.Single().Field.ShouldBe("Minutes");
        (await _portal.SendAs(user, Report() with { ToolId = AiToolId.New() })).Error!.Fields.Single().Field.ShouldBe("ToolId");
    }

    [Fact]
    public async Task The_form_offers_what_may_be_used_where_one_works()
    {
        var tools = await ToolDesk.OpenAsync(_portal);
        await tools.AddAsync(tools.Terms());
        await tools.AddAsync(tools.Terms(_portal.Logistics) with { Name = "Elsewhere" });
        var user = (await _desk.PeopleAsync(1, _portal.Payments)).Single();

        (await _portal.SendAs(user, new GetFrictionFormQuery())).Value.Tools.Select(t => t.Name).ShouldBe(["Release agent"]);
        (await _portal.SendAs(Role.Employee, new GetFrictionFormQuery())).Error!.Code.ShouldBe("noPerson");
        (await _portal.SendAs(Role.Employee, Report())).Error!.Code.ShouldBe("noPerson");
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task Who_only_looks_after_the_portal_does_not_report(Role role)
    {
        (await _portal.SendAs(role, Report())).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetFrictionFormQuery())).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Theory]
    [InlineData(Role.Employee)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.HumanResources)]
    [InlineData(Role.Administrator)]
    public async Task Figures_are_for_those_who_can_change_something(Role role) =>
        (await _portal.SendAs(role, new GetFrictionQuery(null, null))).Error.ShouldBe(AccessErrors.NoRole);

    [Fact]
    public async Task A_lead_sees_their_own_units_and_no_others()
    {
        await _desk.ReportAsync(await _desk.PeopleAsync(5, _portal.Logistics));
        await _desk.TellAsync();
        var lead = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout);

        var view = (await _portal.SendAs(lead, new GetFrictionQuery(null, null))).Value;
        (view.UnitId, view.Parent).ShouldBe((_portal.Checkout.Id, null));
        (await _portal.SendAs(lead, new GetFrictionQuery(_portal.Logistics.Id, null))).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _portal.SendAs(lead, new GetFrictionQuery(_portal.Root.Id, null))).Error.ShouldBe(AccessErrors.OutOfScope);
    }

    private static ReportFrictionCommand Report() => new(null, FrictionKind.Rework, 5, "");
}
