using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Tests.Adoption;
using GovernancePortal.Web.Tests.Conventions;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Imports;

public sealed class FigureImportTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Guardrail_figures_are_kept_for_their_unit()
    {
        var answer = await _portal.MustImportAsync(ImportKind.GuardrailFigures, Sample("guardrail-figures.csv"));

        answer.Accepted.ShouldBe(5);
        var rows = await _portal.InDb(db => db.GuardrailReadings.OrderBy(r => r.Type).ToListAsync());
        rows.Select(r => (r.Type, r.UnitId, r.Value, r.Sample, r.Source)).ShouldBe(
            [
                (GuardrailType.SeniorSignOff, _portal.Checkout.Id, 0.99, 182L, "change system"),
                (GuardrailType.IncidentErrorBudget, _portal.Checkout.Id, -0.15, null, "incident desk"),
                (GuardrailType.ChangeFailureRate, _portal.Checkout.Id, 0.05, 240L, "change system"),
                (GuardrailType.HallucinationRate, _portal.Payments.Id, 0.04, 60L, "sampled by the vetters"),
                (GuardrailType.ReviewerUtilisation, _portal.Checkout.Id, 0.8, null, "file.csv"),
            ]);
        rows.ShouldAllBe(r => r.Date == new DateOnly(2026, 11, 20));
        (await _portal.InDb(db => db.EvaluationSignals.CountAsync())).ShouldBe(1, "live targets are looked at within the minute");
    }

    [Fact]
    public async Task Outcome_figures_are_kept_and_a_metric_that_no_target_watches_is_told()
    {
        var office = await TargetOffice.OpenAsync(_portal);
        await office.ProposeAsync();

        var answer = await _portal.MustImportAsync(ImportKind.OutcomeFigures, Sample("outcome-figures.csv"));

        answer.Accepted.ShouldBe(3);
        answer.Notes.ShouldBe(["No target watches orders on time. A target finds its outcome by exactly this name."]);
        (await _portal.InDb(db => db.OutcomeReadings.Where(r => r.UnitId == _portal.Checkout.Id).OrderBy(r => r.Date).Select(r => r.Value).ToListAsync())).ShouldBe([5.8, 5.6]);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_a_correction_leaves_in_the_ledger_what_stood_before()
    {
        await _portal.MustImportAsync(ImportKind.GuardrailFigures, Sample("guardrail-figures.csv"));

        var again = await _portal.MustImportAsync(ImportKind.GuardrailFigures, Sample("guardrail-figures.csv"));
        var corrected = await _portal.MustImportAsync(ImportKind.GuardrailFigures, Sample("guardrail-figures.csv").Replace("-0.15", "0.4", StringComparison.Ordinal));

        (again.Accepted, again.Unchanged).ShouldBe((0, 5));
        (corrected.Accepted, corrected.Unchanged).ShouldBe((1, 4));
        (await _portal.InDb(db => db.GuardrailReadings.SingleAsync(r => r.Type == GuardrailType.IncidentErrorBudget))).Value.ShouldBe(0.4);
        var entry = await _portal.InDb(db => db.LedgerEntries.SingleAsync(e => e.Kind == "figures.corrected"));
        entry.Payload.ShouldContain("\"before\":-0.15");
        entry.Payload.ShouldContain("\"beforeFrom\":\"incident desk\"");
        (await _portal.InDb(db => db.EvaluationSignals.CountAsync())).ShouldBe(2, "a file that changes nothing signals nothing");
    }

    [Fact]
    public async Task Wrong_guardrail_rows_are_told_by_row_and_column()
    {
        await _portal.InDb(async db =>
        {
            var twin = new Unit(Domain.Organisation.UnitId.New(), _portal.Logistics.Id, "Payments", "Larkfield / Logistics / Payments");
            db.Units.Add(twin);
            return await db.SaveChangesAsync();
        });

        var result = await _portal.ImportAsync(
            ImportKind.GuardrailFigures,
            """
            unit,guardrail,day,value,cases,source
            ,SeniorSignOff,2026-11-20,1,,
            Nowhere,SeniorSignOff,2026-11-20,1,,
            Payments,SeniorSignOff,2026-11-20,1,,
            Checkout,LiteracyCoverage,2026-11-20,1,,
            Checkout,SeniorSignOff,2026-02-30,1,,
            Checkout,SeniorSignOff,2026-11-24,1,,
            Checkout,SeniorSignOff,2026-11-20,98,,
            Checkout,HallucinationRate,2026-11-20,0.04,,
            Checkout,HallucinationRate,2026-11-20,0.04,many,
            Checkout,SeniorSignOff,2026-11-19,0.99,,
            Larkfield / Checkout,senior sign-off,2026-11-19,0.98,,
            """
        );

        result.Value.ImportId.ShouldBeNull();
        result.Value.Errors.Select(e => (e.Row, e.Column, e.Code)).ShouldBe(
            [
                (2, "unit", "unit.missing"), (3, "unit", "unit.unknown"), (4, "unit", "unit.several"), (5, "guardrail", "figure.unknown"), (6, "day", "date.unreal"), (7, "day", "date.future"),
                (8, "value", "value.unreal"), (9, "cases", "sample.missing"), (10, "cases", "sample.unreal"), (12, "value", "figure.twice"),
            ]);
        (await _portal.InDb(db => db.GuardrailReadings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Wrong_outcome_rows_are_told_and_equal_rows_count_once()
    {
        var wrong = await _portal.ImportAsync(ImportKind.OutcomeFigures, $"unit,metric,day,value\nCheckout,,2026-11-20,1\nCheckout,{new string('m', 101)},2026-11-20,1\nCheckout,m,2026-11-20,\"5,6\"\n");
        var twice = await _portal.MustImportAsync(ImportKind.OutcomeFigures, "unit,metric,day,value\nCheckout,m,2026-11-20,5.6\nCheckout,m,2026-11-20,5.6\n");

        wrong.Value.Errors.Select(e => (e.Row, e.Column, e.Code)).ShouldBe([(2, "metric", "text.missing"), (3, "metric", "text.long"), (4, "value", "value.unreal")]);
        (twice.Accepted, twice.Unchanged).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_figure_needs_a_role_that_covers_its_unit()
    {
        var outside = await _portal.ImportAsync(ImportKind.GuardrailFigures, "unit,guardrail,day,value\nLogistics,SeniorSignOff,2026-11-20,1\n", role: Role.GovernanceOfficer, unit: _portal.Checkout);
        var inside = await _portal.ImportAsync(ImportKind.GuardrailFigures, "unit,guardrail,day,value\nPayments,SeniorSignOff,2026-11-20,1\n", role: Role.GovernanceOfficer, unit: _portal.Checkout);

        outside.Value.Errors.Select(e => e.Code).ShouldBe(["unit.not-covered"]);
        inside.Value.Accepted.ShouldBe(1);
        (await _portal.ImportAsync(ImportKind.GuardrailFigures, Sample("guardrail-figures.csv"), role: Role.HumanResources)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.ImportAsync(ImportKind.OutcomeFigures, Sample("outcome-figures.csv"), role: Role.HumanResources)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task A_project_has_one_unit_and_may_get_another()
    {
        await _portal.MustImportAsync(ImportKind.DeliveryUnits, Sample("delivery-units.csv"));
        var moved = await _portal.MustImportAsync(ImportKind.DeliveryUnits, "project,unit\nShop,Payments\n");
        var two = await _portal.ImportAsync(ImportKind.DeliveryUnits, "project,unit\nShop,Payments\nShop,Logistics\n");

        moved.Accepted.ShouldBe(1);
        (await _portal.InDb(db => db.DeliveryProjectUnits.SingleAsync(p => p.Project == "Shop"))).UnitId.ShouldBe(_portal.Payments.Id);
        two.Value.Errors.Select(e => (e.Row, e.Code)).ShouldBe([(3, "figure.twice")]);
        (await _portal.ImportAsync(ImportKind.DeliveryUnits, Sample("delivery-units.csv"), role: Role.GovernanceOfficer, unit: _portal.Checkout)).Error.ShouldBe(ImportErrors.WholeOrganisationOnly);
    }

    [Fact]
    public async Task A_figure_that_breaches_pauses_a_live_target_within_the_minute()
    {
        var office = await TargetOffice.OpenAsync(_portal);
        await office.StaffAsync(9);
        var course = await office.RequireAsync();
        await office.CompleteAsync(await _portal.InDb(db => db.People.Where(p => p.UnitId == _portal.Checkout.Id).ToListAsync()), course);
        await office.ReadWellAsync();
        var id = await office.ProposeAsync();
        (await _portal.SendAs(office.ChiefUser, new Web.Features.Adoption.ApproveTarget.ApproveTargetCommand(id, await office.VersionAsync(id)))).Error.ShouldBeNull();
        await office.NightAsync();
        await office.NightAsync();
        (await office.LoadAsync(id)).State.ShouldBe(TargetState.Active);

        await _portal.MustImportAsync(ImportKind.GuardrailFigures, $"unit,guardrail,day,value\nCheckout,incident budget left,{office.Today:yyyy-MM-dd},-0.2\n");
        await office.MinuteAsync();

        (await office.LoadAsync(id)).State.ShouldBe(TargetState.Paused);
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(Source.Root, "tests", "GovernancePortal.Web.Tests", "Samples", "imports", name));
}
