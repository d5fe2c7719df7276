using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Incidents.AttributeIncident;
using GovernancePortal.Web.Features.Incidents.ListIncidents;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Tables;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Incidents;

public sealed class IncidentListTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private IncidentDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await IncidentDesk.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task No_filter_takes_what_followed_AI_advice_out_of_the_totals()
    {
        await _desk.AttributedAsync();
        await _desk.ReportAsync(_desk.Outage with { Title = "Printers", Severity = 3 });

        foreach (var filter in new IncidentFilter[] { new(Ai: IncidentAi.NotAi), new(Severity: 3), new(State: IncidentState.Closed), new("nothing like it") })
        {
            var list = await ListAsync(_desk.OfficerUser, filter);
            list.Totals.ShouldBe(new IncidentTotals(2, 1, 1, 1, 1));
        }
    }

    [Fact]
    public async Task The_list_is_narrowed_by_every_filter()
    {
        var id = await _desk.AttributedAsync();
        await _portal.SendAs(_desk.OfficerUser, new AttributeIncidentCommand(id, 1, IncidentDesk.HumanError, "Because."));
        await _desk.ReportAsync(_desk.Outage with { Title = "Printers", Severity = 3, Systems = "labels", StartedAt = _desk.Now.AddDays(-40), DetectedAt = null, EndedAt = null });
        var today = DateOnly.FromDateTime(_desk.Now.UtcDateTime);

        (await ListAsync(_desk.OfficerUser, new("checkout"))).Incidents.Items.Single().Waits.ShouldBeTrue();
        (await ListAsync(_desk.OfficerUser, new("labels"))).Incidents.Items.Single().Title.ShouldBe("Printers");
        (await ListAsync(_desk.OfficerUser, new(State: IncidentState.Reported))).Incidents.Total.ShouldBe(1);
        (await ListAsync(_desk.OfficerUser, new(Severity: 1))).Incidents.Total.ShouldBe(1);
        (await ListAsync(_desk.OfficerUser, new(Ai: IncidentAi.Advice))).Incidents.Total.ShouldBe(1);
        (await ListAsync(_desk.OfficerUser, new(Ai: IncidentAi.Related))).Incidents.Total.ShouldBe(1);
        (await ListAsync(_desk.OfficerUser, new(Ai: IncidentAi.Unknown))).Incidents.Total.ShouldBe(1);
        (await ListAsync(_desk.OfficerUser, new(UnitId: _portal.Logistics.Id))).Totals.All.ShouldBe(0);
        (await ListAsync(_desk.OfficerUser, new(UnitId: UnitId.New()))).Totals.All.ShouldBe(0);
        (await ListAsync(_desk.OfficerUser, new(From: today.AddDays(-3), Until: today))).Totals.All.ShouldBe(1);
        (await _portal.SendAs(_desk.OfficerUser, new ListIncidentsQuery(new(new string('x', 300)), IncidentOrder.Started, Descending: true, new Paging(1, 25)))).Error!.Fields.Single().Field.ShouldBe("Filter.Search");
    }

    [Fact]
    public async Task Everybody_sees_their_units_and_what_they_reported()
    {
        await _desk.ReportAsync();

        (await ListAsync(_desk.ReporterUser)).Incidents.Total.ShouldBe(1);
        (await ListAsync(await _desk.UserAsync(Role.Employee, _portal.Checkout))).Incidents.Total.ShouldBe(0);
        (await ListAsync(await _desk.UserAsync(Role.TeamLead, _portal.Checkout))).Incidents.Total.ShouldBe(1);
        (await ListAsync(await _desk.UserAsync(Role.TeamLead, _portal.Logistics))).Totals.All.ShouldBe(0);
        (await ListAsync(await _desk.UserAsync(Role.Administrator))).Totals.All.ShouldBe(0);
        (await _portal.SendSignedOut(new ListIncidentsQuery(new(), IncidentOrder.Number, Descending: false, new Paging(1, 25)))).Error.ShouldBe(AccessErrors.SignedOut);
    }

    private async Task<IncidentList> ListAsync(Guid user, IncidentFilter? filter = null) =>
        (await _portal.SendAs(user, new ListIncidentsQuery(filter ?? new IncidentFilter(), IncidentOrder.Started, Descending: true, new Paging(1, 25)))).Value;

    [Fact]
    public async Task The_list_is_had_as_a_file_of_what_one_may_read_in_which_no_cell_is_a_formula()
    {
        await _desk.ReportAsync(_desk.Outage with { Title = "=cmd|' /C calc'!A0" });
        await _desk.AttributedAsync();

        var (all, narrowed, none) = (await LinesAsync(_desk.OfficerUser, new IncidentFilter()), await LinesAsync(_desk.OfficerUser, new IncidentFilter(Ai: IncidentAi.Related)), await LinesAsync(await _desk.UserAsync(Role.Employee), new IncidentFilter()));

        (all.Length, narrowed.Length, none.Length).ShouldBe((3, 2, 1));
        all[1].ShouldBe("INC-0001,'=cmd|' /C calc'!A0,1,Checkout,2026-11-22T22:00:00Z,2026-11-23T04:00:00Z,\"Reported, not classified\",Not known yet,no,no,0");
        narrowed[1].ShouldContain("A person acted on AI advice,yes");
    }

    private async Task<string[]> LinesAsync(Guid user, IncidentFilter filter)
    {
        var file = (await _portal.SendAs(user, new ExportIncidentsQuery(filter, IncidentOrder.Number, Descending: false, TableForm.Csv))).Value;
        using var reader = new StreamReader(file.Content);
        return (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
