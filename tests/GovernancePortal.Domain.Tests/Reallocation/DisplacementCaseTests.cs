using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Domain.Tests.Reallocation;

public sealed class DisplacementCaseTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ada = PersonId.New();
    private static readonly PersonId Ben = PersonId.New();
    private static readonly CaseTerms Terms = new("Claims desk", new UnitId(Guid.NewGuid()), "Claims are read by an agent.", new(PlaceOfLaw.UnitedKingdom, SiteLosses: 12));

    [Fact]
    public void It_needs_a_name_reasons_and_figures_that_fit_each_other()
    {
        var refused = DisplacementCase.Open(Terms with { Name = " ", Reasons = "", Figures = new(PlaceOfLaw.UnitedStates, 10, 20, 30) }, "user:1", "Hanna", Now).Error!;

        refused.Fields.Select(f => f.Field).ShouldBe(["Name", "Reasons", "SiteLosses", "SiteStaff"]);
    }

    [Fact]
    public void A_share_is_above_nothing_and_at_most_the_whole()
    {
        var one = Draft();

        one.Mark(Ada, 0, "", Now).Error!.Fields[0].Field.ShouldBe("Share");
        one.Mark(Ada, 1.01m, "", Now).IsSuccess.ShouldBeFalse();
        one.Mark(Ada, 1, "", Now).IsSuccess.ShouldBeTrue();
        one.Mark(Ada, 0.5m, "Half the queue is gone.", Now).IsSuccess.ShouldBeTrue();
        one.Positions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Share.ShouldBe(0.5m), p => p.Reason.ShouldBe("Half the queue is gone."));
        one.PositionCount.ShouldBe(1);
    }

    [Fact]
    public void It_is_published_with_confirmed_notice_and_a_position_only()
    {
        var one = Draft();
        one.Publish(Now).Error.ShouldBe(CaseErrors.NoNotice);
        one.ConfirmNotice(1, 0, "user:1", "Hanna", Now).IsSuccess.ShouldBeTrue();
        one.Publish(Now).Error.ShouldBe(CaseErrors.NoPositions);
        one.Mark(Ada, 1, "", Now);
        one.Publish(Now).IsSuccess.ShouldBeTrue();
        one.State.ShouldBe(CaseState.Published);
    }

    [Fact]
    public void Other_figures_ask_for_another_confirmation_and_other_words_do_not()
    {
        var one = Draft();
        one.ConfirmNotice(1, 30, "user:1", "Hanna", Now);

        one.Revise(Terms with { Name = "Claims desk, Leeds" }).IsSuccess.ShouldBeTrue();
        one.HasNotice.ShouldBeTrue();
        one.Revise(Terms with { Figures = Terms.Figures with { SiteLosses = 25 } }).IsSuccess.ShouldBeTrue();
        one.HasNotice.ShouldBeFalse();
        one.NoticeConfirmedBy.ShouldBeEmpty();
    }

    [Fact]
    public void Once_published_a_position_is_withdrawn_with_a_reason_and_its_row_stays()
    {
        var one = Published();

        one.Unmark(Ada).Error.ShouldBe(CaseErrors.NotDraft);
        one.Mark(Ben, 1, "", Now).Error.ShouldBe(CaseErrors.NotDraft);
        one.Revise(Terms).Error.ShouldBe(CaseErrors.NotDraft);
        one.WithdrawPosition(Ada, " ", Now).Error!.Fields[0].Field.ShouldBe("Reason");
        one.WithdrawPosition(Ben, "Stays", Now).Error.ShouldBe(CaseErrors.NotMarked);
        one.WithdrawPosition(Ada, "The queue grew again.", Now).IsSuccess.ShouldBeTrue();
        one.WithdrawPosition(Ada, "Again", Now).Error.ShouldBe(CaseErrors.WithdrawnAlready);
        one.Positions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.IsOpen.ShouldBeFalse(), p => p.WithdrawReason.ShouldBe("The queue grew again."));
        one.PositionCount.ShouldBe(0);
    }

    [Fact]
    public void A_case_that_is_over_frees_its_people()
    {
        var closed = Published();
        closed.Close(Now).IsSuccess.ShouldBeTrue();
        closed.Positions[0].IsOpen.ShouldBeFalse();
        closed.Withdraw("Too late", Now).Error.ShouldBe(CaseErrors.Over);

        var withdrawn = Draft();
        withdrawn.Close(Now).Error.ShouldBe(CaseErrors.NotPublished);
        withdrawn.Mark(Ada, 1, "", Now);
        withdrawn.Withdraw("", Now).IsSuccess.ShouldBeFalse();
        withdrawn.Withdraw("The agent was stopped.", Now).IsSuccess.ShouldBeTrue();
        withdrawn.Positions[0].IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void What_is_over_can_be_erased_once_and_keeps_its_number()
    {
        var one = Published();
        one.Erase("Asked", Now).Error.ShouldBe(CaseErrors.NotOver);
        one.Close(Now);
        one.Erase(" ", Now).IsSuccess.ShouldBeFalse();
        one.Erase("Two years are over.", Now).IsSuccess.ShouldBeTrue();
        one.Erase("Again", Now).Error.ShouldBe(CaseErrors.Erased);
        (one.Positions.Count, one.PositionCount, one.Seal.Length).ShouldBe((0, 1, 0));
    }

    [Fact]
    public void Of_a_case_the_seal_tells_the_same_people_in_any_order_and_of_another_case_nothing()
    {
        var (one, other) = (Draft(), Draft());

        CaseSeal.Of(one.Seal, [Ada, Ben]).ShouldBe(CaseSeal.Of(one.Seal, [Ben, Ada]));
        CaseSeal.Of(one.Seal, [Ada]).ShouldNotBe(CaseSeal.Of(one.Seal, [Ada, Ben]));
        CaseSeal.Of(one.Seal, [Ada]).ShouldNotBe(CaseSeal.Of(other.Seal, [Ada]));
    }

    private static DisplacementCase Draft() => DisplacementCase.Open(Terms, "user:1", "Hanna", Now).Value;

    private static DisplacementCase Published()
    {
        var one = Draft();
        one.Mark(Ada, 1, "", Now);
        one.ConfirmNotice(1, 0, "user:1", "Hanna", Now);
        one.Publish(Now);
        return one;
    }
}
