using System.Text.Json;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

public sealed class ScenarioFaultTests
{
    [Fact]
    public void Every_fault_is_told_at_once_and_where_it_is()
    {
        var faults = Faults("""
            { "horizonMonths": 121, "annualRevenue": -3,
              "staff": [ { "level": "director", "annualLoadedCost": -1, "tenureYears": -1, "count": -2, "knowledgeWeight": -1 } ],
              "params": { "luck": 1, "placementSuccess": 1.2, "noticeMonths": 2.5, "upliftPerAdopter": { "type": "uniform", "min": 0.4, "max": 0.1 },
                          "reworkShare": { "type": "gamma" }, "valueToCost": { "type": "triangular", "min": 0, "max": 1 } },
              "policies": [ { "name": "A", "layoffShare": 0.7, "reallocShare": 0.4, "splitVetting": 0.9 }, { "name": "A", "adoptionDelayMonths": -1, "externalVetters": -1 } ] }
            """);

        faults.Select(f => (f.Code, f.Field)).ShouldBe(
            [
                ("horizon", "horizonMonths"), ("revenue", "annualRevenue"),
                ("staff.level", "staff[0].level"), ("staff.cost", "staff[0].annualLoadedCost"), ("staff.tenure", "staff[0].tenureYears"), ("staff.count", "staff[0].count"),
                ("staff.knowledge", "staff[0].knowledgeWeight"),
                ("param.unknown", "params.luck"), ("param.range", "params.placementSuccess"), ("param.integer", "params.noticeMonths"), ("param.order", "params.upliftPerAdopter"),
                ("param.type", "params.reworkShare"), ("param.field", "params.valueToCost"),
                ("policy.shares", "policies[0]"), ("policy.split", "policies[0]"), ("policy.duplicate", "policies[1].name"),
                ("policy.delay", "policies[1].adoptionDelayMonths"), ("policy.external", "policies[1].externalVetters"),
            ],
            ignoreOrder: true);
        faults.ShouldAllBe(f => f.Message.EndsWith('.'));
    }

    [Theory]
    [InlineData("[]", "input")]
    [InlineData("{ \"horizonMonths\": \"three\" }", "horizon")]
    [InlineData("{ \"horizonMonths\": 12.5 }", "horizon")]
    [InlineData("{ \"annualRevenue\": \"much\" }", "revenue")]
    [InlineData("{ \"annualRevenue\": 1e999 }", "revenue")]
    [InlineData("{ \"staff\": 3 }", "staff.level")]
    [InlineData("{ \"staff\": [3] }", "staff.level")]
    [InlineData("{ \"params\": { \"valueToCost\": \"one\" } }", "param.type")]
    [InlineData("{ \"policies\": [ { \"name\": \"A\", \"layoffShare\": \"all\" } ] }", "policy.shares")]
    public void What_cannot_be_understood_is_a_fault(string json, string code) => Faults(json).Select(f => f.Code).ShouldContain(code);

    [Fact]
    public void A_scenario_that_says_nothing_has_the_defaults() => Faults("{}").ShouldBeEmpty();

    [Fact]
    public void A_spread_that_leaves_what_is_allowed_is_refused_as_is_one_of_a_whole_number_of_months()
    {
        var faults = Faults("""{ "params": { "trainingMonths": { "type": "uniform", "min": 1, "max": 3 }, "reworkShare": { "type": "triangular", "min": 0.1, "mode": 0.5, "max": 0.9 } } }""");

        faults.Select(f => f.Code).ShouldBe(["param.integer", "param.range"]);
    }

    [Fact]
    public void Calculating_with_faults_is_an_error_of_the_caller() =>
        Should.Throw<ArgumentException>(() => ScenarioModel.Evaluate(new ScenarioInput { HorizonMonths = 0 }));

    private static IReadOnlyList<ScenarioFault> Faults(string json) => ScenarioReader.Read(JsonDocument.Parse(json).RootElement).Faults;
}
