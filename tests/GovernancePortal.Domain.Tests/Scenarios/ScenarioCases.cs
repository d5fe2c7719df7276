using System.Reflection;
using System.Text.Json;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

public sealed class ScenarioCases
{
    private static readonly PropertyInfo[] MonthFields = typeof(ScenarioMonth).GetProperties();

    public static TheoryData<string> All => [.. ScenarioCase.Names];

    [Fact]
    public void There_are_cases() => ScenarioCase.Names.Count.ShouldBeGreaterThanOrEqualTo(3);

    [Theory]
    [MemberData(nameof(All))]
    public void Every_month_of_every_policy_is_that_of_the_case(string name)
    {
        var scenario = ScenarioCase.Read(name);
        var expected = scenario.Expected.GetProperty("deterministic");

        var outcome = ScenarioModel.Evaluate(scenario.Input);

        outcome.Best.ShouldBe(expected.GetProperty("bestScenario").GetString());
        foreach (var policy in outcome.Policies)
        {
            var should = expected.GetProperty("scenarios").GetProperty(policy.Policy.Name);
            foreach (var month in should.GetProperty("months").EnumerateArray()) MonthIs(policy.Months[month.GetProperty("month").GetInt32() - 1], month, policy.Policy.Name);
            SummaryIs(policy, should);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_the_answer_depends_on_is_that_of_the_case(string name)
    {
        var scenario = ScenarioCase.Read(name);
        if (!scenario.Expected.TryGetProperty("tornado", out var expected)) return;
        var (sensitivity, reallocate, cut) = (new Sensitivity(scenario.Input), Named(scenario.Input, "Reallocate"), Named(scenario.Input, "Cut"));

        var tornado = sensitivity.Tornado(reallocate, cut);
        ScenarioCase.Close(tornado.Base, expected.GetProperty("base"), "base");
        foreach (var (row, should) in tornado.Rows.Zip(expected.GetProperty("rows").EnumerateArray()))
        {
            ModelParameters.Of(row.Parameter).Key.ShouldBe(should.GetProperty("parameter").GetString());
            ScenarioCase.Close(row.DeltaLow, should.GetProperty("deltaLow"), "low");
            ScenarioCase.Close(row.DeltaHigh, should.GetProperty("deltaHigh"), "high");
            row.FlipsSign.ShouldBe(should.GetProperty("flipsSign").GetBoolean());
        }

        foreach (var root in scenario.Expected.GetProperty("breakEven").EnumerateObject())
        {
            var parameter = ModelParameters.Find(root.Name)!.Parameter;
            var (from, to) = parameter switch
            {
                Parameter.IncidentCostPerHour => (0, 3_000_000),
                Parameter.DemandGrowthAnnual => (-0.3, 0.5),
                Parameter.UpliftPerAdopter => (-0.3, 0.8),
                _ => (0, 1.0),
            };
            ScenarioCase.Close(sensitivity.BreakEven(parameter, from, to, reallocate, cut), root.Value, root.Name);
        }

        var mix = scenario.Expected.GetProperty("bestMix");
        var best = sensitivity.BestMix(steps: 4);
        (best.LayoffShare, best.ReallocShare, best.AttritionShare).ShouldBe((mix.GetProperty("layoffShare").GetDouble(), mix.GetProperty("reallocShare").GetDouble(), mix.GetProperty("attritionShare").GetDouble()));
        ScenarioCase.Close(best.Npv, mix.GetProperty("npv"), "best mix");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Chance_gives_the_draws_of_the_case(string name)
    {
        var scenario = ScenarioCase.Read(name);
        var expected = scenario.MonteCarlo;

        var result = MonteCarlo.Run(scenario.Input, expected.GetProperty("draws").GetInt32(), expected.GetProperty("seed").GetUInt64());

        foreach (var policy in result.Policies)
        {
            var should = expected.GetProperty("scenarios").GetProperty(policy.Name);
            FieldsAre(policy, should, policy.Name);
        }

        var contest = expected.GetProperty("reallocateVsCut");
        FieldsAre(result.ReallocateVsCut!, contest, "reallocateVsCut");
        result.ReallocateVsCut!.Verdict.ShouldBe(contest.GetProperty("verdict").GetString());
        ScenarioCase.Close(result.ReallocateVsCut.StandardError, contest.GetProperty("standardErrorOfProbability"), "standard error");
        if (!expected.TryGetProperty("drivers", out var drivers)) return;
        result.Drivers.Select(d => ModelParameters.Of(d.Parameter).Key).ShouldBe(drivers.EnumerateArray().Select(d => d.GetProperty("parameter").GetString()));
        foreach (var (driver, should) in result.Drivers.Zip(drivers.EnumerateArray())) FieldsAre(driver, should, should.GetProperty("parameter").GetString()!);
        ScenarioCase.Close(result.JudgementShare, expected.GetProperty("judgementShare"), "judgement");
    }

    private static void MonthIs(ScenarioMonth was, JsonElement should, string policy)
    {
        foreach (var field in MonthFields)
        {
            var value = field.GetValue(was);
            ScenarioCase.Close(value is int whole ? whole : (double?)value, should.GetProperty(Camel(field.Name)), $"{policy}, month {was.Month}, {field.Name}");
        }
    }

    private static void SummaryIs(PolicyOutcome was, JsonElement should)
    {
        ScenarioCase.Close(was.Npv, should.GetProperty("npv"), "npv");
        ScenarioCase.Close(was.NpvVsFirst, should.GetProperty("npvVsFirst"), "npv against the first");
        ScenarioCase.Close(was.PaybackMonthVsFirst, should.GetProperty("paybackMonthVsFirst"), "payback");
        ScenarioCase.Close(was.Incidents, should.GetProperty("incidents"), "incidents");
        ScenarioCase.Close(was.IncidentHours, should.GetProperty("incidentHours"), "hours");
        ScenarioCase.Close(was.AverageShortfall, should.GetProperty("averageShortfall"), "shortfall");
        ScenarioCase.Close(was.EndHeadcount, should.GetProperty("endHeadcount"), "headcount");
        ScenarioCase.Close(was.EndRevenuePerEmployee, should.GetProperty("endRevenuePerEmployee"), "revenue");
        ScenarioCase.Close(was.OneOffCost, should.GetProperty("oneOffCost"), "one-off cost");
        was.NpvByHorizon.Keys.Order().ShouldBe(should.GetProperty("npvByHorizon").EnumerateObject().Select(p => int.Parse(p.Name, System.Globalization.CultureInfo.InvariantCulture)).Order());
        foreach (var (months, npv) in was.NpvByHorizon) ScenarioCase.Close(npv, should.GetProperty("npvByHorizon").GetProperty(months.ToString(System.Globalization.CultureInfo.InvariantCulture)), "horizon");
    }

    private static void FieldsAre(object was, JsonElement should, string what)
    {
        var compared = 0;
        foreach (var field in was.GetType().GetProperties())
        {
            if (!should.TryGetProperty(Camel(field.Name), out var value) || field.GetValue(was) is not (null or double)) continue;
            ScenarioCase.Close((double?)field.GetValue(was), value, $"{what}, {field.Name}", relative: 1e-6);
            compared++;
        }

        compared.ShouldBeGreaterThanOrEqualTo(2, what);
    }

    private static Policy Named(ScenarioInput input, string name) => input.Policies.Single(p => p.Name.Equals(name, StringComparison.Ordinal));

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
