using System.Text.Json;
using Bunit;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Adoption.ApproveTarget;
using GovernancePortal.Web.Features.Adoption.EvaluateTarget;
using GovernancePortal.Web.Features.Adoption.GetTargetTrend;
using GovernancePortal.Web.Features.Adoption.ListEvaluations;
using GovernancePortal.Web.Features.Adoption.PauseTarget;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Features.Overview.Home;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Imports;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Adoption;

/// <summary>Readiness and use over time, and whether activity is told from value.</summary>
public sealed class TargetTrendTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private TargetOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = await TargetOffice.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task More_use_without_a_better_outcome_is_told_at_evaluation_on_the_page_and_to_executives_and_changes_no_state()
    {
        var staff = await _office.StaffAsync(19);
        var id = await PlayAsync(staff, week => week < 4 ? 4 : 14, _ => 6);

        var newest = await NewestAsync(id);
        newest.Activity.ShouldBe(ActivitySign.UseWithoutOutcome);
        newest.ActivityWords.ShouldBe("Use rose from 20% to 70% between two periods of 4 weeks, and the outcome went from 6 to 6.");
        (await TrendAsync(_office.LeadUser, id)).Activity.ShouldBe(newest.ActivityWords);
        (await _portal.SendAs(_office.ChiefUser, new GetExecutiveHomeQuery())).Value.Points.Single().Activity.ShouldBe(newest.ActivityWords);
        (await _portal.SendAs(_office.LeadUser, new ListEvaluationsQuery(id, new Paging(1, 25)))).Value.Evaluations.Items[0].Activity.ShouldBe(newest.ActivityWords);
        (newest.Before, newest.After, newest.Transition).ShouldBe((TargetState.Proposed, TargetState.Proposed, null));
    }

    [Fact]
    public async Task A_better_outcome_no_outcome_and_a_small_group_say_nothing()
    {
        var staff = await _office.StaffAsync(19);

        (await NewestAsync(await PlayAsync(staff, week => week < 4 ? 4 : 14, week => week < 4 ? 6 : 5))).Activity.ShouldBeNull("the outcome became better");
        await _portal.InDb(db => db.OutcomeReadings.ExecuteDeleteAsync());
        (await NewestAsync(await PlayAsync(staff, week => week < 4 ? 4 : 14, _ => null))).Activity.ShouldBeNull("no outcome was measured");
        await _portal.InDb(db => db.People.Where(p => p.Name.StartsWith("Person") && p.Name != "Person 001" && p.Name != "Person 002").ExecuteUpdateAsync(p => p.SetProperty(x => x.UnitId, _portal.Logistics.Id)));
        await _portal.InDb(db => db.OutcomeReadings.ExecuteDeleteAsync());
        (await NewestAsync(await PlayAsync([.. staff.Take(2)], week => week < 4 ? 0 : 2, _ => 6))).Activity.ShouldBeNull("two people are too few");
    }

    [Fact]
    public async Task A_burst_without_accepted_work_is_seen_in_the_sums_of_the_unit_and_never_in_those_of_four_people()
    {
        var staff = await _office.StaffAsync(9);
        var id = await PlayAsync(staff, _ => 9, _ => 6, week => week == 7 ? (200, 4) : (40, 12));

        var newest = await NewestAsync(id);
        (newest.Offered, newest.Accepted).ShouldBe((1_800, 36));
        newest.Activity.ShouldBe(ActivitySign.BurstWithoutWork);
        newest.ActivityWords.ShouldBe("AI made 1,800 suggestions in seven days, against 360 in a usual week; 2% were kept, against 30%.");

        var few = await PlayAsync([.. staff.Take(4)], _ => 4, _ => 6, week => week == 7 ? (900, 4) : (90, 30));
        (await NewestAsync(few)).Offered.ShouldBeNull();
        (await NewestAsync(few)).Activity.ShouldBeNull();
    }

    [Fact]
    public async Task While_it_is_paused_the_team_sees_no_use_at_any_time_and_no_figure_of_it_in_words()
    {
        var id = await PlayAsync(await _office.StaffAsync(19), week => week < 4 ? 4 : 14, _ => 6);
        await GoLiveAsync(id);
        var live = await TrendAsync(_office.LeadUser, id);
        live.Points.Count(w => w.Use.Shown == UseShown.Yes).ShouldBeGreaterThan(6);

        (await _portal.SendAs(_office.LeadUser, new PauseTargetCommand(id, await _office.VersionAsync(id), "Reviewers are away."))).Error.ShouldBeNull();
        var team = await TrendAsync(_office.LeadUser, id);
        var chief = await TrendAsync(_office.ChiefUser, id);

        team.Points.ShouldAllBe(w => w.Use.Share == null && w.Use.Shown == UseShown.Paused);
        team.Pauses.ShouldBe([new TargetPause(_office.Today, null)]);
        team.Activity.ShouldBe("The outcome did not become better with use.");
        chief.Points.Count(w => w.Use.Share != null).ShouldBe(live.Points.Count(w => w.Use.Share != null));
        chief.Activity!.ShouldContain("70%");
        (await _portal.SendAs(_office.LeadUser, new ListEvaluationsQuery(id, new Paging(1, 25)))).Value.Evaluations.Items[0].Activity.ShouldBe("The outcome did not become better with use.");
    }

    [Fact]
    public async Task A_step_that_pauses_early_keeps_what_was_seen_beside_the_guardrails()
    {
        var id = await PlayAsync(await _office.StaffAsync(19), week => week < 4 ? 4 : 14, _ => 6);
        await GoLiveAsync(id);
        (await _portal.SendAs(_office.LeadUser, new EvaluateTargetCommand(id))).Value.IsDryRun.ShouldBeTrue();
        await _portal.InDb(db => db.GuardrailReadings.Where(r => r.Type == GuardrailType.IncidentErrorBudget).ExecuteDeleteAsync());
        await _office.ReadAsync(GuardrailType.IncidentErrorBudget, -0.2);

        (await _portal.SendAs(_office.LeadUser, new EvaluateTargetCommand(id))).Value.IsDryRun.ShouldBeFalse();

        var newest = await NewestAsync(id);
        (newest.After, newest.Activity).ShouldBe((TargetState.Paused, ActivitySign.UseWithoutOutcome));
    }

    [Fact]
    public async Task A_trend_is_read_within_the_reach_of_the_role()
    {
        var id = await _office.ProposeAsync();

        (await _portal.SendAs(Role.TeamLead, new GetTargetTrendQuery(id), _portal.Logistics)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await _portal.SendAs(Role.Employee, new GetTargetTrendQuery(id))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await TrendAsync(_office.LeadUser, id)).Points.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_young_target_is_drawn_by_day_and_an_older_one_by_week()
    {
        var id = await _office.ProposeAsync();
        await _office.NightAsync();
        await _office.NightAsync();
        var young = await TrendAsync(_office.LeadUser, id);
        _portal.Clock.Advance(TimeSpan.FromDays(60));
        await _office.MinuteAsync();
        var old = await TrendAsync(_office.LeadUser, id);

        (young.ByDay, young.Points.Count).ShouldBe((true, 3));
        old.ByDay.ShouldBeFalse();
        old.Points.Count.ShouldBeInRange(9, 10, "62 days were made up for, one by one");
    }

    [Fact]
    public void The_chart_shades_pauses_breaks_the_line_of_use_there_and_speaks()
    {
        using var page = new BunitContext();
        var day = new DateOnly(2026, 9, 1);
        UseReading Use(int week) => week is 3 or 4 ? new(null, UseShown.Paused) : new(0.4 + (0.02 * week), UseShown.Yes);
        var weeks = Enumerable.Range(0, 8).Select(w => new TrendPoint(day.AddDays(7 * w), 0.9, Use(w), TargetState.Active)).ToArray();
        var trend = new TargetTrend(TargetMetrics.WeeklyActiveShare, 0.8, weeks, ByDay: false, [new(day.AddDays(21), day.AddDays(35))], day.AddDays(56), null, ActivityRules.Standard);

        var chart = page.Render<TrendChart>(p => p.Add(c => c.Plot, new TrendPlot(trend, 936)).Add(c => c.Spoken, "Use went up."));
        var hidden = page.Render<TrendChart>(p => p.Add(c => c.Plot, new TrendPlot(trend with { Points = [.. weeks.Select(w => w with { Use = new(null, UseShown.Paused) })] }, 358)).Add(c => c.Spoken, "Readiness."));

        chart.FindAll("rect[fill^='url(#trend-hatch']").Count.ShouldBe(1);
        chart.FindAll("path.s3").Count.ShouldBe(2, "use before and after the pause");
        chart.FindAll("path.s5").Count.ShouldBe(1);
        chart.Find("svg[role=img]").GetAttribute("aria-label").ShouldBe("Use went up.");
        hidden.FindAll(".s3").ShouldBeEmpty();
        hidden.Markup.ShouldNotContain("Weekly use");
    }

    /// <summary>Proposes a target and evaluates it once a week for eight weeks.</summary>
    /// <param name="users">How many people used AI in a week; 0 is the oldest week.</param>
    private async Task<AdoptionTargetId> PlayAsync(IReadOnlyList<Person> staff, Func<int, int> users, Func<int, double?> outcome, Func<int, (int Offered, int Accepted)>? work = null)
    {
        await _portal.InDb(db => db.UsageCountDays.ExecuteDeleteAsync());
        await _portal.InDb(db => db.UsageMonths.ExecuteDeleteAsync());
        AdoptionTargetId? id = null;
        for (var week = 0; week < 8; week++)
        {
            _portal.Clock.Advance(TimeSpan.FromDays(7));
            var active = staff.Take(users(week)).ToList();
            if (work is not null) await ReportAsync(active, work(week));
            else await _office.UseAsync(active, _office.Today.AddDays(-1));
            if (outcome(week) is { } value) await _office.AddAsync([new OutcomeReading("lead time in days", _portal.Checkout.Id, _office.Today, value, "a board")]);
            if (id is null) id = await _office.ProposeAsync();
            else await _office.MinuteAsync();
        }

        return id!.Value;
    }

    /// <summary>A report of yesterday with what AI offered to each and how much of it they kept.</summary>
    private async Task ReportAsync(IReadOnlyList<Person> people, (int Offered, int Accepted) work)
    {
        var known = await _portal.InDb(db => db.PersonLogins.Select(l => l.PersonId).ToListAsync());
        await _office.AddAsync(people.Where(p => !known.Contains(p.Id)).Select(p => new PersonLogin(UsageTools.GitHub, p.EmployeeNumber.ToLowerInvariant(), p.Id)));
        var days = people.Select(p => new
        {
            user_id = 1,
            user_login = p.EmployeeNumber.ToLowerInvariant(),
            day = $"{_office.Today.AddDays(-1):yyyy-MM-dd}",
            user_initiated_interaction_count = work.Offered,
            code_generation_activity_count = work.Offered,
            code_acceptance_activity_count = work.Accepted,
        });
        await _portal.MustImportAsync(ImportKind.CopilotUsage, JsonSerializer.Serialize(new { report_start_day = $"{_office.Today.AddDays(-1):yyyy-MM-dd}", day_totals = days }));
    }

    private async Task GoLiveAsync(AdoptionTargetId id)
    {
        await _office.ReadWellAsync();
        var course = await _office.RequireAsync();
        await _office.CompleteAsync(await _portal.InDb(db => db.People.Where(p => p.UnitId == _portal.Checkout.Id).ToListAsync()), course);
        (await _portal.SendAs(_office.ChiefUser, new ApproveTargetCommand(id, await _office.VersionAsync(id)))).Error.ShouldBeNull();
        await _office.NightAsync();
        await _office.NightAsync();
        (await _office.LoadAsync(id)).State.ShouldBe(TargetState.Active);
    }

    private Task<EvaluationRecord> NewestAsync(AdoptionTargetId id) => _portal.InDb(db => db.Evaluations.AsNoTracking().Where(e => e.TargetId == id).OrderByDescending(e => e.Date).FirstAsync());

    private async Task<TargetTrend> TrendAsync(Guid user, AdoptionTargetId id)
    {
        var result = await _portal.SendAs(user, new GetTargetTrendQuery(id));
        result.Error.ShouldBeNull();
        return result.Value;
    }
}
