using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Domain.Tests.Reallocation;

public sealed class NoticeRuleTests
{
    [Theory]
    [InlineData(99, 99, 99, true, null)]
    [InlineData(100, 100, 49, true, null)]
    [InlineData(100, 100, 50, true, 2)]
    [InlineData(100, 100, 49, false, null)]
    [InlineData(152, 152, 50, false, null)]
    [InlineData(151, 151, 50, false, 2)]
    [InlineData(200, 200, 65, false, null)]
    [InlineData(200, 200, 66, false, 2)]
    [InlineData(9000, 9000, 499, false, null)]
    [InlineData(9000, 9000, 500, false, 2)]
    public void In_the_United_States_thresholds_of_employer_site_share_and_closing_decide(int employer, int site, int losses, bool closes, int? months)
    {
        var suggestion = NoticeRule.Suggest(new(PlaceOfLaw.UnitedStates, employer, site, losses, closes));

        suggestion.Months.ShouldBe(months);
        suggestion.ConsultationDays.ShouldBeNull();
        suggestion.IsComplete.ShouldBeTrue();
    }

    [Theory]
    [InlineData(19, null, null)]
    [InlineData(20, 1, 30)]
    [InlineData(99, 1, 30)]
    [InlineData(100, 2, 45)]
    public void In_the_United_Kingdom_losses_at_one_establishment_decide(int losses, int? months, int? days)
    {
        var suggestion = NoticeRule.Suggest(new(PlaceOfLaw.UnitedKingdom, SiteLosses: losses));

        (suggestion.Months, suggestion.ConsultationDays).ShouldBe((months, days));
        suggestion.Check.ShouldContain("2027");
    }

    [Fact]
    public void Elsewhere_contracts_say()
    {
        NoticeRule.Suggest(new(PlaceOfLaw.Elsewhere, 1000, 1000, 1000, true)).ShouldBe(new NoticeSuggestion(null, null, NoticeRule.OtherLaw, "", IsComplete: true));
    }

    [Fact]
    public void A_missing_figure_is_asked_for_and_nothing_is_guessed()
    {
        NoticeRule.Suggest(new(PlaceOfLaw.UnitedStates, 500, null, 60)).ShouldSatisfyAllConditions(s => s.IsComplete.ShouldBeFalse(), s => s.Months.ShouldBeNull());
        NoticeRule.Suggest(new(PlaceOfLaw.UnitedKingdom)).IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void The_figures_are_in_the_words() =>
        NoticeRule.Suggest(new(PlaceOfLaw.UnitedStates, 9000, 4000, 1500)).Words.ShouldBe("1,500 losses at one site; from 500 on the WARN Act asks for 60 days.");
}
