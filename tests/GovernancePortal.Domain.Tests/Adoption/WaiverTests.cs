using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tests.Adoption;

public sealed class WaiverTests
{
    private const string Key = nameof(GuardrailType.KbFreshness);
    private static readonly PersonId Officer = PersonId.New();
    private static readonly PersonId Executive = PersonId.New();
    private static readonly GuardrailObservation Stale = new(0.5, 1000, 0);

    [Fact]
    public void With_two_roles_a_waived_guardrail_blocks_no_longer_and_still_does_not_hold()
    {
        var target = PausedBy(Key);
        var waiver = Asked(target);

        waiver.Agree(target, Officer, Role.GovernanceOfficer, Sample.Now).IsSuccess.ShouldBeTrue();
        target.Blockers.Select(g => g.Key).ShouldBe([Key], "one role is not enough");
        waiver.Missing.ShouldBe([Role.Executive]);
        waiver.Agree(target, Executive, Role.Executive, Sample.Now).IsSuccess.ShouldBeTrue();

        target.Blockers.ShouldBeEmpty();
        target.Waived.Single().Holds.ShouldBeFalse();
        target.Readiness.ShouldBeLessThan(1);
        waiver.StateOn(Sample.Start).ShouldBe(WaiverState.InForce);
        target.Acknowledge(Executive, "Owners named.", Sample.Now).IsSuccess.ShouldBeTrue();
        target.Evaluate(Bad(2), Sample.Now).Value.Transition.ShouldBe("resumed");
    }

    [Fact]
    public void It_ends_by_itself_the_day_after_its_last()
    {
        var target = PausedBy(Key);
        InForce(target, Sample.Start.AddDays(3));
        target.Acknowledge(Executive, "Owners named.", Sample.Now).IsSuccess.ShouldBeTrue();

        target.Evaluate(Bad(2), Sample.Now.AddDays(2)).Value.After.ShouldBe(TargetState.Active);
        target.Evaluate(Bad(3), Sample.Now.AddDays(3)).Value.After.ShouldBe(TargetState.Active);
        var after = target.Evaluate(Bad(4), Sample.Now.AddDays(4)).Value;

        after.Transition.ShouldBe("autoPause:" + Key);
        target.Waived.ShouldBeEmpty();
    }

    [Fact]
    public void A_step_that_is_taken_ahead_of_its_day_does_not_end_it_early()
    {
        var target = PausedBy(Key);
        InForce(target, Sample.Start.AddDays(2));
        target.Acknowledge(Executive, "Owners named.", Sample.Now).IsSuccess.ShouldBeTrue();
        target.Evaluate(Bad(2), Sample.Now.AddDays(2)).Value.After.ShouldBe(TargetState.Active);

        target.Evaluate(Bad(3), Sample.Now.AddDays(2)).Value.After.ShouldBe(TargetState.Active, "its last day is not over");
    }

    [Fact]
    public void Whoever_ends_it_early_lets_the_guardrail_decide_again()
    {
        var target = PausedBy(Key);
        var waiver = InForce(target, Sample.Start.AddDays(20));

        waiver.End(target, Officer, "The pages mislead again.", Sample.Now).IsSuccess.ShouldBeTrue();

        target.Blockers.Select(g => g.Key).ShouldBe([Key]);
        waiver.StateOn(Sample.Start).ShouldBe(WaiverState.EndedEarly);
        waiver.End(target, Officer, "Again.", Sample.Now).Error.ShouldBe(WaiverErrors.NotOpen);
        waiver.Agree(target, PersonId.New(), Role.Executive, Sample.Now).Error.ShouldBe(WaiverErrors.NotWaiting);
    }

    [Fact]
    public void Neither_who_asked_nor_one_person_in_two_roles_can_make_it_take_force()
    {
        var target = PausedBy(Key);
        var waiver = Asked(target);

        waiver.Agree(target, Sample.Lead, Role.Executive, Sample.Now).Error.ShouldBe(WaiverErrors.AskedByYou);
        waiver.Agree(target, Officer, Role.GovernanceOfficer, Sample.Now).IsSuccess.ShouldBeTrue();
        waiver.Agree(target, Officer, Role.Executive, Sample.Now).Error.ShouldBe(WaiverErrors.AgreedAlready);
        waiver.Agree(target, PersonId.New(), Role.GovernanceOfficer, Sample.Now).Error.ShouldBe(WaiverErrors.RoleAgreed);
        waiver.Agree(target, PersonId.New(), Role.Auditor, Sample.Now).Error.ShouldBe(WaiverErrors.RoleAgreed);
        target.Waived.ShouldBeEmpty();
    }

    [Fact]
    public void What_nobody_agreed_to_in_time_lapses()
    {
        var target = PausedBy(Key);
        var waiver = Asked(target);
        var later = Sample.Now.AddDays(15);

        waiver.StateOn(Sample.Start.AddDays(15)).ShouldBe(WaiverState.Lapsed);
        waiver.Agree(target, Officer, Role.GovernanceOfficer, later).Error.ShouldBe(WaiverErrors.NotWaiting);
    }

    [Theory]
    [InlineData(-1, "waiver.past")]
    [InlineData(0, "waiver.past")]
    [InlineData(1, null)]
    [InlineData(30, null)]
    [InlineData(31, "waiver.long")]
    public void It_is_for_a_time(int days, string? refusal) =>
        Waiver.Ask(PausedBy(Key), Key, Sample.Start.AddDays(days), "Because.", Sample.Lead, Sample.Now).Error?.Code.ShouldBe(refusal);

    [Fact]
    public void It_needs_a_reason_and_a_guardrail_that_blocks()
    {
        var target = PausedBy(Key);

        var tomorrow = Sample.Start.AddDays(1);
        Waiver.Ask(target, Key, tomorrow, " ", Sample.Lead, Sample.Now).Error.ShouldBe(TargetErrors.ReasonMissing);
        Waiver.Ask(target, Key, tomorrow, new string('x', AdoptionTarget.ReasonMaxLength + 1), Sample.Lead, Sample.Now).Error.ShouldBe(TargetErrors.TextTooLong);
        Waiver.Ask(target, "nothing", Sample.Start, "Because.", Sample.Lead, Sample.Now).Error.ShouldBe(TargetErrors.NoSuchGuardrail);
        Waiver.Ask(Sample.Draft(), Key, Sample.Start, "Because.", Sample.Lead, Sample.Now).Error.ShouldBe(WaiverErrors.NoTarget);
    }

    private static TargetReading Bad(int day) => Sample.Good(Sample.Start.AddDays(day), (GuardrailType.KbFreshness, Stale));

    private static AdoptionTarget PausedBy(string key)
    {
        var target = Sample.Active();
        target.Evaluate(Bad(1), Sample.Now).Value.Transition.ShouldBe("autoPause:" + key);
        return target;
    }

    private static Waiver Asked(AdoptionTarget target, DateOnly? until = null) =>
        Waiver.Ask(target, Key, until ?? Sample.Start.AddDays(14), "The pages are being rewritten; every answer is checked by hand.", Sample.Lead, Sample.Now).Value;

    private static Waiver InForce(AdoptionTarget target, DateOnly until)
    {
        var waiver = Asked(target, until);
        waiver.Agree(target, Officer, Role.GovernanceOfficer, Sample.Now).IsSuccess.ShouldBeTrue();
        waiver.Agree(target, Executive, Role.Executive, Sample.Now).IsSuccess.ShouldBeTrue();
        return waiver;
    }
}
