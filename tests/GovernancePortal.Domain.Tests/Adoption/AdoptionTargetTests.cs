using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Tests.Adoption;

public sealed class AdoptionTargetTests
{
    [Fact]
    public void A_proposal_is_refused_with_every_reason_and_stays_a_draft()
    {
        var target = AdoptionTarget.Draft(Sample.Terms with { Owner = null, Metric = "", IncentiveLinkedToUsage = true }, Sample.Now).Value;

        var refusal = target.Propose(Sample.Lead, Sample.Now).Error!;

        refusal.Code.ShouldBe("missing:metric,missing:owner,usageIncentive");
        refusal.Fields.Select(f => f.Field).ShouldBe(["Metric", "Owner", "IncentiveLinkedToUsage"]);
        target.State.ShouldBe(TargetState.Draft);
    }

    [Fact]
    public void A_due_date_before_the_start_and_a_target_that_changes_nothing_are_refused()
    {
        (Sample.Terms with { DueDate = Sample.Start }).ProposalFaults().Select(f => f.Code).ShouldBe(["dates"]);
        (Sample.Terms with { TargetValue = Sample.Terms.BaselineValue }).ProposalFaults().Select(f => f.Code).ShouldBe(["noChange"]);
    }

    [Fact]
    public void The_proposer_does_not_approve()
    {
        var target = Sample.Draft();
        target.Propose(Sample.Lead, Sample.Now);

        target.Approve(Sample.Lead, Sample.Now).ShouldBe((Result)TargetErrors.SamePerson);

        target.State.ShouldBe(TargetState.Proposed);
        target.ApprovedBy.ShouldBeNull();
    }

    [Fact]
    public void A_target_without_a_mandatory_guardrail_is_not_approved()
    {
        var target = Sample.Draft();
        target.RemoveGuardrail("KbFreshness").IsSuccess.ShouldBeTrue();
        target.Propose(Sample.Lead, Sample.Now);

        target.Approve(Sample.Director, Sample.Now).Error!.Code.ShouldBe("missing KbFreshness");
    }

    [Fact]
    public void What_was_proposed_can_no_longer_be_changed_until_it_is_sent_back()
    {
        var target = Sample.Draft();
        target.Propose(Sample.Lead, Sample.Now);

        target.Revise(Sample.Terms with { TargetValue = 0.9 }).IsSuccess.ShouldBeFalse();
        target.RemoveGuardrail("KbFreshness").IsSuccess.ShouldBeFalse();
        target.TargetValue.ShouldBe(0.6);

        target.Reject("The date is too early.", Sample.Now).IsSuccess.ShouldBeTrue();
        target.Revise(Sample.Terms with { TargetValue = 0.9 }).IsSuccess.ShouldBeTrue();
        target.TargetValue.ShouldBe(0.9);
        target.RejectionReason.ShouldBe("The date is too early.");
    }

    [Fact]
    public void It_waits_for_its_start_date_even_when_every_guardrail_holds()
    {
        var target = Sample.Approved();

        target.Evaluate(Sample.Good(Sample.Start.AddDays(-1)), Sample.Now).Value.Transition.ShouldBeNull();
        target.Blockers.ShouldBeEmpty();
        target.Evaluate(Sample.Good(Sample.Start), Sample.Now).Value.After.ShouldBe(TargetState.Active);
        target.FirstActiveAt.ShouldBe(Sample.Now);
    }

    [Fact]
    public void A_breach_pauses_it_and_says_which_guardrail_did()
    {
        var target = Sample.Active();
        var later = Sample.Now.AddDays(1);

        var evaluation = target.Evaluate(Sample.Good(Sample.Start.AddDays(1), (GuardrailType.SeniorSignOff, new(0.9, 40))), later).Value;

        evaluation.Transition.ShouldBe("autoPause:SeniorSignOff");
        (evaluation.Before, evaluation.After).ShouldBe((TargetState.Active, TargetState.Paused));
        (target.StateSince, target.PausedAt, target.PausedBy).ShouldBe((later, later, null));
    }

    [Fact]
    public void Healthy_guardrails_alone_do_not_resume_it()
    {
        var target = Sample.Active();
        target.Pause(Sample.Lead, "Wrong answers all morning.", Sample.Now);

        target.Evaluate(Sample.Good(Sample.Start.AddDays(1)), Sample.Now).Value.After.ShouldBe(TargetState.Paused);
        target.Acknowledge(Sample.Lead, " ", Sample.Now).ShouldBe((Result)TargetErrors.CorrectiveActionMissing);
        target.Acknowledge(Sample.Lead, "Went back to the last model version.", Sample.Now).IsSuccess.ShouldBeTrue();
        target.Evaluate(Sample.Good(Sample.Start.AddDays(2)), Sample.Now).Value.Transition.ShouldBe("resumed");
    }

    [Fact]
    public void A_new_pause_asks_for_a_new_corrective_action()
    {
        var target = Sample.Active();
        target.Pause(Sample.Lead, "First.", Sample.Now);
        target.Acknowledge(Sample.Lead, "Done.", Sample.Now);
        target.Evaluate(Sample.Good(Sample.Start.AddDays(1)), Sample.Now);

        target.Pause(Sample.Director, "Second.", Sample.Now).IsSuccess.ShouldBeTrue();

        (target.AcknowledgedBy, target.CorrectiveAction, target.PauseReason).ShouldBe((null, null, "Second."));
        target.Evaluate(Sample.Good(Sample.Start.AddDays(2)), Sample.Now).Value.After.ShouldBe(TargetState.Paused);
    }

    [Fact]
    public void Pulling_the_cord_needs_a_reason_that_can_be_stored()
    {
        var target = Sample.Active();

        target.Pause(Sample.Lead, "", Sample.Now).ShouldBe((Result)TargetErrors.ReasonMissing);
        target.Pause(Sample.Lead, new string('x', AdoptionTarget.ReasonMaxLength + 1), Sample.Now).ShouldBe((Result)TargetErrors.TextTooLong);
        target.State.ShouldBe(TargetState.Active);
    }

    [Fact]
    public void It_is_achieved_only_with_the_outcome_kept()
    {
        var target = Sample.Active();
        var worse = Sample.Good(Sample.Start.AddDays(1)) with { Outcome = 9.1 };

        target.Evaluate(Sample.Good(Sample.Start.AddDays(1)), Sample.Now);
        target.Evaluate(worse, Sample.Now).Value.After.ShouldBe(TargetState.Active);
        target.Evaluate(Sample.Good(Sample.Start.AddDays(2)), Sample.Now).Value.After.ShouldBe(TargetState.Active);
        target.Evaluate(Sample.Good(Sample.Start.AddDays(3)), Sample.Now).Value.After.ShouldBe(TargetState.Achieved);
    }

    [Fact]
    public void A_day_before_the_last_evaluated_one_is_refused_and_changes_nothing()
    {
        var target = Sample.Active();

        target.Evaluate(new(Sample.Start.AddDays(-1), null, null, new Dictionary<string, GuardrailObservation>()), Sample.Now).Error.ShouldBe(TargetErrors.ClockBack);

        target.Blockers.ShouldBeEmpty();
        target.LastEvaluatedOn.ShouldBe(Sample.Start);
    }

    [Fact]
    public void Two_guardrails_of_one_name_are_refused()
    {
        var target = Sample.Draft();

        target.AddGuardrail("KbFreshness", GuardrailCatalogue.Of(GuardrailType.KbFreshness).Defaults).Error!.Code.ShouldBe("guardrail.key");
        target.Guardrails.Count.ShouldBe(7);
    }

    [Fact]
    public void Terms_that_are_not_numbers_are_refused_at_the_field()
    {
        var refusal = AdoptionTarget.Draft(Sample.Terms with { TargetValue = double.NaN, AchieveAfter = 0 }, Sample.Now).Error!;

        refusal.Fields.Select(f => f.Field).ShouldBe(["TargetValue", "AchieveAfter"]);
    }
}
