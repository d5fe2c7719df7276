using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Domain.Tests.Adoption;

public sealed class TargetReadinessTests
{
    [Fact]
    public void Readiness_names_what_blocks_with_value_and_need()
    {
        var target = Sample.Approved();
        target.Evaluate(Sample.Good(Sample.Start, (GuardrailType.LiteracyCoverage, new(0.82)), (GuardrailType.KbFreshness, new(0.72))), Sample.Now);

        // (5 + 0.82/0.9 + 0.72/0.9) / 7
        target.Readiness.ShouldBe(0.95873, 1e-5);
        target.ReadinessText.ShouldBe("96% ready, blocked by literacy 82% (needs 90%) and knowledge-base freshness 72% (needs 90%)");
    }

    [Fact]
    public void When_nothing_blocks_only_the_figure_is_said() => Sample.Active().ReadinessText.ShouldBe("100% ready");

    [Fact]
    public void A_warning_that_does_not_hold_keeps_it_under_one_hundred_without_blocking()
    {
        var target = Sample.Draft();
        target.ReviseGuardrail("KbFreshness", GuardrailCatalogue.Of(GuardrailType.KbFreshness).Defaults with { Mode = GuardrailMode.Warn });

        target.Evaluate(Sample.Good(Sample.Start), Sample.Now);

        target.Readiness.ShouldBe(6.99 / 7, 1e-12);
        target.ReadinessText.ShouldBe("99% ready");
    }

    [Fact]
    public void Three_blockers_are_listed_as_a_sentence_would()
    {
        var target = Sample.Approved();
        target.Evaluate(
            Sample.Good(
                Sample.Start,
                (GuardrailType.SeniorSignOff, new(0.5, 10)),
                (GuardrailType.ChangeFailureRate, new(0.2, 500)),
                (GuardrailType.UnsupervisedProductionAccess, new(2))),
            Sample.Now);

        target.ReadinessText.ShouldEndWith(
            ", blocked by senior sign-off 50% (needs 100%), change failure rate 20% (needs 10% or less) and unsupervised production access 2 (needs 0)");
    }

    public static TheoryData<GuardrailType, GuardrailObservation?, string> Doubts => new()
    {
        { GuardrailType.LiteracyCoverage, null, "literacy without data (needs 90%)" },
        { GuardrailType.LiteracyCoverage, new(0.8996), "literacy 89.96% (needs 90%)" },
        { GuardrailType.IncidentErrorBudget, new(-0.5), "incident budget left -50% (needs 25%)" },
        { GuardrailType.ChangeFailureRate, new(0.05, 12), "change failure rate 5% from only 12 of 30 cases (needs 10% or less)" },
        { GuardrailType.KbFreshness, new(0.95, null, 99), "knowledge-base freshness 95% but out of date (needs 90%)" },
        { GuardrailType.ReviewerUtilisation, new(double.PositiveInfinity), "reviewer workload beyond any limit (needs 85% or less)" },
        { GuardrailType.NamedOwner, new(0), "named owner no (needs yes)" },
        { GuardrailType.IncidentBurnRate, new(5.5), "incident burn rate 5.5 times (needs 2 times or less)" },
        { GuardrailType.HallucinationRate, new(0.03, 60), "wrong answers 3% (needs 5% or less, twice in a row)" },
    };

    [Theory]
    [MemberData(nameof(Doubts))]
    public void A_blocker_says_why_when_its_value_alone_does_not(GuardrailType type, GuardrailObservation? observation, string expected)
    {
        var target = AdoptionTarget.Draft(Sample.Terms, Sample.Now).Value;
        var guardrail = target.AddGuardrail("g", GuardrailCatalogue.Of(type).Defaults with { MaxAgeDays = 30 }).Value;
        var observations = observation is null ? [] : new Dictionary<string, GuardrailObservation> { ["g"] = observation };

        target.Evaluate(new(Sample.Start, null, null, observations), Sample.Now);

        TargetReadiness.DescribeBlocker(guardrail).ShouldBe(expected);
    }
}
