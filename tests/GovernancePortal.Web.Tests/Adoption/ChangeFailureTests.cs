using System.Globalization;
using System.Text;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Adoption.ListFigures;
using GovernancePortal.Web.Features.Delivery.ListDelivery;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Imports;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Adoption;

/// <summary>The change failure rate from deployments, from an imported figure, and the rows behind values.</summary>
public sealed class ChangeFailureTests : IAsyncLifetime
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
    public async Task Deployments_of_the_units_projects_are_counted_and_of_few_the_lower_end_decides()
    {
        await DeployAsync(40, failed: 8);
        await _office.ReadAsync(GuardrailType.ChangeFailureRate, 0.01, sample: 400);

        var (guardrail, words) = await MeasureAsync();

        guardrail.LastSample.ShouldBe(40);
        guardrail.LastValue!.Value.ShouldBe(WilsonInterval.Of(8, 40).Low, 1e-9);
        words.ShouldStartWith("8 of 40 deployments of 1 project failed in 28 days, 20%, 95% range 10% to 35%; of so few the lower end decides.");
        words.ShouldEndWith("because delivery data do not say which AI helped with.");
    }

    [Fact]
    public async Task Deployments_older_than_four_weeks_of_other_units_or_not_in_production_do_not_count()
    {
        await DeployAsync(35, failed: 0, daysAgo: 30);
        await DeployAsync(35, failed: 5, project: "Depot");
        await _portal.MustImportAsync(ImportKind.DeliveryUnits, "project,unit\nShop,Payments\nDepot,Logistics\n");

        var (guardrail, words) = await MeasureAsync();

        guardrail.LastStatus.ShouldBe(GuardrailStatus.Unknown);
        words.ShouldBe("No figure has been imported for this unit, and no deployments of the last 28 days.");
    }

    [Fact]
    public async Task With_too_few_deployments_the_imported_figure_decides_and_without_one_too_few_is_no_data()
    {
        await DeployAsync(12, failed: 6);
        (await MeasureAsync()).Guardrail.LastStatus.ShouldBe(GuardrailStatus.Unknown, "12 of the 30 cases it needs");

        await _office.ReadAsync(GuardrailType.ChangeFailureRate, 0.05, sample: 240);
        var (guardrail, words) = await MeasureAsync();

        guardrail.LastValue.ShouldBe(0.05);
        guardrail.LastSample.ShouldBe(240);
        words.ShouldBe("As of 23 Nov 2026, from a test.");
    }

    [Fact]
    public async Task An_imported_rate_of_few_changes_is_judged_by_the_lower_end_too()
    {
        await _office.ReadAsync(GuardrailType.ChangeFailureRate, 0.2, sample: 40);

        var (guardrail, words) = await MeasureAsync();

        guardrail.LastValue!.Value.ShouldBe(WilsonInterval.Of(8, 40).Low, 1e-9);
        words.ShouldContain("20%, 95% range 10% to 35%");
    }

    [Fact]
    public async Task A_page_lists_the_figures_of_the_unit_and_the_projects_that_count()
    {
        await DeployAsync(40, failed: 8);
        await _office.ReadAsync(GuardrailType.ChangeFailureRate, 0.01, _office.Today.AddDays(-7), sample: 400);
        await _office.ReadAsync(GuardrailType.ChangeFailureRate, 0.02, sample: 410);
        await _office.ReadAsync(GuardrailType.ChangeFailureRate, 0.9, unit: _portal.Logistics);
        await _office.AddAsync([new OutcomeReading("lead time in days", _portal.Checkout.Id, _office.Today, 5.5, "a board"), new OutcomeReading("another", _portal.Checkout.Id, _office.Today, 1, "a board")]);
        var id = await _office.ProposeAsync();

        var list = (await _portal.SendAs(_office.LeadUser, new ListFiguresQuery(id, GuardrailType.ChangeFailureRate, new Paging(1, 25)))).Value;
        var outcome = (await _portal.SendAs(_office.LeadUser, new ListFiguresQuery(id, GuardrailType.OutcomeNotWorse, new Paging(1, 25)))).Value;

        list.Figures.Items.ShouldBe([new(_office.Today, 0.02, 410, "a test"), new(_office.Today.AddDays(-7), 0.01, 400, "a test")]);
        list.Projects.Select(p => (p.Project, p.Deployments, p.Failed)).ShouldBe([("Shop", 40, 8)]);
        (outcome.Metric, outcome.Baseline).ShouldBe(("lead time in days", 6));
        outcome.Figures.Items.ShouldBe([new(_office.Today, 5.5, null, "a board")]);
        (await _portal.SendAs(_office.LeadUser, new ListFiguresQuery(id, GuardrailType.LiteracyCoverage, new Paging(1, 25)))).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await _portal.SendAs(Role.TeamLead, new ListFiguresQuery(id, GuardrailType.ChangeFailureRate, new Paging(1, 25)), _portal.Logistics)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await _portal.SendAs(Role.Employee, new ListFiguresQuery(id, GuardrailType.ChangeFailureRate, new Paging(1, 25)))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task The_delivery_page_can_be_narrowed_to_the_projects_of_a_unit()
    {
        await DeployAsync(3, failed: 1);
        await DeployAsync(2, failed: 2, project: "Depot");
        await _portal.MustImportAsync(ImportKind.DeliveryUnits, "project,unit\nDepot,Logistics\n");

        var projects = (await _portal.SendAs(Role.Executive, new ListDeliveryProjectsQuery(new Paging(1, 25), _portal.Checkout.Id))).Value;
        var incidents = (await _portal.SendAs(Role.Executive, new ListDeliveryIncidentsQuery(OnlyUnlinked: false, new Paging(1, 25), _portal.Checkout.Id))).Value;
        var all = (await _portal.SendAs(Role.Executive, new ListDeliveryProjectsQuery(new Paging(1, 25)))).Value;
        var other = (await _portal.SendAs(Role.Executive, new ListDeliveryIncidentsQuery(OnlyUnlinked: false, new Paging(1, 25), _portal.Logistics.Id))).Value;

        projects.Items.ShouldBe([new("Shop", 3, 1, 1, 0, "Payments")]);
        (incidents.Unit, incidents.All, incidents.Deployments, incidents.Failed).ShouldBe(("Checkout", 1, 3, 1));
        all.Items.Select(p => (p.Name, p.Unit)).ShouldBe([("Depot", "Logistics"), ("Shop", "Payments")]);
        (other.All, other.Deployments, other.Failed).ShouldBe((2, 2, 2));
    }

    private async Task<(Guardrail Guardrail, string Words)> MeasureAsync()
    {
        var id = await _office.ProposeAsync();
        var guardrail = (await _office.LoadAsync(id)).Guardrails.Single(g => g.Type == GuardrailType.ChangeFailureRate);
        var words = await _portal.InDb(db => Task.FromResult(db.Evaluations.Single(e => e.TargetId == id).Findings.Single(f => f.Type == GuardrailType.ChangeFailureRate).Words));
        return (guardrail, words);
    }

    /// <summary>As many deployments, an hour apart; the first of them failed. Each has an incident of its own half an hour later.</summary>
    private async Task DeployAsync(int count, int failed, int daysAgo = 5, string project = "Shop")
    {
        var start = _portal.Clock.GetUtcNow().AddDays(-daysAgo);
        var deployments = new StringBuilder("id,result,finished_date,cicd_deployment_id,cicd_scope_id,environment\n");
        var incidents = new StringBuilder("id,created_date,table,scope_id\n");
        for (var i = 0; i < count; i++)
        {
            deployments.Append(CultureInfo.InvariantCulture, $"{project}{i},SUCCESS,{start.AddHours(i):O},{project}-{i},{project}-cd,PRODUCTION\n");
            if (i < failed) incidents.Append(CultureInfo.InvariantCulture, $"{project}i{i},{start.AddHours(i + 0.5):O},boards,{project}-board\n");
        }

        deployments.Append(CultureInfo.InvariantCulture, $"{project}-trial,SUCCESS,{start:O},{project}-trial,{project}-cd,STAGING\n");
        await _portal.MustImportAsync(ImportKind.Deployments, deployments.ToString());
        if (failed > 0) await _portal.MustImportAsync(ImportKind.DeliveryIncidents, incidents.ToString());
        await _portal.MustImportAsync(ImportKind.DeliveryScopes, $"project_name,table,row_id\n{project},cicd_scopes,{project}-cd\n{project},boards,{project}-board\n");
        await _portal.MustImportAsync(ImportKind.DeliveryUnits, $"project,unit\n{project},Payments\n");
    }
}
