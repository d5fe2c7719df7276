using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tests.Adoption;

public sealed class GuardrailTests
{
    [Fact]
    public void Every_type_is_explained_and_starts_from_usable_thresholds()
    {
        GuardrailCatalogue.All.Select(d => d.Type).ShouldBe(Enum.GetValues<GuardrailType>());
        foreach (var definition in GuardrailCatalogue.All)
        {
            definition.Defaults.Faults().ShouldBeEmpty();
            definition.Meaning.ShouldEndWith(".");
            definition.Formula.ShouldEndWith(".");
        }
    }

    [Fact]
    public void Seven_types_are_mandatory() => GuardrailCatalogue.Mandatory.ShouldBe(
        [
            GuardrailType.LiteracyCoverage, GuardrailType.SeniorSignOff, GuardrailType.IncidentErrorBudget, GuardrailType.ChangeFailureRate,
            GuardrailType.KbFreshness, GuardrailType.UnsupervisedProductionAccess, GuardrailType.ReviewerUtilisation,
        ]);

    [Theory]
    [InlineData("1")]
    [InlineData("kbfreshness")]
    [InlineData("")]
    [InlineData(null)]
    public void Only_its_exact_name_is_a_type(string? name) => GuardrailCatalogue.TryParse(name, out _).ShouldBeFalse();

    [Theory]
    [InlineData(Direction.Min, 0.90, GuardrailStatus.Pass)]
    [InlineData(Direction.Min, 0.89, GuardrailStatus.Warn)]
    [InlineData(Direction.Min, 0.80, GuardrailStatus.Warn)]
    [InlineData(Direction.Min, 0.79, GuardrailStatus.Fail)]
    [InlineData(Direction.Max, 0.10, GuardrailStatus.Pass)]
    [InlineData(Direction.Max, 0.11, GuardrailStatus.Warn)]
    [InlineData(Direction.Max, 0.15, GuardrailStatus.Warn)]
    [InlineData(Direction.Max, 0.16, GuardrailStatus.Fail)]
    [InlineData(Direction.Max, double.PositiveInfinity, GuardrailStatus.Fail)]
    [InlineData(Direction.Max, double.NaN, GuardrailStatus.Unknown)]
    public void The_threshold_itself_counts_as_reached(Direction direction, double value, GuardrailStatus expected)
    {
        var settings = direction == Direction.Min
            ? new GuardrailSettings(GuardrailType.KbFreshness, direction, 0.80, 0.90)
            : new GuardrailSettings(GuardrailType.ChangeFailureRate, direction, 0.15, 0.10);

        settings.Judge(new(value)).ShouldBe(expected);
    }

    [Fact]
    public void Too_few_too_old_or_nothing_at_all_is_unknown()
    {
        var settings = new GuardrailSettings(GuardrailType.KbFreshness, Direction.Min, 0.8, 0.9) { MinSample = 30, MaxAgeDays = 14 };

        settings.Judge(null).ShouldBe(GuardrailStatus.Unknown);
        settings.Judge(new(null, 100, 1)).ShouldBe(GuardrailStatus.Unknown);
        settings.Judge(new(1, 29, 1)).ShouldBe(GuardrailStatus.Unknown);
        settings.Judge(new(1, 30, 14.1)).ShouldBe(GuardrailStatus.Unknown);
        settings.Judge(new(1, 30, 14)).ShouldBe(GuardrailStatus.Pass);
    }

    [Fact]
    public void Thresholds_in_the_wrong_order_are_refused()
    {
        new GuardrailSettings(GuardrailType.KbFreshness, Direction.Min, 0.9, 0.8).Faults().Single().Field.ShouldBe("Exit");
        new GuardrailSettings(GuardrailType.ReworkRate, Direction.Max, 0.1, 0.15).Faults().Single().Field.ShouldBe("Exit");
        new GuardrailSettings(GuardrailType.ReworkRate, Direction.Max, double.NaN, 0.15) { BreachAfter = 0, ClearAfter = 0, Weight = -1, MinSample = -1, MaxAgeDays = -1 }
            .Faults().Select(f => f.Field).ShouldBe(["Enter", "BreachAfter", "ClearAfter", "Weight", "MinSample", "MaxAgeDays"]);
    }

    [Theory]
    [InlineData(Direction.Min, 0.8, 0.9, 0.45, 0.5)]
    [InlineData(Direction.Min, 0.8, 0.9, -1, 0)]
    [InlineData(Direction.Min, 0.0, 0.0, -1, 1)]
    [InlineData(Direction.Max, 0.2, 0.1, 0.15, 0.5)]
    [InlineData(Direction.Max, 0.2, 0.1, 0.3, 0)]
    [InlineData(Direction.Max, 0.0, 0.0, 1, 0)]
    [InlineData(Direction.Max, 0.0, 0.0, 0, 1)]
    public void Progress_is_the_way_to_the_clearing_threshold(Direction direction, double enter, double exit, double value, double expected) =>
        new GuardrailSettings(GuardrailType.ReworkRate, direction, enter, exit).Progress(value).ShouldBe(expected, 1e-12);

    [Fact]
    public void Under_two_hundred_changes_the_lower_end_of_the_range_decides()
    {
        var few = GuardrailFormulas.ChangeFailureRate(8, 40);
        few.Plain.ShouldBe(0.2);
        few.Range.Low.ShouldBe(0.10499989725437704, 1e-12);
        few.Range.High.ShouldBe(0.347573063463995, 1e-12);
        few.Decides.ShouldBe(new GuardrailObservation(few.Range.Low, 40));

        GuardrailFormulas.ChangeFailureRate(40, 200).Decides.Value.ShouldBe(0.2);
        GuardrailFormulas.ChangeFailureRate(0, 0).Decides.Value.ShouldBeNull();
    }

    [Fact]
    public void A_range_stays_between_nothing_and_everything()
    {
        WilsonInterval.Of(0, 10).Low.ShouldBe(0, 1e-12);
        WilsonInterval.Of(10, 10).High.ShouldBe(1, 1e-12);
        WilsonInterval.Of(0, 0).ShouldBe(new WilsonInterval(0, 1));
    }

    [Fact]
    public void A_budget_is_what_is_left_of_four_weeks()
    {
        GuardrailFormulas.BudgetRemaining(30, 120).ShouldBe(0.75);
        GuardrailFormulas.BudgetRemaining(180, 120).ShouldBe(-0.5);
        GuardrailFormulas.BudgetRemaining(0, 0).ShouldBe(1);
        GuardrailFormulas.BudgetRemaining(1, 0).ShouldBe(0);
        GuardrailFormulas.BurnRate(60, 120).ShouldBe(2, 1e-12);
        GuardrailFormulas.BurnRate(60, 0).ShouldBe(0);
    }

    [Fact]
    public void Work_without_a_reviewer_is_beyond_any_limit()
    {
        GuardrailFormulas.ReviewerUtilisation(40, 0.5, 5, 5).ShouldBe(0.8);
        GuardrailFormulas.ReviewerUtilisation(0, 0.5, 0, 5).ShouldBe(0);
        GuardrailFormulas.ReviewerUtilisation(1, 0.5, 0, 5).ShouldBe(double.PositiveInfinity);
    }

    [Theory]
    [InlineData(9.5, 10.0, Direction.Min, 0.95)]
    [InlineData(10.5, 10.0, Direction.Max, 0.95)]
    [InlineData(8.0, 10.0, Direction.Max, 1.2)]
    [InlineData(1.0, 0.0, Direction.Max, 0.0)]
    [InlineData(0.0, 0.0, Direction.Max, 1.0)]
    public void An_outcome_is_read_in_the_direction_that_is_better(double outcome, double baseline, Direction direction, double expected) =>
        GuardrailFormulas.OutcomeShare(outcome, baseline, direction)!.Value.ShouldBe(expected, 1e-12);

    [Fact]
    public void Nothing_to_divide_by_is_no_value()
    {
        GuardrailFormulas.Share(0, 0).Value.ShouldBeNull();
        GuardrailFormulas.OutcomeShare(null, 1, Direction.Min).ShouldBeNull();
    }

    [Fact]
    public void What_was_shown_for_another_unit_or_other_thresholds_is_no_evidence_after_a_changed_proposal()
    {
        var target = Sample.Draft();
        target.Propose(Sample.Lead, Sample.Now).IsSuccess.ShouldBeTrue();
        target.Evaluate(Sample.Good(Sample.Start), Sample.Now).IsSuccess.ShouldBeTrue();
        target.Blockers.ShouldBeEmpty();
        target.Reject("Begin elsewhere.", Sample.Now).IsSuccess.ShouldBeTrue();

        var strict = target.Guardrails[0];
        target.ReviseGuardrail(strict.Key, strict.Settings with { Exit = strict.Settings.Direction == Direction.Min ? 1 : 0 }).IsSuccess.ShouldBeTrue();
        target.Guardrails.Where(g => !g.Holds).Select(g => g.Key).ShouldBe([strict.Key], "only what was changed begins anew");
        target.ReviseGuardrail(target.Guardrails[1].Key, target.Guardrails[1].Settings).IsSuccess.ShouldBeTrue();
        target.Guardrails[1].Holds.ShouldBeTrue("the same settings are no change");

        target.Accept(Sample.Lead, Sample.Now).IsSuccess.ShouldBeTrue();
        target.Revise(Sample.Terms with { Scope = UnitId.New() }).IsSuccess.ShouldBeTrue();
        target.Guardrails.ShouldAllBe(g => !g.Holds && g.LastValue == null && g.LastStatus == GuardrailStatus.Unknown);
        target.OwnerAcceptedAt.ShouldBeNull();
    }
}
