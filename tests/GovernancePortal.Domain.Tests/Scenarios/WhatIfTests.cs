using System.Text.Json;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

public sealed class WhatIfTests
{
    private static readonly JsonSerializerOptions WithFields = new() { IncludeFields = true };

    private static readonly WhatIf Moved = new(Firms.Of400);

    [Fact]
    public void The_levers_are_the_strongest_of_the_sensitivity_and_start_at_their_means()
    {
        var tornado = new Sensitivity(Firms.Of400).Tornado(Policy.Defaults[2], Policy.Defaults[1]);

        Moved.Levers.Select(l => l.Parameter).ShouldBe(tornado.Rows.Take(12).Select(r => r.Parameter));
        foreach (var lever in Moved.Levers)
        {
            var definition = ModelParameters.Of(lever.Parameter);
            lever.Start.ShouldBe(ModelParameters.DefaultOf(lever.Parameter, Firms.Of400.AnnualRevenue).Mean);
            lever.Low.ShouldBeLessThan(lever.Start);
            lever.High.ShouldBeGreaterThan(lever.Start);
            (lever.Low >= definition.Min && lever.High <= definition.Max).ShouldBeTrue();
            (lever.At(0), lever.At(100), lever.StepOf(lever.At(37))).ShouldBe((lever.Low, lever.High, 37));
        }
    }

    [Fact]
    public void Nothing_moved_is_the_scenario_itself()
    {
        Moved.Evaluate(WhatIfSettings.None).Policies.Select(p => p.Npv).ShouldBe(ScenarioModel.Evaluate(Firms.Of400).Policies.Select(p => p.Npv));
        Moved.Run(WhatIfSettings.None, 50, 3, default).Policies.Select(p => p.NpvMean).ShouldBe(MonteCarlo.Run(Firms.Of400, 50, 3).Policies.Select(p => p.NpvMean));
    }

    [Fact]
    public void A_moved_parameter_is_known_and_a_policy_of_ones_own_is_compared_with_the_others()
    {
        var settings = WhatIfSettings.None.With(Parameter.FlexBackShare, 0.9) with { Own = new(20, 30, 50) };

        var outcome = Moved.Evaluate(settings);

        var same = Firms.Of400.With((Parameter.FlexBackShare, new Distribution.Fixed(0.9))) with { Policies = [.. Policy.Defaults, new("Your mix", 0.2, 0.3, 0.5)] };
        outcome.Policies.Select(p => p.Npv).ShouldBe(ScenarioModel.Evaluate(same).Policies.Select(p => p.Npv));
        Moved.Shown(settings).Policies[^1].Name.ShouldBe("Your mix");
        Moved.Run(settings, 50, 3, default).Drivers.ShouldNotContain(d => d.Parameter == Parameter.FlexBackShare);
    }

    [Fact]
    public void A_link_gives_the_same_settings_again()
    {
        var settings = WhatIfSettings.None.With(Parameter.FlexBackShare, 1 / 3.0).With(Parameter.IncidentCostPerHour, 7512.5) with { Own = new(0, 25, 75) };

        var (read, leftOut) = Moved.Read(settings.SetText, settings.OwnText);

        leftOut.ShouldBeFalse();
        read.Values.OrderBy(v => v.Key).ShouldBe(settings.Values.OrderBy(v => v.Key));
        read.Own.ShouldBe(settings.Own);
        (WhatIfSettings.None.SetText, WhatIfSettings.None.OwnText).ShouldBe((null, null));
        Moved.Read(null, null).Settings.IsNone.ShouldBeTrue();
    }

    [Theory]
    [InlineData("flexBackShare:NaN", null)]
    [InlineData("flexBackShare:1e999", null)]
    [InlineData("flexBackShare:1.01", null)]
    [InlineData("flexBackShare", null)]
    [InlineData("noticeMonths:3", null)]
    [InlineData("whatever:3", null)]
    [InlineData("<script>:3", null)]
    [InlineData(null, "50;51;0")]
    [InlineData(null, "-5;5;5")]
    [InlineData(null, "10;20")]
    [InlineData(null, "10;20;30;40")]
    [InlineData(null, "a;b;c")]
    public void What_a_link_cannot_mean_is_left_out_and_told(string? set, string? own)
    {
        var (settings, leftOut) = Moved.Read(set, own);

        (settings.IsNone, leftOut).ShouldBe((true, true));
    }

    [Theory]
    [InlineData(0, 0, 0, "cut", 40, 40, 0, 0)]
    [InlineData(20, 50, 30, "cut", 40, 40, 50, 10)]
    [InlineData(20, 50, 30, "cut", 80, 80, 20, 0)]
    [InlineData(20, 50, 30, "move", 90, 10, 90, 0)]
    [InlineData(20, 50, 30, "attrition", 45, 5, 50, 45)]
    [InlineData(20, 50, 30, "attrition", 100, 0, 0, 100)]
    public void Shares_give_way_to_the_one_that_is_moved(int cut, int move, int attrition, string moved, int to, int cutAfter, int moveAfter, int attritionAfter)
    {
        var before = new MixShares(cut, move, attrition);

        var after = moved switch { "cut" => before.WithCut(to), "move" => before.WithMove(to), _ => before.WithAttrition(to) };

        after.ShouldBe(new(cutAfter, moveAfter, attritionAfter));
        after.IsPossible.ShouldBeTrue();
    }

    [Fact]
    public void What_positions_cost_stays_within()
    {
        var input = Firms.Of400 with { Staff = [.. Firms.Of400.Staff, new(Domain.Organisation.Level.Senior, 131_313.25, 4, true)] };

        var text = JsonSerializer.Serialize(new WhatIf(input), WithFields) + JsonSerializer.Serialize(new WhatIf(input).Shown(WhatIfSettings.None));

        text.ShouldNotContain("131313");
        text.ShouldContain("Levers");
    }

    [Fact]
    public void Twenty_policies_leave_no_room_for_one_more()
    {
        var full = new WhatIf(Firms.Of400 with { Policies = [.. Policy.Defaults, .. Enumerable.Range(1, 16).Select(i => new Policy($"P{i}", 0, 0, 0))] });

        full.TakesOwn.ShouldBeFalse();
        full.Read(null, "10;10;10").LeftOut.ShouldBeTrue();
        full.Read(null, "10;10;10").Settings.Own.ShouldBeNull();
    }
}
