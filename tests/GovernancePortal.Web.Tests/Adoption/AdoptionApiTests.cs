using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Features.Adoption.GetTarget;
using GovernancePortal.Web.Features.Adoption.ListTargets;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Adoption;

/// <summary>Targets over HTTP, and what no caller gets to see of use.</summary>
public sealed class AdoptionApiTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private TargetOffice _office = null!;
    private IAsyncDisposable _server = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = await TargetOffice.OpenAsync(_portal);
        (_server, _client) = await _portal.ServeInMemoryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_key_reads_the_targets_of_its_unit_with_values_samples_and_blockers()
    {
        await _office.ReadAsync(GuardrailType.KbFreshness, 0.72, sample: 14210);
        var id = await _office.ProposeAsync();
        await UseKeyAsync(_portal.Checkout);

        var list = await GetAsync("/api/v1/adoption/targets");
        var target = await GetAsync($"/api/v1/adoption/targets/{id}");

        list["items"]![0]!["id"]!.GetValue<Guid>().ShouldBe(id.Value);
        target["target"]!["state"]!.GetValue<string>().ShouldBe("Proposed");
        var freshness = target["guardrails"]!.AsArray().Single(g => g!["type"]!.GetValue<string>() == "KbFreshness")!;
        (freshness["value"]!.GetValue<double>(), freshness["sample"]!.GetValue<long>(), freshness["isBlocking"]!.GetValue<bool>()).ShouldBe((0.72, 14210, true));
    }

    [Fact]
    public async Task A_key_of_another_unit_a_key_without_the_scope_and_no_key_are_refused()
    {
        var id = await _office.ProposeAsync();

        (await _client.GetAsync($"/api/v1/adoption/targets/{id}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await UseKeyAsync(_portal.Checkout, ApiScopes.LedgerRead);
        (await _client.GetAsync($"/api/v1/adoption/targets/{id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await UseKeyAsync(_portal.Logistics);
        var refused = await _client.GetAsync($"/api/v1/adoption/targets/{id}");
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["code"]!.GetValue<string>().ShouldBe("target.notFound");
    }

    [Fact]
    public async Task Use_of_a_group_that_shrank_below_five_is_not_told_to_anybody()
    {
        var staff = await _office.StaffAsync(5);
        await _office.UseAsync(staff.Take(4), _office.Today);
        var id = await _office.ProposeAsync();
        (await _office.LoadAsync(id)).LastMetric.ShouldBe(4.0 / 6);
        await _portal.InDb(async db =>
        {
            foreach (var person in staff.Take(3)) db.Remove(db.People.Single(p => p.Id == person.Id));
            foreach (var row in db.UsageMonths) db.Remove(row);
            return await db.SaveChangesAsync();
        });
        await _office.RecountAsync();
        await UseKeyAsync(_portal.Root);

        (await _portal.SendAs(_office.ChiefUser, new GetTargetQuery(id))).Value.Target.Use.ShouldBe(new UseReading(null, UseShown.SmallGroup));
        (await _portal.SendAs(_office.ChiefUser, new ListTargetsQuery(State: null, TargetSort.Unit, Descending: false, new Paging(1, 25)))).Value.Targets.Items.Single().Use.Share.ShouldBeNull();
        (await (await _client.GetAsync($"/api/v1/adoption/targets/{id}")).Content.ReadAsStringAsync()).ShouldNotContain("0.66");
        (await (await _client.GetAsync("/api/v1/adoption/targets")).Content.ReadAsStringAsync()).ShouldNotContain("0.66");
    }

    [Fact]
    public async Task While_a_target_is_paused_only_executives_see_its_use()
    {
        await _office.UseAsync((await _office.StaffAsync(5)).Take(4), _office.Today);
        var id = await _office.ProposeAsync();
        await _portal.InDb(async db =>
        {
            var target = db.AdoptionTargets.Single(t => t.Id == id);
            db.Entry(target).Property(t => t.State).CurrentValue = TargetState.Paused;
            return await db.SaveChangesAsync();
        });
        await UseKeyAsync(_portal.Root);

        (await _portal.SendAs(_office.LeadUser, new GetTargetQuery(id))).Value.Target.Use.ShouldBe(new UseReading(null, UseShown.Paused));
        (await _portal.SendAs(Role.Auditor, new GetTargetQuery(id))).Value.Target.Use.Share.ShouldBeNull();
        (await _portal.SendAs(_office.ChiefUser, new GetTargetQuery(id))).Value.Target.Use.Share.ShouldBe(4.0 / 6);
        (await (await _client.GetAsync($"/api/v1/adoption/targets/{id}")).Content.ReadAsStringAsync()).ShouldNotContain("0.66");
    }

    [Fact]
    public async Task A_back_test_answers_with_its_log_and_a_wrong_one_with_the_places()
    {
        await UseKeyAsync(_portal.Root);
        var input = new
        {
            target = new { metric = "m", scope = "u", baselineValue = 0.1, targetValue = 0.8, startDate = "2027-01-01", dueDate = "2027-06-01", owner = "o", outcomeMetric = "x", outcomeBaseline = 1 },
            guardrails = new[] { new { id = "g1", type = "KbFreshness", direction = "min", enter = 0.8, exit = 0.9, clearAfter = 1 } },
            requiredTypes = new[] { "KbFreshness" },
            steps = new object[]
            {
                new { date = "2027-01-01", events = new object[] { new { type = "propose", by = "a" }, new { type = "approve", by = "b" } } },
                new { date = "2027-01-02", observations = new Dictionary<string, object>(StringComparer.Ordinal) { ["g1"] = new { value = 0.95 } } },
            },
        };

        var done = await _client.PostAsJsonAsync("/api/v1/adoption/simulate", input);
        var wrong = await _client.PostAsJsonAsync("/api/v1/adoption/simulate", new { input.target, input.steps });

        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        var log = JsonNode.Parse(await done.Content.ReadAsStringAsync())!;
        log["finalState"]!.GetValue<string>().ShouldBe("Active");
        log["log"]!.AsArray().Select(l => l!["state"]!.GetValue<string>()).ShouldBe(["Approved", "Active"]);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(await wrong.Content.ReadAsStringAsync())!["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("guardrails");
    }

    private async Task UseKeyAsync(Unit unit, string scope = ApiScopes.TargetsRead)
    {
        var text = ApiKey.Generate();
        await _office.AddAsync([new ApiKey("Test", text, [scope], unit.Id, _portal.Clock.GetUtcNow(), _portal.Clock.GetUtcNow().AddDays(1))]);
        _client.DefaultRequestHeaders.Authorization = new("Bearer", text);
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        var response = await _client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
