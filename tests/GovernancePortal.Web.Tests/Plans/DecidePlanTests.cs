using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.CheckPlan;
using GovernancePortal.Web.Features.Plans.DecidePlan;
using GovernancePortal.Web.Features.Plans.GetMove;
using GovernancePortal.Web.Features.Plans.GetPlan;
using GovernancePortal.Web.Features.Plans.ListMoves;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Plans;

public sealed class DecidePlanTests
{
    [Fact]
    public async Task A_plan_goes_from_its_checks_to_an_executive_and_is_published()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var plan = await desk.CheckedAsync();

        var seen = (await portal.SendAs(desk.Executive, new GetPlanQuery(plan))).Value;
        (seen.MayDecide, seen.MaySeePeople, seen.Plan.State).ShouldBe((true, false, PlanState.Checked));
        seen.Plan.Checks.Single(c => c.Subject == CheckSubject.Seats).Sentence.ShouldBe("One of 3 people has no seat.");
        (await portal.SendAs(desk.Executive, new ListMovesQuery(plan, null, null, null, MoveOrder.Name, false, new Paging(1, 25)))).IsSuccess.ShouldBeFalse();
        (await portal.SendAs(Role.Auditor, new GetPlanQuery(plan))).Error.ShouldBe(PlanErrors.NotFound);

        PlanDesk.Done(await portal.SendAs(desk.Executive, new ApprovePlanCommand(plan, await desk.VersionAsync(plan))));
        (await desk.ReadAsync(plan)).Forecast!.Moves.ShouldBe(2);
        PlanDesk.Done(await portal.SendAs(desk.User, new PublishPlanCommand(plan, await desk.VersionAsync(plan))));

        var auditor = await portal.AddUserAsync(Role.Auditor);
        (await portal.SendAs(auditor, new GetPlanQuery(plan))).Value.MaySeePeople.ShouldBeTrue();
        (await portal.SendAs(auditor, new GetMoveQuery(plan, (await desk.ReadAsync(plan)).Moves[0].Id))).Value.MayEdit.ShouldBeFalse();
        (await portal.SendAs(auditor, new ListMovesQuery(plan, null, null, null, MoveOrder.Stage, true, new Paging(1, 25)))).Value.All.ShouldBe(3);
    }

    [Fact]
    public async Task A_plan_whose_data_changed_since_its_check_is_not_approved_and_shows_the_difference()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var plan = await desk.CheckedAsync();
        await desk.SeatsAsync(desk.Vetter, 4);

        (await portal.SendAs(desk.Executive, new ApprovePlanCommand(plan, await desk.VersionAsync(plan)))).Error.ShouldBe(PlanErrors.ChangedSinceCheck);

        var read = (await portal.SendAs(desk.User, new GetPlanQuery(plan))).Value;
        read.Plan.State.ShouldBe(PlanState.Draft);
        read.Difference.ShouldContain(new PlanChange("Free seats of AI change vetter in Checkout", "1", "4"));
        (await portal.SendAs(desk.Executive, new GetPlanQuery(plan))).Value.Difference.Count.ShouldBe(read.Difference.Count, "whoever was asked to decide sees why not");
    }

    [Fact]
    public async Task Whoever_reads_a_plan_reads_its_case_and_is_written_down()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var plan = await desk.CheckedAsync();

        (await portal.SendAs(desk.Executive, new GetPlanQuery(plan))).Error.ShouldBeNull();
        (await portal.SendAs(desk.User, new ListMovesQuery(plan, null, null, null, MoveOrder.Name, false, new Paging(1, 25)))).Error.ShouldBeNull();
        (await portal.SendAs(desk.User, new GetMoveQuery(plan, (await desk.ReadAsync(plan)).Moves[0].Id))).Error.ShouldBeNull();
        (await portal.SendAs(Role.Auditor, new GetPlanQuery(plan))).Error.ShouldBe(PlanErrors.NotFound);

        var readers = await portal.InDb(db => db.CaseReaders.AsNoTracking().Where(r => r.CaseId == desk.Case).ToDictionaryAsync(r => r.UserId, r => r.Times));
        readers.Keys.ShouldBe([desk.Executive, desk.User], ignoreOrder: true);
        readers[desk.User].ShouldBe(2);
    }

    [Fact]
    public async Task Skills_that_changed_are_told_with_the_name_of_the_person()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var plan = await desk.CheckedAsync();
        await portal.InDb(async db =>
        {
            PlanDesk.Done((await db.SkillLevels.SingleAsync(l => l.PersonId == desk.Ben.Id)).State(4, portal.Clock.Today()));
            return await db.SaveChangesAsync();
        });

        (await portal.SendAs(desk.Executive, new ApprovePlanCommand(plan, await desk.VersionAsync(plan)))).IsSuccess.ShouldBeFalse();
        (await portal.SendAs(desk.User, new GetPlanQuery(plan))).Value.Difference.ShouldContain(new PlanChange("Skills of Ben Brook", "code review 2", "code review 4"));
    }

    [Fact]
    public async Task A_check_that_fails_stops_the_plan()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var plan = await desk.PlanAsync();
        await desk.SeatsAsync(desk.Vetter, 0);

        PlanDesk.Done(await portal.SendAs(desk.User, new CheckPlanCommand(plan, await desk.VersionAsync(plan))));
        var read = await desk.ReadAsync(plan);
        read.State.ShouldBe(PlanState.Draft);
        read.Checks.Single(c => c.Subject == CheckSubject.Seats).Outcome.ShouldBe(CheckOutcome.Fails);
        (await portal.SendAs(desk.Executive, new ApprovePlanCommand(plan, await desk.VersionAsync(plan)))).Error.ShouldBe(PlanErrors.NotFound);
    }

    [Fact]
    public async Task A_critical_system_that_would_be_left_with_too_few_stops_the_plan()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        await portal.InDb(async db =>
        {
            (await db.People.Include(p => p.Systems).SingleAsync(p => p.Id == desk.Ada.Id)).SetSystems(["payments-core"]);
            (await db.People.Include(p => p.Systems).SingleAsync(p => p.Id == desk.Ben.Id)).SetSystems(["payments-core"]);
            db.CodeSystems.Add(new CodeSystem("payments-core", portal.Checkout.Id, Criticality.High, null));
            return await db.SaveChangesAsync();
        });
        var plan = await desk.PlanAsync();

        PlanDesk.Done(await portal.SendAs(desk.User, new CheckPlanCommand(plan, await desk.VersionAsync(plan))));
        var read = await desk.ReadAsync(plan);
        read.State.ShouldBe(PlanState.Draft);
        read.Checks.Single(c => c.Subject == CheckSubject.Exposure).ShouldSatisfyAllConditions(c => c.Outcome.ShouldBe(CheckOutcome.Fails), c => c.Sentence.ShouldContain("payments-core"));
    }

    [Fact]
    public async Task Whoever_made_a_plan_does_not_decide_on_it()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        await portal.InDb(db =>
        {
            db.RoleAssignments.Add(new RoleAssignment(desk.User, Role.Executive, portal.Root.Id, portal.Clock.GetUtcNow()));
            return db.SaveChangesAsync();
        });
        var plan = await desk.CheckedAsync();

        (await portal.SendAs(desk.User, new ApprovePlanCommand(plan, await desk.VersionAsync(plan)))).Error.ShouldBe(PlanErrors.AuthorApproves);
        (await portal.SendAs(desk.User, new RejectPlanCommand(plan, await desk.VersionAsync(plan), "No."))).Error.ShouldBe(PlanErrors.AuthorApproves);
        (await portal.SendAs(desk.Executive, new RejectPlanCommand(plan, await desk.VersionAsync(plan), ""))).Error!.Fields.Single().Field.ShouldBe("Reason");
        PlanDesk.Done(await portal.SendAs(desk.Executive, new RejectPlanCommand(plan, await desk.VersionAsync(plan), "Too soon.")));
        // The people are free for another plan.
        (await desk.ReadAsync(plan)).Moves.ShouldAllBe(m => m.OpenPersonId == null);
        (await desk.PlanAsync()).ShouldNotBe(plan);
    }

    [Fact]
    public async Task A_plan_is_not_published_before_its_case()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var plan = await desk.CheckedAsync();
        PlanDesk.Done(await portal.SendAs(desk.Executive, new ApprovePlanCommand(plan, await desk.VersionAsync(plan))));
        await portal.InDb(db => db.DisplacementCases.ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CaseState.Draft)));

        (await portal.SendAs(desk.User, new PublishPlanCommand(plan, await desk.VersionAsync(plan)))).Error!.Code.ShouldBe("plan.case");
        PlanDesk.Done(await portal.SendAs(desk.User, new EndPlanCommand(plan, await desk.VersionAsync(plan), "Given up.")));
        (await desk.ReadAsync(plan)).State.ShouldBe(PlanState.Withdrawn);
    }

    [Fact]
    public async Task Others_neither_check_nor_decide_nor_publish()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var plan = await desk.CheckedAsync();
        var version = await desk.VersionAsync(plan);
        foreach (var role in Enum.GetValues<Role>().Except([Role.HumanResources]))
        {
            (await portal.SendAs(role, new CheckPlanCommand(plan, version))).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new PublishPlanCommand(plan, version))).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new EndPlanCommand(plan, version, "x"))).IsSuccess.ShouldBeFalse();
        }

        foreach (var role in Enum.GetValues<Role>().Except([Role.Executive]))
        {
            (await portal.SendAs(role, new ApprovePlanCommand(plan, version))).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new RejectPlanCommand(plan, version, "x"))).IsSuccess.ShouldBeFalse();
        }

        (await portal.SendAs(Role.Executive, new ApprovePlanCommand(plan, version), portal.Logistics)).Error.ShouldBe(PlanErrors.NotFound);
        (await portal.SendAs(Role.HumanResources, new CheckPlanCommand(plan, version), portal.Logistics)).Error.ShouldBe(PlanErrors.NotFound);
        (await desk.ReadAsync(plan)).State.ShouldBe(PlanState.Checked);
    }
}
