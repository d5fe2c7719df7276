using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.AdvanceMove;
using GovernancePortal.Web.Features.Plans.MyOffer;
using GovernancePortal.Web.Features.Plans.OfferMoves;
using GovernancePortal.Web.Features.Plans.TeamMoves;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Plans;

public sealed class OfferTests
{
    [Fact]
    public async Task An_offer_is_accepted_trained_for_handed_over_started_and_reviewed()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var (plan, employee) = await OfferedAsync(desk);
        var lead = await portal.AddUserAsync(Role.TeamLead, portal.Checkout);

        var offer = (await portal.SendAs(employee, new GetMyOfferQuery())).Value.Offers.Single();
        (offer.Stage, offer.Decider, offer.AnswerBy).ShouldBe((MoveStage.Offered, "Asha Patel", portal.Clock.Today().AddDays(14)));
        offer.Explanation.Sentences.ShouldNotBeEmpty();
        // What is offered is not told to leads before it is accepted.
        (await portal.SendAs(lead, new GetTeamMovesQuery())).Value.Coming.ShouldBeEmpty();
        (await portal.SendAs(lead, new AdvanceMoveCommand(offer.Id, offer.Version, MoveStep.BeginTraining, portal.Clock.Today()))).Error.ShouldBe(PlanErrors.NoSuchMove);

        PlanDesk.Done(await portal.SendAs(employee, new AnswerOfferCommand(offer.Id, offer.Version, OfferAnswer.Accept, "")));
        var seen = (await portal.SendAs(lead, new GetTeamMovesQuery())).Value;
        (seen.Coming.Single().Person, seen.Going.Single().Stage).ShouldBe(("Ada Adams", MoveStage.Accepted));

        await StepAsync(MoveStep.BeginTraining);
        (await portal.SendAs(lead, new AdvanceMoveCommand(offer.Id, await MoveVersionAsync(), MoveStep.HandOver, portal.Clock.Today()))).Error.ShouldBe(PlanErrors.TrainingOpen);
        await StepAsync(MoveStep.CompleteTraining);
        var handover = Handover.Agree(desk.Case, HandoverKind.System, "checkout-api", desk.Ada.Id, desk.Ben.Id, portal.Clock.Today().AddDays(7), portal.Clock.GetUtcNow()).Value;
        await portal.InDb(db =>
        {
            db.Handovers.Add(handover);
            return db.SaveChangesAsync();
        });
        (await portal.SendAs(lead, new GetTeamMovesQuery())).Value.Handovers.Single().Subject.ShouldBe("checkout-api");
        (await portal.SendAs(lead, new AdvanceMoveCommand(offer.Id, await MoveVersionAsync(), MoveStep.HandOver, portal.Clock.Today()))).Error.ShouldBe(PlanErrors.HandoverOpen);
        await portal.InDb(async db =>
        {
            PlanDesk.Done((await db.Handovers.SingleAsync()).Complete(desk.Ben.Id, "I run it alone.", portal.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        await StepAsync(MoveStep.HandOver);
        (await portal.SendAs(lead, new AdvanceMoveCommand(offer.Id, await MoveVersionAsync(), MoveStep.Start, portal.Clock.Today().AddDays(1)))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
        await StepAsync(MoveStep.Start);
        (await portal.SendAs(lead, new GetTeamMovesQuery())).Value.Going.ShouldBeEmpty();

        (await portal.SendAs(lead, new ReviewMoveCommand(offer.Id, await MoveVersionAsync(), ReviewFinding.Works, "Fine."))).IsSuccess.ShouldBeFalse();
        portal.Clock.Advance(TimeSpan.FromDays(95));
        PlanDesk.Done(await portal.SendAs(lead, new ReviewMoveCommand(offer.Id, await MoveVersionAsync(), ReviewFinding.Works, "Fine.")));
        PlanDesk.Done(await portal.SendAs(desk.User, new LeaveMoveCommand(offer.Id, await MoveVersionAsync(), "Left the organisation.")));
        (await desk.MoveAsync(plan, desk.Ada)).Stage.ShouldBe(MoveStage.Left);

        async Task StepAsync(MoveStep step) => PlanDesk.Done(await portal.SendAs(lead, new AdvanceMoveCommand(offer.Id, await MoveVersionAsync(), step, portal.Clock.Today())));

        Task<int> MoveVersionAsync() => portal.InDb(db => db.PlannedMoves.Where(m => m.Id == offer.Id).Select(m => m.Version).SingleAsync());
    }

    [Fact]
    public async Task A_role_that_somebody_declined_is_never_matched_to_them_again()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var (plan, employee) = await OfferedAsync(desk);
        var offer = (await portal.SendAs(employee, new GetMyOfferQuery())).Value.Offers.Single();
        var declined = (await desk.MoveAsync(plan, desk.Ada)).RoleId;
        PlanDesk.Done(await portal.SendAs(employee, new AnswerOfferCommand(offer.Id, offer.Version, OfferAnswer.Decline, "")));

        // Every seat of the other role is taken, and the one declined is free again.
        (await portal.SendAs(desk.User, new RematchMoveCommand(plan, await desk.VersionAsync(plan), offer.Id))).Error.ShouldBe(PlanErrors.NoSeat);
        await desk.SeatsAsync(declined == desk.Vetter ? desk.Steward : desk.Vetter, 2);
        PlanDesk.Done(await portal.SendAs(desk.User, new RematchMoveCommand(plan, await desk.VersionAsync(plan), offer.Id)));
        var move = await desk.MoveAsync(plan, desk.Ada);
        move.RoleId.ShouldNotBe(declined);
        move.Stage.ShouldBe(MoveStage.Proposed);
        (await portal.SendAs(employee, new GetMyOfferQuery())).Value.Offers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bad_answers_and_offers_are_told_at_their_field()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var plan = await desk.PublishedAsync();
        (await portal.SendAs(desk.User, new SendOffersCommand(plan, await desk.VersionAsync(plan), portal.Clock.Today(), "Asha Patel"))).Error!.Fields.Single().Field.ShouldBe("AnswerBy");
        (await portal.SendAs(desk.User, new SendOffersCommand(plan, await desk.VersionAsync(plan), portal.Clock.Today().AddDays(7), ""))).Error!.Fields.Single().Field.ShouldBe("Decider");
        PlanDesk.Done(await portal.SendAs(desk.User, new SendOffersCommand(plan, await desk.VersionAsync(plan), portal.Clock.Today().AddDays(7), "Asha Patel")));
        var employee = await portal.AddUserAsync(Role.Employee, person: desk.Ada.Id);
        var offer = (await portal.SendAs(employee, new GetMyOfferQuery())).Value.Offers.Single();

        (await portal.SendAs(employee, new AnswerOfferCommand(offer.Id, offer.Version, OfferAnswer.AskChange, " "))).Error!.Fields.Single().Field.ShouldBe("Words");
        (await portal.SendAs(employee, new AnswerOfferCommand(offer.Id, offer.Version, (OfferAnswer)9, ""))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
        (await portal.SendAs(employee, new AnswerOfferCommand(offer.Id, offer.Version + 1, OfferAnswer.Accept, ""))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        portal.Clock.Advance(TimeSpan.FromDays(8));
        (await portal.SendAs(employee, new AnswerOfferCommand(offer.Id, offer.Version, OfferAnswer.Accept, ""))).Error.ShouldBe(PlanErrors.DeadlinePassed);
    }

    [Fact]
    public async Task Only_the_person_answers_and_only_those_who_follow_take_steps()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var (plan, employee) = await OfferedAsync(desk);
        var offer = (await portal.SendAs(employee, new GetMyOfferQuery())).Value.Offers.Single();
        var somebody = await portal.AddUserAsync(Role.HumanResources, person: desk.Cleo.Id);
        (await portal.SendAs(somebody, new AnswerOfferCommand(offer.Id, offer.Version, OfferAnswer.Accept, ""))).Error.ShouldBe(PlanErrors.NoSuchMove);
        (await portal.SendAs(Role.Employee, new GetMyOfferQuery())).Error.ShouldBe(AccessErrors.NoPerson);
        (await portal.SendAs(Role.Employee, new AnswerOfferCommand(offer.Id, offer.Version, OfferAnswer.Accept, ""))).Error.ShouldBe(AccessErrors.NoPerson);
        PlanDesk.Done(await portal.SendAs(employee, new AnswerOfferCommand(offer.Id, offer.Version, OfferAnswer.Accept, "")));

        var version = (await desk.MoveAsync(plan, desk.Ada)).Version;
        var day = portal.Clock.Today();
        foreach (var role in Enum.GetValues<Role>().Except([Role.HumanResources, Role.TeamLead]))
        {
            (await portal.SendAs(role, new AdvanceMoveCommand(offer.Id, version, MoveStep.BeginTraining, day))).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new ReviewMoveCommand(offer.Id, version, ReviewFinding.Works, "x"))).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new GetTeamMovesQuery())).IsSuccess.ShouldBeFalse();
        }

        foreach (var role in Enum.GetValues<Role>().Except([Role.HumanResources]))
        {
            (await portal.SendAs(role, new LeaveMoveCommand(offer.Id, version, "x"))).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new SendOffersCommand(plan, await desk.VersionAsync(plan), day.AddDays(9), "x"))).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new RematchMoveCommand(plan, await desk.VersionAsync(plan), offer.Id))).IsSuccess.ShouldBeFalse();
        }

        // A lead of other units is told that there is no such move.
        (await portal.SendAs(Role.TeamLead, new AdvanceMoveCommand(offer.Id, version, MoveStep.BeginTraining, day), portal.Logistics)).Error.ShouldBe(PlanErrors.NoSuchMove);
        (await portal.SendAs(Role.TeamLead, new GetTeamMovesQuery(), portal.Logistics)).Value.Coming.ShouldBeEmpty();
        (await portal.SendAs(Role.HumanResources, new LeaveMoveCommand(offer.Id, version, "x"), portal.Logistics)).Error.ShouldBe(PlanErrors.NoSuchMove);
        (await portal.SendAs(Role.HumanResources, new RematchMoveCommand(plan, await desk.VersionAsync(plan), offer.Id), portal.Logistics)).Error.ShouldBe(PlanErrors.NotFound);
    }

    private static async Task<(PlanId Plan, Guid Employee)> OfferedAsync(PlanDesk desk)
    {
        var plan = await desk.PublishedAsync();
        PlanDesk.Done(await desk.Portal.SendAs(desk.User, new SendOffersCommand(plan, await desk.VersionAsync(plan), desk.Portal.Clock.Today().AddDays(14), "Asha Patel")));
        return (plan, await desk.Portal.AddUserAsync(Role.Employee, person: desk.Ada.Id));
    }
}
