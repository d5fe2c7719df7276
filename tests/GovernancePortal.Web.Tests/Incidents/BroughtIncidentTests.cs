using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.BringIncident;
using GovernancePortal.Web.Features.Incidents.CorrectIncident;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Tests.Imports;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Incidents;

/// <summary>Incidents that other systems recorded: by API with a key, and as a file.</summary>
public sealed class BroughtIncidentTests : IAsyncLifetime
{
    private const string File =
        "incident_number,title,unit,severity,started,detected,ended,systems,customers,loss,autonomy,ai_involvement,factors,cause\n"
        + "AIID-1,A robot moved alone,Checkout,1,2026-10-13T09:20:00Z,2026-10-13T09:25:00Z,2026-10-13T15:20:00Z,\"checkout-api, tills\",1200,412000,Autonomy1,,MissingReview;StalePage,\n"
        + "AIID-2,A clerk followed advice,Payments,2,2026-10-14 08:00:00,,2026-10-14 09:00:00,,,,Autonomy3,,,The advice was wrong.\n"
        + "AIID-3,A disk was full,Logistics,3,2026-10-15T08:00:00Z,,,,,,,NotAi,,\n"
        + "AIID-4,Nobody has looked yet,Logistics,4,2026-10-16T08:00:00Z,,,,,,unclear,,,\n";

    private TestPortal _portal = null!;
    private IncidentDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await IncidentDesk.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_file_brings_incidents_with_the_levels_of_autonomy_of_the_incident_database_and_again_changes_nothing()
    {
        var first = await _portal.ImportAsync(ImportKind.Incidents, File, role: Role.GovernanceOfficer);
        var again = await _portal.ImportAsync(ImportKind.Incidents, File, role: Role.GovernanceOfficer);

        (first.Error, first.Value.Accepted, again.Value.Accepted, again.Value.Unchanged).ShouldBe((null, 4, 0, 4));
        first.Value.Notes.ShouldContain("Times without a zone were read as UTC.");
        var incidents = await _portal.InDb(db => db.Incidents.Include(i => i.Attributions).OrderBy(i => i.Number).ToListAsync());
        incidents.Select(i => (i.Number, i.AiInvolvement, i.State)).ShouldBe(
            [
                ("AIID-1", AiInvolvement.ActedAlone, IncidentState.Open), ("AIID-2", AiInvolvement.ActedOnAdvice, IncidentState.Open), ("AIID-3", AiInvolvement.NotAi, IncidentState.Open),
                ("AIID-4", AiInvolvement.Unknown, IncidentState.Reported),
            ]);
        incidents[0].Factors.ShouldBe(ContributingFactors.MissingReview | ContributingFactors.StalePage);
        (incidents[0].Systems, incidents[0].Loss, incidents[0].InForce!.Words).ShouldBe(("checkout-api, tills", 412000m, "AI acted on its own, as the imported file states it (CSETv1 autonomy level 1)."));
        incidents[1].InForce!.Words.ShouldBe("The advice was wrong.");
        (await _desk.LedgerAsync("incidents.imported")).ShouldContain("AIID-3");
    }

    [Fact]
    public async Task Wrong_rows_are_told_at_their_cells_and_nothing_is_written()
    {
        var answer = await _portal.ImportAsync(
            ImportKind.Incidents,
            """
            number,title,unit,severity,started,ended,autonomy,involvement
            A,Nowhere,Nowhere,1,2026-10-13T09:20:00Z,,,
            B,Backwards,Checkout,1,2026-10-13T09:20:00Z,2026-10-13T08:20:00Z,,
            C,Grave,Checkout,9,yesterday,,,
            D,Both,Checkout,1,2026-10-13T09:20:00Z,,Autonomy1,NotAi
            E,Words,Checkout,1,2026-10-13T09:20:00Z,,Autonomy9,Magic
            B,Twice,Checkout,1,2026-10-13T09:20:00Z,,,
            ,None,Checkout,1,2026-10-13T09:20:00Z,,,
            """,
            role: Role.GovernanceOfficer);

        answer.Value.Errors.Select(e => (e.Row, e.Column, e.Code)).OrderBy(e => e.Row).ShouldBe(
            [
                (2, "unit", "unit.unknown"), (3, "ended", "incident.fact"), (4, "severity", "severity.unreal"), (4, "started", "time.unreal"), (5, "autonomy", "autonomy.unknown"),
                (6, "involvement", "involvement.unknown"), (6, "autonomy", "autonomy.unknown"), (7, "number", "incident.twice"), (8, "number", "text.missing"),
            ],
            ignoreOrder: true);
        (await _portal.InDb(db => db.Incidents.CountAsync())).ShouldBe(0);
        (await _portal.ImportAsync(ImportKind.Incidents, File, role: Role.TeamLead)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task What_a_person_corrected_is_not_told_back_and_other_facts_are_refused()
    {
        await _portal.ImportAsync(ImportKind.Incidents, File, role: Role.GovernanceOfficer);
        var known = await _portal.InDb(db => db.Incidents.AsNoTracking().SingleAsync(i => i.Number == "AIID-2"));
        (await _portal.SendAs(_desk.OfficerUser, new CorrectIncidentCommand(known.Id, known.Version, known.Facts with { Severity = 1 }, "It was worse."))).Error.ShouldBeNull();

        var again = await _portal.ImportAsync(ImportKind.Incidents, File, role: Role.GovernanceOfficer);
        var other = await _portal.ImportAsync(ImportKind.Incidents, File.Replace("A disk was full", "A disk was lost", StringComparison.Ordinal), role: Role.GovernanceOfficer);

        again.Value.Unchanged.ShouldBe(4);
        other.Value.Errors.Select(e => (e.Row, e.Code)).ShouldBe([(4, "incident.differs")]);
        (await _portal.InDb(db => db.Incidents.SingleAsync(i => i.Number == "AIID-2"))).Severity.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_brings_an_incident_once_and_is_told_the_field_that_is_wrong()
    {
        var (server, client) = await _portal.ServeInMemoryAsync();
        await using var served = server;
        object Body(string title = "Checkout outage", string unit = "Checkout", string ended = "2026-11-22T12:00:00Z", string? autonomy = "Autonomy2") =>
            new { number = "PD-8812", title, severity = 1, unit, startedAt = "2026-11-22T10:00:00+01:00", endedAt = ended, autonomy, factors = "ExcessPermission" };

        (await PostAsync(client, Body())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await UseKeyAsync(client, ApiScopes.ImportsWrite);
        (await PostAsync(client, Body())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await UseKeyAsync(client, ApiScopes.IncidentsWrite);
        var first = await PostAsync(client, Body());
        var again = await PostAsync(client, Body());
        var other = await PostAsync(client, Body(title: "Another outage"));

        (first.StatusCode, again.StatusCode, other.StatusCode).ShouldBe((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict));
        (await FieldsAsync(await PostAsync(client, Body(unit: "Nowhere")))).ShouldBe(["unit"]);
        (await FieldsAsync(await PostAsync(client, Body(ended: "2026-11-22T08:00:00Z")))).ShouldBe(["EndedAt"]);
        (await FieldsAsync(await PostAsync(client, Body(autonomy: "Autonomy7")))).ShouldBe(["autonomy"]);
        (await FieldsAsync(await PostAsync(client, new { title = "x" }))).ShouldBe(["unit", "startedAt"]);
        var incident = await _portal.InDb(db => db.Incidents.Include(i => i.Attributions).SingleAsync());
        (incident.Number, incident.AiInvolvement, incident.StartedAt.UtcDateTime.Hour, incident.ReportedBy).ShouldBe(("PD-8812", AiInvolvement.ActedAlone, 9, null));
        first.Headers.Location!.ToString().ShouldBe($"/incidents/{incident.Id}");
        (await _desk.SignalsAsync()).ShouldBe(1);
        client.Dispose();
    }

    [Fact]
    public async Task Two_who_bring_the_same_incident_at_once_make_one()
    {
        var (server, client) = await _portal.ServeInMemoryAsync();
        await using var served = server;
        await UseKeyAsync(client, ApiScopes.IncidentsWrite);
        var body = new { number = "PD-1", title = "Outage", severity = 2, unit = "Checkout", startedAt = "2026-11-22T10:00:00Z" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(client, body)));

        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(5);
        (await _portal.InDb(db => db.Incidents.CountAsync())).ShouldBe(1);
        (await _portal.SendAs(Role.GovernanceOfficer, new BringIncidentCommand("PD-2", "Outage", 2, "Checkout", _desk.Now))).Error.ShouldBe(AccessErrors.NoRole);
        client.Dispose();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, object body) => client.PostAsJsonAsync("/api/v1/incidents", body);

    private static async Task<string[]> FieldsAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.AsArray().Select(e => e!["field"]!.GetValue<string>())];
    }

    private async Task UseKeyAsync(HttpClient client, string scope)
    {
        var text = ApiKey.Generate();
        await _portal.InDb(async db =>
        {
            db.ApiKeys.Add(new ApiKey("Pager", text, [scope], _portal.Root.Id, _desk.Now, _desk.Now.AddDays(1)));
            return await db.SaveChangesAsync();
        });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);
    }
}
