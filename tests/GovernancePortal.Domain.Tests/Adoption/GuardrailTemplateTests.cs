using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Domain.Tests.Adoption;

public sealed class GuardrailTemplateTests
{
    public static TheoryData<string> Keys => [.. GuardrailTemplates.All.Select(t => t.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_template_has_each_required_type_once_and_usable_thresholds(string key)
    {
        var template = GuardrailTemplates.Find(key)!;

        GuardrailCatalogue.Mandatory.Except(template.Guardrails.Select(g => g.Type)).ShouldBeEmpty();
        template.Guardrails.Select(g => g.Type).ShouldBeUnique();
        template.Guardrails.SelectMany(g => g.Faults()).ShouldBeEmpty();
        template.Key.Length.ShouldBeLessThanOrEqualTo(GuardrailTemplate.KeyMaxLength);
        // Literacy, incidents, knowledge and agents in production concern every kind of work.
        template.Guardrails.Count(g => g.Mode == GuardrailMode.Block).ShouldBeGreaterThanOrEqualTo(4);
        template.Of(GuardrailType.LiteracyCoverage)!.Mode.ShouldBe(GuardrailMode.Block);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_the_template_says_is_not_looser_than_itself(string key)
    {
        var template = GuardrailTemplates.Find(key)!;

        foreach (var g in template.Guardrails) template.IsLoosenedBy(g.Type, g.Mode, g.Enter, g.Exit).ShouldBeFalse();
        template.LeftOutBy(template.Guardrails.Select(g => g.Type)).ShouldBeEmpty();
    }

    [Fact]
    public void Stricter_is_never_looser_and_warning_instead_of_blocking_is()
    {
        var template = GuardrailTemplates.Customers;

        template.IsLoosenedBy(GuardrailType.KbFreshness, GuardrailMode.Block, 0.95, 0.99).ShouldBeFalse();
        template.IsLoosenedBy(GuardrailType.KbFreshness, GuardrailMode.Block, 0.80, 0.90).ShouldBeTrue("the catalogue's default is looser than this template");
        template.IsLoosenedBy(GuardrailType.HallucinationRate, GuardrailMode.Block, 0.01, 0.01).ShouldBeFalse();
        template.IsLoosenedBy(GuardrailType.HallucinationRate, GuardrailMode.Block, 0.06, 0.03).ShouldBeTrue();
        template.IsLoosenedBy(GuardrailType.KbFreshness, GuardrailMode.Warn, 0.95, 0.99).ShouldBeTrue();
        template.IsLoosenedBy(GuardrailType.SeniorSignOff, GuardrailMode.Block, 0.98, 1).ShouldBeFalse();
        template.IsLoosenedBy(GuardrailType.ReworkRate, GuardrailMode.Warn, 0.15, 0.10).ShouldBeFalse("the template does not ask for it");
    }

    [Fact]
    public void What_blocks_may_not_be_left_out_unsaid_and_what_warns_may()
    {
        var mandatory = GuardrailCatalogue.Mandatory;

        GuardrailTemplates.Engineering.LeftOutBy(mandatory).ShouldBe([GuardrailType.NamedOwner, GuardrailType.OutcomeNotWorse]);
        GuardrailTemplates.Office.LeftOutBy(mandatory).ShouldNotContain(GuardrailType.HallucinationRate);
        GuardrailTemplates.Customers.LeftOutBy(mandatory).ShouldContain(GuardrailType.HallucinationRate);
    }

    [Fact]
    public void A_template_is_chosen_for_a_draft_alone()
    {
        var draft = Sample.Draft();
        draft.Template.ShouldBe("engineering");
        draft.UseTemplate(GuardrailTemplates.Office).IsSuccess.ShouldBeTrue();
        draft.Template.ShouldBe("office");

        Sample.Approved().UseTemplate(GuardrailTemplates.Office).Error!.Code.ShouldBe("target.state");
        GuardrailTemplates.Find("Engineering").ShouldBeNull();
    }
}
