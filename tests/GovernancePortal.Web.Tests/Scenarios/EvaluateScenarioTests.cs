using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.EvaluateScenario;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Scenarios;

/// <summary>The model of reallocation, asked by people and over HTTP.</summary>
public sealed class EvaluateScenarioTests : IAsyncLifetime
{
    private const string Everything = "deterministic,monteCarlo,tornado,breakEven,bestMix";

    private static readonly ScenarioInput Input = new()
    {
        HorizonMonths = 12,
        AnnualRevenue = 9_000_000,
        Staff = [new StaffCell(Level.Mid, 90_000, 4, false) { Count = 20 }, new StaffCell(Level.Senior, 130_000, 9, true) { Count = 4 }],
    };

    private TestPortal _portal = null!;
    private IAsyncDisposable _server = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        (_server, _client) = await _portal.ServeInMemoryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData(Role.HumanResources)]
    [InlineData(Role.Executive)]
    public async Task What_is_asked_for_is_answered_and_nothing_is_written(Role role)
    {
        var result = await _portal.SendAs(role, new EvaluateScenarioQuery(Input, ScenarioParts.Deterministic | ScenarioParts.MonteCarlo, Draws: 50));

        result.Error.ShouldBeNull();
        result.Value.Deterministic!.Scenarios["Cut"].Npv.ShouldBe(ScenarioModel.Evaluate(Input).Policies[1].Npv);
        result.Value.MonteCarlo!.Draws.ShouldBe(50);
        result.Value.Tornado.ShouldBeNull();
        (await _portal.InDb(db => db.LedgerEntries.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData(Role.Employee)]
    [InlineData(Role.TeamLead)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task Others_are_refused(Role role) => (await _portal.SendAs(role, new EvaluateScenarioQuery(Input, ScenarioParts.Deterministic))).Error.ShouldBe(AccessErrors.NoRole);

    [Fact]
    public async Task Faults_and_endless_work_are_refused_at_their_places()
    {
        (await _portal.SendAs(Role.Executive, new EvaluateScenarioQuery(Input with { HorizonMonths = 0 }, ScenarioParts.Deterministic))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("horizonMonths");
        (await _portal.SendAs(Role.Executive, new EvaluateScenarioQuery(Input, ScenarioParts.MonteCarlo, Draws: 1_000_000))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("Draws");
        var many = Input with { Policies = [.. Enumerable.Range(0, 21).Select(i => new GovernancePortal.Domain.Scenarios.Policy($"{i}", 0, 0, 0))] };
        (await _portal.SendAs(Role.Executive, new EvaluateScenarioQuery(many, ScenarioParts.Deterministic))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("policies");
    }

    [Fact]
    public async Task A_key_gets_every_part_in_the_shape_of_the_model()
    {
        await UseKeyAsync(ApiScopes.ScenariosEvaluate);

        var answer = await PostAsync(Everything, Json());

        var months = answer["deterministic"]!["scenarios"]!["Reallocate"]!["months"]!.AsArray();
        months.Count.ShouldBe(12);
        months[0]!["kbFreshness"]!.GetValue<double>().ShouldBeInRange(0, 1);
        months[0]!["headcount"]!.GetValue<double>().ShouldBeInRange(23.5, 24);
        answer["deterministic"]!["aggregates"]!["displaced"]!.GetValue<double>().ShouldBe(4);
        answer["monteCarlo"]!["draws"]!.GetValue<int>().ShouldBe(30);
        answer["monteCarlo"]!["scenarios"]!["Hybrid"]!["npvP50"].ShouldNotBeNull();
        answer["monteCarlo"]!["reallocateVsCut"]!["verdict"]!.GetValue<string>().ShouldNotBeEmpty();
        answer["monteCarlo"]!["drivers"]!.AsArray().Count.ShouldBe(32);
        answer["tornado"]!["rows"]![0]!["parameter"].ShouldNotBeNull();
        answer["breakEven"]!.AsObject().Select(b => b.Key).ShouldContain("incidentCostPerHour");
        answer["bestMix"]!["reallocShare"].ShouldNotBeNull();
        answer["modelVersion"]!.GetValue<string>().ShouldBe(ScenarioModel.Version);
        (await PostAsync(Everything, Json())).ToJsonString().ShouldBe(answer.ToJsonString(), "the same seed gives the same answer");
    }

    [Fact]
    public async Task An_empty_scope_is_answered_with_nothing_to_compare()
    {
        await UseKeyAsync(ApiScopes.ScenariosEvaluate);

        var answer = await PostAsync(Everything, new { horizonMonths = 12, monteCarlo = new { draws = 10 } });

        answer["deterministic"]!["bestScenario"].ShouldBeNull();
        answer["tornado"].ShouldBeNull();
        answer["monteCarlo"]!["reallocateVsCut"]!["probabilityReallocateBeatsCut"].ShouldBeNull();
    }

    [Fact]
    public async Task All_faults_come_back_at_once_with_codes_and_places()
    {
        await UseKeyAsync(ApiScopes.ScenariosEvaluate);

        var response = await _client.PostAsJsonAsync("/api/v1/scenarios/evaluate", new { horizonMonths = 500, annualRevenue = -1, @params = new { luck = 1 } });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        problem["code"]!.GetValue<string>().ShouldBe("scenario.invalid");
        problem["faults"]!.AsArray().Select(f => f!["code"]!.GetValue<string>()).ShouldBe(["param.unknown", "horizon", "revenue"], ignoreOrder: true);
        (await _client.PostAsJsonAsync("/api/v1/scenarios/evaluate?include=everything", Json())).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _client.PostAsync("/api/v1/scenarios/evaluate", new StringContent("{", System.Text.Encoding.UTF8, "application/json"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task No_key_and_a_key_without_the_scope_are_refused()
    {
        (await _client.PostAsJsonAsync("/api/v1/scenarios/evaluate", Json())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await UseKeyAsync(ApiScopes.TargetsRead);
        (await _client.PostAsJsonAsync("/api/v1/scenarios/evaluate", Json())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static object Json() => new
    {
        horizonMonths = 12,
        annualRevenue = 9_000_000,
        staff = new object[]
        {
            new { level = "mid", annualLoadedCost = 90_000, tenureYears = 4, count = 20 },
            new { level = "senior", annualLoadedCost = 130_000, tenureYears = 9, count = 4, displaced = true },
        },
        monteCarlo = new { draws = 30, seed = 8 },
    };

    private async Task<JsonNode> PostAsync(string include, object scenario)
    {
        var response = await _client.PostAsJsonAsync($"/api/v1/scenarios/evaluate?include={include}", scenario);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private async Task UseKeyAsync(string scope)
    {
        var text = ApiKey.Generate();
        await _portal.InDb(async db =>
        {
            db.ApiKeys.Add(new ApiKey("Test", text, [scope], _portal.Checkout.Id, _portal.Clock.GetUtcNow(), _portal.Clock.GetUtcNow().AddDays(1)));
            return await db.SaveChangesAsync();
        });
        _client.DefaultRequestHeaders.Authorization = new("Bearer", text);
    }
}
