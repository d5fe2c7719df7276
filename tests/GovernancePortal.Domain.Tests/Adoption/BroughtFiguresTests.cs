using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Domain.Tests.Adoption;

public sealed class BroughtFiguresTests
{
    [Theory]
    [InlineData("SeniorSignOff", GuardrailType.SeniorSignOff)]
    [InlineData("senior sign-off", GuardrailType.SeniorSignOff)]
    [InlineData(" Wrong answers ", GuardrailType.HallucinationRate)]
    [InlineData("knowledge-base freshness", GuardrailType.KbFreshness)]
    public void A_guardrail_is_found_by_key_or_name(string text, GuardrailType type)
    {
        BroughtFigures.TryType(text, out var found).ShouldBeTrue();
        found.ShouldBe(type);
    }

    [Theory]
    [InlineData("LiteracyCoverage")]
    [InlineData("NamedOwner")]
    [InlineData("outcome")]
    [InlineData("4")]
    [InlineData("")]
    public void What_the_portal_works_out_itself_takes_no_figure(string text) => BroughtFigures.TryType(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(GuardrailType.SeniorSignOff, "0.98", 0.98)]
    [InlineData(GuardrailType.SeniorSignOff, "98%", 0.98)]
    [InlineData(GuardrailType.SeniorSignOff, " 98 % ", 0.98)]
    [InlineData(GuardrailType.IncidentErrorBudget, "-0.15", -0.15)]
    [InlineData(GuardrailType.ReviewerUtilisation, "130%", 1.3)]
    [InlineData(GuardrailType.IncidentBurnRate, "6", 6.0)]
    [InlineData(GuardrailType.UnsupervisedProductionAccess, "3", 3.0)]
    public void A_value_is_read_in_the_unit_of_its_guardrail(GuardrailType type, string text, double value)
    {
        BroughtFigures.TryValue(type, text, out var read).ShouldBeTrue();
        read.ShouldBe(value);
    }

    [Theory]
    [InlineData(GuardrailType.SeniorSignOff, "98")]
    [InlineData(GuardrailType.SeniorSignOff, "-0.1")]
    [InlineData(GuardrailType.SeniorSignOff, "0,98")]
    [InlineData(GuardrailType.SeniorSignOff, "1e-1")]
    [InlineData(GuardrailType.SeniorSignOff, "NaN")]
    [InlineData(GuardrailType.SeniorSignOff, "")]
    [InlineData(GuardrailType.IncidentErrorBudget, "1.2")]
    [InlineData(GuardrailType.IncidentBurnRate, "200%")]
    [InlineData(GuardrailType.ReviewerUtilisation, "Infinity")]
    [InlineData(GuardrailType.UnsupervisedProductionAccess, "0.5")]
    public void What_could_mean_two_things_or_nothing_is_not_read(GuardrailType type, string text) => BroughtFigures.TryValue(type, text, out _).ShouldBeFalse();

    [Fact]
    public void Every_type_says_what_it_expects_and_two_say_from_how_many_cases()
    {
        BroughtFigures.Types.ShouldAllBe(t => BroughtFigures.Expected(t).Length > 0);
        BroughtFigures.Types.Where(BroughtFigures.NeedsSample).ShouldBe([GuardrailType.ChangeFailureRate, GuardrailType.HallucinationRate]);
    }
}
