using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.DecideReports;
using GovernancePortal.Web.Features.Literacy.MyTraining;
using GovernancePortal.Web.Features.Literacy.TrainingRecord;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class OwnTrainingTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private TrainingOffice _office = null!;
    private Course _course = null!;
    private Person _person = null!;
    private Guid _employee;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = new TrainingOffice(_portal);
        _course = await _office.AddCourseAsync();
        await _office.RequireAsync(_course);
        _person = await _portal.AddPersonAsync("Robin Thistle");
        _employee = await _portal.AddUserAsync(Role.Employee, _portal.Checkout, _person.Id);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task What_somebody_reports_counts_once_the_lead_confirms_it()
    {
        var before = (await _portal.SendAs(_employee, new GetMyTrainingQuery())).Value;
        await _portal.SendAs(_employee, Report());
        var waiting = (await _portal.SendAs(_employee, new GetMyTrainingQuery())).Value;
        (await _office.CountAsync()).Met.ShouldBe(0);

        var row = (await _portal.SendAs(Role.TeamLead, new ListReportsQuery(new Paging(1, 25)), _portal.Checkout)).Value.Items.Single();
        await _portal.SendAs(Role.TeamLead, new DecideReportCommand(row.Id, row.Version, Confirm: true), _portal.Checkout);
        var after = (await _portal.SendAs(_employee, new GetMyTrainingQuery())).Value;

        before.Asked.Single().Gap!.Value.Cause.ShouldBe(GapCause.NeverTaken);
        waiting.Asked.Single().Gap!.Value.Cause.ShouldBe(GapCause.Unconfirmed);
        waiting.Record.Single().State.ShouldBe(CompletionState.Reported);
        after.Asked.Single().Until.ShouldBe(_office.Today.AddDays(-2).AddMonths(12));
        (await _office.CountAsync()).Met.ShouldBe(1);
        (await _portal.InDb(db => db.LedgerEntries.OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync())).TakeLast(2).ShouldBe(["training.reported", "training.confirmed"]);
    }

    [Fact]
    public async Task A_declined_report_says_why_and_can_be_made_again()
    {
        await _portal.SendAs(_employee, Report());
        var row = (await _portal.SendAs(Role.TeamLead, new ListReportsQuery(new Paging(1, 25)), _portal.Checkout)).Value.Items.Single();

        (await _portal.SendAs(Role.TeamLead, new DecideReportCommand(row.Id, row.Version, Confirm: false), _portal.Checkout)).Error!.Fields.Single().Field.ShouldBe("Reason");
        await _portal.SendAs(Role.TeamLead, new DecideReportCommand(row.Id, row.Version, Confirm: false, "You were on leave that day."), _portal.Checkout);

        var record = (await _portal.SendAs(_employee, new GetMyTrainingQuery())).Value.Record.Single();
        (record.State, record.Remark).ShouldBe((CompletionState.Declined, "You were on leave that day."));
        (await _portal.SendAs(_employee, Report())).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_leads_decide_once()
    {
        await _portal.SendAs(_employee, Report());
        var row = (await _portal.SendAs(Role.TeamLead, new ListReportsQuery(new Paging(1, 25)), _portal.Checkout)).Value.Items.Single();
        await _portal.SendAs(Role.TeamLead, new DecideReportCommand(row.Id, row.Version, Confirm: true), _portal.Checkout);

        (await _portal.SendAs(Role.TeamLead, new DecideReportCommand(row.Id, row.Version, Confirm: false, "No."), _portal.Checkout)).Error!.Kind.ShouldBe(ErrorKind.Conflict);
    }

    [Fact]
    public async Task Nobody_confirms_their_own_report_or_one_of_another_unit()
    {
        var self = await _portal.AddPersonAsync("Head of Checkout");
        var lead = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout, self.Id);
        await _portal.SendAs(lead, Report());
        var row = (await _portal.SendAs(lead, new ListReportsQuery(new Paging(1, 25)))).Value.Items.Single();

        row.IsOwn.ShouldBeTrue();
        (await _portal.SendAs(lead, new DecideReportCommand(row.Id, row.Version, Confirm: true))).Error!.Code.ShouldBe("report.own");
        (await _portal.SendAs(Role.TeamLead, new DecideReportCommand(row.Id, row.Version, Confirm: true), _portal.Logistics)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await _portal.SendAs(Role.TeamLead, new ListReportsQuery(new Paging(1, 25)), _portal.Logistics)).Value.Total.ShouldBe(0);
        (await _portal.SendAs(Role.GovernanceOfficer, new DecideReportCommand(row.Id, row.Version, Confirm: true))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.SendAs(Role.HumanResources, new ListReportsQuery(new Paging(1, 25)))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task A_wrong_report_is_told_at_its_field()
    {
        await RefusedAsync(Report() with { CompletedOn = _office.Today.AddDays(1) }, "CompletedOn");
        await RefusedAsync(Report() with { CompletedOn = _office.Today.AddDays(-101) }, "CompletedOn");
        await RefusedAsync(Report() with { CourseVersion = "8" }, "CourseId");
        await RefusedAsync(Report() with { CourseId = CourseId.New() }, "CourseId");
        await RefusedAsync(Report() with { Note = "" }, "Note");
        await _portal.SendAs(_employee, Report());
        await RefusedAsync(Report(), "CompletedOn");
        (await _portal.SendAs(Role.Employee, Report())).Error!.Code.ShouldBe("training.no-person");
        (await _portal.SendAs(Role.Administrator, Report())).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task A_correction_strikes_the_old_record_and_adds_the_right_one()
    {
        var wrong = await _office.CompleteAsync(_person, _course, on: _office.Today.AddDays(-20));

        var done = await _portal.SendAs(Role.TeamLead, Correct(wrong, new RightCompletion("3", _office.Today.AddDays(-21), CompletionResult.Attended)), _portal.Checkout);

        done.IsSuccess.ShouldBeTrue();
        var record = (await _portal.SendAs(Role.TeamLead, new GetTrainingRecordQuery(_person.Id), _portal.Checkout)).Value;
        record.Rows.Select(r => (r.On, r.State, r.IsCorrection)).ShouldBe([(_office.Today.AddDays(-20), CompletionState.Voided, false), (_office.Today.AddDays(-21), CompletionState.Valid, true)]);
        record.Rows[0].Remark.ShouldBe("It was the day before.");
        (await _portal.SendAs(Role.TeamLead, Correct(wrong, null), _portal.Checkout)).Error!.Kind.ShouldBe(ErrorKind.Conflict);
    }

    [Fact]
    public async Task What_never_took_place_is_struck_and_no_longer_counts()
    {
        var wrong = await _office.CompleteAsync(_person, _course);

        await _portal.SendAs(Role.TeamLead, Correct(wrong, null), _portal.Checkout);

        (await _office.CountAsync()).Met.ShouldBe(0);
        (await _portal.InDb(db => db.Completions.CountAsync())).ShouldBe(1, "struck, not deleted");
    }

    [Fact]
    public async Task A_correction_is_refused_without_reason_role_scope_or_sense()
    {
        var wrong = await _office.CompleteAsync(_person, _course);
        var self = await _portal.AddPersonAsync("Head of Checkout");
        var lead = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout, self.Id);
        var own = await _office.CompleteAsync(self, _course);

        (await _portal.SendAs(Role.TeamLead, Correct(wrong, null) with { Reason = "" }, _portal.Checkout)).Error!.Fields.Single().Field.ShouldBe("Reason");
        (await _portal.SendAs(Role.TeamLead, Correct(wrong, new RightCompletion("3", _office.Today.AddDays(1), CompletionResult.Passed)), _portal.Checkout)).Error!.Fields.Single().Field.ShouldBe("CompletedOn");
        (await _portal.SendAs(Role.TeamLead, Correct(wrong, new RightCompletion("7", _office.Today, CompletionResult.Passed)), _portal.Checkout)).Error!.Fields.Single().Field.ShouldBe("CourseVersion");
        (await _portal.SendAs(lead, Correct(own, null))).Error!.Code.ShouldBe("completion.own");
        (await _portal.SendAs(Role.TeamLead, Correct(wrong, null), _portal.Logistics)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await _portal.SendAs(Role.GovernanceOfficer, Correct(wrong, null))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.InDb(db => db.Completions.CountAsync(c => c.VoidedAt == null))).ShouldBe(2);
    }

    [Fact]
    public async Task A_record_is_read_by_those_who_see_people_in_their_units()
    {
        await _office.CompleteAsync(_person, _course);

        (await _portal.SendAs(Role.Auditor, new GetTrainingRecordQuery(_person.Id))).Value.MayCorrect.ShouldBeFalse();
        (await _portal.SendAs(Role.TeamLead, new GetTrainingRecordQuery(_person.Id), _portal.Checkout)).Value.MayCorrect.ShouldBeTrue();
        (await _portal.SendAs(Role.TeamLead, new GetTrainingRecordQuery(_person.Id), _portal.Logistics)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await _portal.SendAs(Role.Executive, new GetTrainingRecordQuery(_person.Id))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.SendAs(Role.Employee, new GetTrainingRecordQuery(_person.Id))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    private ReportTrainingCommand Report() => new(_course.Id, "3", _office.Today.AddDays(-2), "Online, with the Checkout team.");

    private static CorrectCompletionCommand Correct(Completion wrong, RightCompletion? right) => new(wrong.Id, wrong.Version, "It was the day before.", right);

    private async Task RefusedAsync(ReportTrainingCommand command, string field) =>
        (await _portal.SendAs(_employee, command)).Error!.Fields.Select(f => f.Field).ShouldBe([field]);
}
