using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

public sealed class ScenarioTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    private static readonly ScenarioInput Input = new()
    {
        HorizonMonths = 12,
        AnnualRevenue = 9_000_000,
        Currency = "GBP",
        Staff = [new StaffCell(Level.Mid, 90_000, 4, false) { Count = 20 }, new StaffCell(Level.Senior, 130_000, 9, true) { Count = 6 }],
    };

    [Fact]
    public void Runs_keep_their_inputs_whatever_becomes_of_the_scenario()
    {
        var scenario = New();
        var first = Run(scenario, null);
        var (input, report) = (first.InputJson, first.ReportJson);

        scenario.Revise(new ScenarioHead("Other", null), Input with { HorizonMonths = 24 }).IsSuccess.ShouldBeTrue();
        scenario.Set(Parameter.NoticeMonths, new Distribution.Fixed(3), "The contract says three months.").IsSuccess.ShouldBeTrue();
        var second = Run(scenario, first);

        (first.InputJson, first.ReportJson, first.Number, first.Changes).ShouldBe((input, report, 1, "First run."));
        first.Input.Parameters.Count.ShouldBe(70);
        second.Number.ShouldBe(2);
        second.Changes.Split('\n').ShouldBe(["Horizon: 24 months, was 12.", "Notice or consultation, paid (integer) (noticeMonths): 3, was 2."]);
        second.Reasons.ShouldHaveSingleItem().ShouldBe(new("noticeMonths", "The contract says three months."));
        Run(scenario, second).Changes.ShouldBe(ScenarioChanges.None);
    }

    [Fact]
    public void What_a_stored_run_was_worked_out_from_gives_its_report_again()
    {
        var run = Run(New(), null);

        ScenarioReport.Of(run.Input, run.Draws, run.Seed).ToJson().ShouldBe(run.ReportJson);
        run.Report.MonteCarlo.Seed.ShouldBe(run.Seed);
    }

    [Fact]
    public void A_parameter_needs_a_reason_and_goes_back_to_its_default()
    {
        var scenario = New();

        scenario.Set(Parameter.LoadFactor, new Distribution.Fixed(1.3), " ").Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("reasons.loadFactor");
        scenario.Set(Parameter.LoadFactor, new Distribution.Fixed(9), "Finance says so.").Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("params.loadFactor");
        scenario.Set(Parameter.LoadFactor, new Distribution.Fixed(1.3), new string('x', Scenario.ReasonMaxLength + 1)).IsSuccess.ShouldBeFalse();
        scenario.Input.Parameters.ShouldBeEmpty();
        scenario.Reasons.ShouldBeEmpty();

        scenario.Set(Parameter.LoadFactor, new Distribution.Fixed(1.3), "Finance says so.").IsSuccess.ShouldBeTrue();
        scenario.Revise(new ScenarioHead("Same", null), Input).IsSuccess.ShouldBeTrue();
        scenario.Input.Parameters.ShouldHaveSingleItem().Value.Mean.ShouldBe(1.3);

        scenario.Set(Parameter.LoadFactor, null, "Back to the source.").IsSuccess.ShouldBeTrue();
        scenario.Input.Parameters.ShouldBeEmpty();
        scenario.Reasons.ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_kept_is_refused_at_its_place()
    {
        Create("", Input).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("Name");
        Create(new string('x', 121), Input).IsSuccess.ShouldBeFalse();
        var faulty = Input with { HorizonMonths = 0, Currency = "far too long", Policies = [new("A", 0.7, 0.7, 0), new("", 0, 0, 0), new(new string('p', 61), 0, 0, 0)] };
        Create("Name", faulty).Error!.Fields.Select(f => f.Field).ShouldBe(["horizonMonths", "policies[0]", "currency", "policies[1].name", "policies[2].name"], ignoreOrder: true);
        Create("Name", Input with { Policies = [.. Enumerable.Range(0, 21).Select(i => new Policy($"P{i}", 0, 0, 0))] }).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("policies");
        Create("Name", Input with { Staff = [.. Enumerable.Repeat(new StaffCell(Level.Mid, 1, 1, false), Scenario.MostCells + 1)] }).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("staff");
    }

    [Fact]
    public void An_archived_scenario_rests()
    {
        var scenario = New();
        var run = Run(scenario, null);
        scenario.Resume().Error.ShouldBe(ScenarioErrors.NotArchived);
        scenario.Archive().IsSuccess.ShouldBeTrue();

        scenario.Archive().Error.ShouldBe(ScenarioErrors.Archived);
        scenario.Revise(new ScenarioHead("Other", null), Input).Error.ShouldBe(ScenarioErrors.Archived);
        scenario.Set(Parameter.LoadFactor, new Distribution.Fixed(1.3), "Why").Error.ShouldBe(ScenarioErrors.Archived);
        scenario.Keep(run.Report, run, "user:1", "Hannah", Now).Error.ShouldBe(ScenarioErrors.Archived);
        scenario.Resume().IsSuccess.ShouldBeTrue();
        Run(scenario, run).Number.ShouldBe(2);
    }

    [Fact]
    public void Few_displaced_people_are_marked_unless_the_figures_are_invented()
    {
        var few = Input with { Staff = [Input.Staff[0], Input.Staff[1] with { Count = 4 }] };

        Run(Create("Few", few).Value, null).IsFew.ShouldBeTrue();
        Run(Create("Few", few, ScenarioOrigin.Import).Value, null).IsFew.ShouldBeTrue();
        Run(Create("Few", few, ScenarioOrigin.Template).Value, null).IsFew.ShouldBeFalse();
        Run(New(), null).IsFew.ShouldBeFalse();
    }

    [Fact]
    public void Changes_are_told_one_by_one_without_pay()
    {
        var after = Input with
        {
            AnnualRevenue = 10_000_000,
            Currency = "EUR",
            Staff = [Input.Staff[0], Input.Staff[1] with { Count = 7, AnnualLoadedCost = 131_313 }],
            Policies = [new("Cut", 0.5, 0, 0) { ExternalVetters = 2 }, new("Baseline", 0, 0, 0), new("Mixed", 0.25, 0.5, 0.25)],
        };

        var changes = ScenarioChanges.Between(Input, after);

        changes.ShouldBe(
        [
            "Annual revenue: 10,000,000, was 9,000,000.",
            "Currency: EUR, was GBP.",
            "Positions: 27 of which 7 displaced, was 26 and 6.",
            "Cost of one hour of a high-severity incident; default mean is half of one hour's revenue (incidentCostPerHour): 570.7763 on average, log-normal with sigma 0.6, was 513.6986 on average, log-normal with sigma 0.6.",
            "Policy Cut: cut 50%, move 0%, close by attrition 0% with 2 vetters under contract, was cut 100%, move 0%, close by attrition 0%.",
            "Policy Mixed added: cut 25%, move 50%, close by attrition 25% (vetting 50%, guardrails 25%, knowledge base 25%, 2 months' delay).",
            "Policy Reallocate taken out.",
            "Policy Hybrid taken out.",
            "Policies are compared with Cut, was Baseline.",
        ]);
        ScenarioChanges.Between(Input, Input with { Staff = [Input.Staff[0], Input.Staff[1] with { AnnualLoadedCost = 131_313 }] }).ShouldBe(["The positions are others, as many as before."]);
        ScenarioChanges.Words(new Distribution.Triangular(0.0001, 0.0003, 0.0005)).ShouldBe("0.0001 to 0.0005, most likely 0.0003");
    }

    private static Scenario New() => Create("Payments platform", Input).Value;

    private static Result<Scenario> Create(string name, ScenarioInput input, ScenarioOrigin origin = ScenarioOrigin.Organisation) =>
        Scenario.Create(new ScenarioHead(name, null), origin, input, "", "user:1", "Hannah", Now);

    private static ScenarioRun Run(Scenario scenario, ScenarioRun? last) => scenario.Keep(ScenarioReport.Of(scenario.Input, 20, 7), last, "user:1", "Hannah", Now).Value;
}
