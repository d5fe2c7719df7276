using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Delivery.ListDelivery;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Imports;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Delivery;

public sealed class DeliveryTests : IAsyncLifetime
{
    // Two commits are one deployment; a failure, a staging run and an unnamed environment are none; "late" ended after the first incident.
    private const string Deployments = """
        id,commit_sha,result,started_date,finished_date,cicd_deployment_id,cicd_scope_id,environment
        1,a,SUCCESS,2026-09-10T06:00:00.000+00:00,2026-09-11T06:00:00.000+00:00,early,shop-cd,PRODUCTION
        2,b,SUCCESS,2026-09-10T06:00:00.000+00:00,2026-09-12T06:00:00.000+00:00,early,shop-cd,PRODUCTION
        3,c,FAILURE,2026-09-10T06:00:00.000+00:00,2026-09-13T06:00:00.000+00:00,broken,shop-cd,PRODUCTION
        4,d,SUCCESS,2026-09-10T06:00:00.000+00:00,2026-09-14T06:00:00.000+00:00,trial,shop-cd,STAGING
        5,e,SUCCESS,2026-09-10T06:00:00.000+00:00,2026-09-14T07:00:00.000+00:00,unnamed,shop-cd,
        6,f,SUCCESS,2026-09-10T06:00:00.000+00:00,2026-09-15T06:00:00.000+00:00,late,shop-cd,production
        7,g,SUCCESS,2026-09-10T06:00:00.000+00:00,2026-09-14T08:00:00.000+00:00,other,depot-cd,PRODUCTION
        """;

    private const string Incidents = """
        id,created_date,updated_date,table,scope_id
        i1,2026-09-14 12:00:00,2026-09-20 12:00:00,repos,shop
        i2,2026-09-16 12:00:00,2026-09-20 12:00:00,boards,shop-board
        i3,2026-09-16 12:00:00,2026-09-20 12:00:00,repos,nobodys
        i4,2026-09-01 12:00:00,2026-09-20 12:00:00,repos,shop
        """;

    private const string Projects = """
        project_name,table,row_id
        Shop,cicd_scopes,shop-cd
        Shop,repos,shop
        Shop,boards,shop-board
        Depot,cicd_scopes,depot-cd
        """;

    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_incident_is_put_down_to_the_last_success_in_production_before_it_in_any_order_of_files()
    {
        await _portal.MustImportAsync(ImportKind.DeliveryIncidents, Incidents);
        await _portal.MustImportAsync(ImportKind.DeliveryScopes, Projects);
        (await ListAsync()).Unlinked.ShouldBe(4);

        await _portal.MustImportAsync(ImportKind.Deployments, Deployments);

        var found = await ListAsync();
        found.Page.Items.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => (i.Key, string.Join(',', i.Links), i.HasProject)).ShouldBe(
            [("i1", "Shop: early", true), ("i2", "Shop: late", true), ("i3", "", false), ("i4", "", true)]);
        (found.All, found.Unlinked, found.Deployments, found.Failed).ShouldBe((4, 2, 3, 2));
        (await ListAsync(onlyUnlinked: true)).Page.Items.Select(i => i.Key).ShouldBe(["i3", "i4"]);
    }

    [Fact]
    public async Task A_project_counts_deployments_not_rows_and_claims_nothing_from_few()
    {
        await ImportAllAsync();

        var projects = (await _portal.SendAs(Role.Auditor, new ListDeliveryProjectsQuery(new Paging(1, 25)))).Value.Items;

        projects.ShouldBe([new("Depot", 1, 0, 0, 0), new("Shop", 2, 2, 2, 1)]);
        DeliveryPage.RateWords(projects[1]).ShouldBe("2 of 2: too few to claim anything");
        DeliveryPage.RateWords(new DeliveryProject("Large", 200, 10, 10, 0)).ShouldStartWith("5% of 200, 95% range 3% to 9%");
        DeliveryPage.RateWords(new DeliveryProject("None", 0, 0, 0, 1)).ShouldBe("No deployments");
    }

    [Fact]
    public async Task Times_without_a_zone_are_read_as_utc_and_that_is_said()
    {
        var notes = (await _portal.MustImportAsync(ImportKind.DeliveryIncidents, Incidents)).Notes;

        notes.ShouldBe(["4 times have no zone and are read as UTC."]);
        (await _portal.InDb(db => db.DeliveryIncidents.SingleAsync(i => i.Key == "i1"))).BeganAt.ShouldBe(new DateTimeOffset(2026, 9, 14, 12, 0, 0, TimeSpan.Zero));
        (await _portal.MustImportAsync(ImportKind.Deployments, Deployments)).Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_files_again_change_nothing_and_a_corrected_time_links_anew()
    {
        await ImportAllAsync();

        (await _portal.MustImportAsync(ImportKind.Deployments, Deployments)).Accepted.ShouldBe(0);
        (await _portal.MustImportAsync(ImportKind.DeliveryScopes, Projects)).Accepted.ShouldBe(0);
        var corrected = await _portal.MustImportAsync(ImportKind.DeliveryIncidents, Incidents.Replace("i1,2026-09-14", "i1,2026-09-15", StringComparison.Ordinal));

        (corrected.Accepted, corrected.Unchanged).ShouldBe((1, 3));
        (await ListAsync()).Page.Items.Single(i => i.Key == "i1").Links.ShouldBe(["Shop: late"]);
    }

    [Fact]
    public async Task Wrong_rows_are_told_by_row_and_column()
    {
        var deployments = await _portal.ImportAsync(
            ImportKind.Deployments,
            "id,result,finished_date,cicd_deployment_id,cicd_scope_id,environment\n1,SUCCESS,2026-02-30T06:00:00Z,d,s,PRODUCTION\n2,,,d,s,\n3,SUCCESS,,d,s,\n3,FAILURE,,d,s,\n");
        var incidents = await _portal.ImportAsync(ImportKind.DeliveryIncidents, $"id,created_date,table,scope_id\n{new string('x', 201)},2027-01-01 00:00:00,repos,s\ni,,repos,\n");

        deployments.Value.Errors.Select(e => (e.Row, e.Column, e.Code)).ShouldBe([(2, "finished_date", "time.unreal"), (3, "result", "text.missing"), (5, "id", "key.twice")]);
        incidents.Value.Errors.Select(e => (e.Row, e.Column, e.Code)).ShouldBe(
            [(2, "id", "text.long"), (2, "created_date", "date.future"), (3, "scope_id", "text.missing"), (3, "created_date", "time.unreal")]);
        (await _portal.InDb(db => db.DeliveryDeployments.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Delivery_of_the_whole_organisation_needs_a_role_for_all_of_it()
    {
        (await _portal.ImportAsync(ImportKind.Deployments, Deployments, role: Role.GovernanceOfficer, unit: _portal.Checkout)).Error.ShouldBe(ImportErrors.WholeOrganisationOnly);
        (await _portal.SendAs(Role.Executive, new ListDeliveryProjectsQuery(new Paging(1, 25)), _portal.Checkout)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.SendAs(Role.TeamLead, new ListDeliveryIncidentsQuery(OnlyUnlinked: false, new Paging(1, 25)))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    private async Task ImportAllAsync()
    {
        await _portal.MustImportAsync(ImportKind.Deployments, Deployments);
        await _portal.MustImportAsync(ImportKind.DeliveryIncidents, Incidents);
        await _portal.MustImportAsync(ImportKind.DeliveryScopes, Projects);
    }

    private async Task<DeliveryIncidents> ListAsync(bool onlyUnlinked = false) =>
        (await _portal.SendAs(Role.Executive, new ListDeliveryIncidentsQuery(onlyUnlinked, new Paging(1, 25)))).Value;
}
