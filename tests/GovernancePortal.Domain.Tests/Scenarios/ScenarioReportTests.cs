using System.Collections;
using System.Reflection;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

public sealed class ScenarioReportTests
{
    public static TheoryData<string> Cases => [.. ScenarioCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_report_survives_json_to_the_last_bit(string name)
    {
        var report = ScenarioReport.Of(ScenarioCase.Read(name).Input, draws: 60, seed: 11);

        var read = ScenarioReport.FromJson(report.ToJson());

        Same(read, report, "report").ShouldBeGreaterThan(name == "nobody" ? 100 : 1000);
        read.ToJson().ShouldBe(report.ToJson());
    }

    [Fact]
    public void It_holds_what_the_parts_give()
    {
        var input = ScenarioCase.Read("shop-with-dear-outages").Input;

        var report = ScenarioReport.Of(input, draws: 40, seed: 2);

        report.ModelVersion.ShouldBe(ScenarioModel.Version);
        report.Outcome.Policies[1].Npv.ShouldBe(ScenarioModel.Evaluate(input).Policies[1].Npv);
        report.MonteCarlo.Policies[2].NpvMean.ShouldBe(MonteCarlo.Run(input, 40, 2).Policies[2].NpvMean);
        report.Tornado!.Rows[0].ShouldBe(new Sensitivity(input).Tornado(input.Policies[2], input.Policies[1]).Rows[0]);
        report.BreakEvens.Select(b => b.Parameter).ShouldBe(BreakEven.Scanned.Select(s => s.Parameter));
        report.BestMix.ShouldBe(new Sensitivity(input).BestMix(ScenarioReport.MixSteps));
    }

    [Fact]
    public void Without_the_two_policies_nothing_is_compared_and_without_people_nothing_is_mixed()
    {
        var other = ScenarioReport.Of(ScenarioCase.Read("support-desk").Input with { Policies = [new("Stay", 0, 0, 0)] }, draws: 5, seed: 1);
        (other.Tornado, other.BreakEvens.Count, other.BestMix is null).ShouldBe((null, 0, false));

        var nobody = ScenarioReport.Of(ScenarioCase.Read("nobody").Input, draws: 5, seed: 1);
        (nobody.Tornado, nobody.BreakEvens.Count, nobody.BestMix, nobody.Outcome.Best).ShouldBe((null, 0, null, null));
    }

    // Every public property, however deep; doubles by their bits.
    private static int Same(object? was, object? should, string at)
    {
        if (should is null)
        {
            was.ShouldBeNull(at);
            return 1;
        }

        was.ShouldNotBeNull(at);
        if (should is double number)
        {
            BitConverter.DoubleToInt64Bits((double)was).ShouldBe(BitConverter.DoubleToInt64Bits(number), at);
            return 1;
        }

        if (should is string || should.GetType().IsPrimitive || should.GetType().IsEnum)
        {
            was.ShouldBe(should, at);
            return 1;
        }

        if (should is IEnumerable items)
        {
            var (left, right) = (((IEnumerable)was).Cast<object>().ToList(), items.Cast<object>().ToList());
            left.Count.ShouldBe(right.Count, at);
            return right.Select((item, i) => Same(left[i], item, $"{at}[{i}]")).Sum();
        }

        return should.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).Sum(p => Same(p.GetValue(was), p.GetValue(should), $"{at}.{p.Name}"));
    }
}
