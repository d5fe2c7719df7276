using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.CreatePlan;
using GovernancePortal.Web.Features.Plans.GetMove;
using GovernancePortal.Web.Features.Plans.GetPlan;
using GovernancePortal.Web.Features.Plans.ListMoves;
using GovernancePortal.Web.Features.Plans.ListPlans;
using GovernancePortal.Web.Features.Plans.SolvePlan;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Plans;

public sealed class MatchPlanTests
{
    private static readonly Role[] Others = [.. Enum.GetValues<Role>().Except([Role.HumanResources])];

    [Fact]
    public async Task A_plan_gives_the_people_of_a_case_the_seats_there_are_and_says_why()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var plan = await desk.PlanAsync();

        var read = await desk.ReadAsync(plan);
        read.Moves.Count.ShouldBe(3);
        read.Moves.Count(m => m.HasSeat).ShouldBe(2);
        // Ada knows most of code review; nobody fits as well, so she is not the one left out.
        var ada = read.Moves.Single(m => m.PersonId == desk.Ada.Id);
        ada.HasSeat.ShouldBeTrue();
        ada.SeatUnitId.ShouldBe(portal.Checkout.Id);
        ada.Explanation.Sentences[0].ShouldStartWith("The match proposes ");
        ada.Explanation.Gaps.Single().Have.ShouldBe(3);

        var page = (await portal.SendAs(desk.User, new GetPlanQuery(plan))).Value;
        page.WithSeat.ShouldBe(2);
        page.Flows.Sum(f => f.People).ShouldBe(3);
        var list = (await portal.SendAs(desk.User, new ListMovesQuery(plan, "ada", null, true, MoveOrder.Score, Descending: true, new Paging(1, 25)))).Value;
        list.Moves.Items.Single().Name.ShouldBe("Ada Adams");
        var plans = (await portal.SendAs(desk.User, new ListPlansQuery("new work", PlanState.Draft, PlanOrder.Name, Descending: false, new Paging(1, 25)))).Value;
        plans.Plans.Items.Single().WithSeat.ShouldBe(2);
    }

    [Fact]
    public async Task Human_resources_gives_a_role_or_keeps_from_it_and_the_match_follows()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var plan = await desk.PlanAsync();

        PlanDesk.Done(await portal.SendAs(desk.User, new SettlePairCommand(plan, await desk.VersionAsync(plan), desk.Cleo.Id, desk.Steward, PairKind.Pinned, "She kept the runbooks.")));
        var cleo = await desk.MoveAsync(plan, desk.Cleo);
        (cleo.RoleId, cleo.IsPinned).ShouldBe((desk.Steward, true));
        cleo.Explanation.Sentences[0].ShouldContain("She kept the runbooks.");

        PlanDesk.Done(await portal.SendAs(desk.User, new SettlePairCommand(plan, await desk.VersionAsync(plan), desk.Ada.Id, desk.Vetter, PairKind.Excluded, "She asked for other work.")));
        (await desk.MoveAsync(plan, desk.Ada)).HasSeat.ShouldBeFalse();

        PlanDesk.Done(await portal.SendAs(desk.User, new SettlePairCommand(plan, await desk.VersionAsync(plan), desk.Ada.Id, desk.Vetter, null, "")));
        (await desk.MoveAsync(plan, desk.Ada)).RoleId.ShouldBe(desk.Vetter);
    }

    [Fact]
    public async Task A_role_without_seats_a_second_pin_on_one_seat_and_a_role_somebody_does_not_want_are_refused()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var empty = await desk.AddRoleAsync("AI trainer", 0);
        var plan = await desk.PlanAsync();
        await portal.InDb(db =>
        {
            db.RolePreferences.Add(new RolePreference(desk.Ben.Id, desk.Vetter, null, portal.Clock.Today()));
            return db.SaveChangesAsync();
        });
        var version = await desk.VersionAsync(plan);

        (await portal.SendAs(desk.User, new SettlePairCommand(plan, version, desk.Ada.Id, empty, PairKind.Pinned, "Why not."))).Error.ShouldBe(PlanErrors.NoSeat);
        (await portal.SendAs(desk.User, new SettlePairCommand(plan, version, desk.Ben.Id, desk.Vetter, PairKind.Pinned, "Why not."))).Error!.Fields.Single().Field.ShouldBe("RoleId");
        (await portal.SendAs(desk.User, new SettlePairCommand(plan, version, desk.Ada.Id, default, PairKind.Pinned, "Why not."))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
        (await portal.SendAs(desk.User, new SettlePairCommand(plan, version, desk.Ada.Id, desk.Vetter, PairKind.Declined, "Why not."))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
        (await portal.SendAs(desk.User, new SettlePairCommand(plan, version, desk.Ada.Id, desk.Vetter, PairKind.Pinned, ""))).Error!.Fields.Single().Field.ShouldBe("Reason");
        PlanDesk.Done(await portal.SendAs(desk.User, new SettlePairCommand(plan, version, desk.Ada.Id, desk.Vetter, PairKind.Pinned, "First.")));
        (await portal.SendAs(desk.User, new SettlePairCommand(plan, await desk.VersionAsync(plan), desk.Cleo.Id, desk.Vetter, PairKind.Pinned, "Second."))).Error.ShouldBe(PlanErrors.NoSeat);
        (await portal.SendAs(desk.User, new SolvePlanCommand(plan, version))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await desk.MoveAsync(plan, desk.Ada)).RoleId.ShouldBe(desk.Vetter);
    }

    [Fact]
    public async Task Nobody_is_in_two_open_plans_and_a_case_has_one()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        await desk.PlanAsync();
        (await portal.SendAs(desk.User, new CreatePlanCommand(desk.Case, "Again", null))).Error!.Fields.Single().Field.ShouldBe("CaseId");
        (await portal.SendAs(desk.User, new GetPlanChoicesQuery())).Value.Cases.ShouldBeEmpty();

        // A position that stays may be marked anew elsewhere while the plan that moves the person is still open.
        await portal.InDb(async db =>
        {
            var one = await db.DisplacementCases.Include(c => c.Positions).SingleAsync();
            PlanDesk.Done(one.WithdrawPosition(desk.Ada.Id, "It stays.", portal.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var second = await desk.AddCaseAsync("Another", desk.Ada);
        (await portal.SendAs(desk.User, new CreatePlanCommand(second, "Another", null))).Error.ShouldBe(PlanErrors.InOtherPlan);
        (await portal.InDb(db => db.ReallocationPlans.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_seat_that_another_open_plan_has_is_not_given_twice()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        await desk.PlanAsync();
        var dan = await portal.AddPersonAsync("Dan Dale", portal.Checkout, p => p.SetPost(portal.Checkout.Id, null, Domain.Organisation.Level.Mid, "Engineer", isContractor: false, "Leeds"));
        var second = await portal.SendAs(desk.User, new CreatePlanCommand(await desk.AddCaseAsync("Another", dan), "Another", null));
        (await desk.MoveAsync(second.Value, dan)).HasSeat.ShouldBeFalse();
    }

    [Fact]
    public async Task What_would_change_it_is_worked_out_with_one_change_at_a_time()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var plan = await desk.PlanAsync();
        var without = (await desk.ReadAsync(plan)).Moves.Single(m => !m.HasSeat);

        var found = (await portal.SendAs(desk.User, new AskWhatIfQuery(plan, without.Id))).Value;
        found.ShouldContain(f => f.Change.StartsWith("One more seat of") && f.Matters && f.Then != "No seat");
        (await desk.MoveAsync(plan, new[] { desk.Ada, desk.Ben, desk.Cleo }.Single(p => p.Id == without.PersonId))).HasSeat.ShouldBeFalse();
    }

    [Fact]
    public async Task A_plan_that_is_not_published_is_not_there_for_anybody_but_human_resources_of_its_units()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = await PlanDesk.OpenAsync(portal);
        var plan = await desk.PlanAsync();
        var (version, move) = (await desk.VersionAsync(plan), (await desk.ReadAsync(plan)).Moves[0]);
        IRequest<Result>[] commands = [new SolvePlanCommand(plan, version), new SettlePairCommand(plan, version, desk.Ada.Id, desk.Vetter, PairKind.Pinned, "x")];
        foreach (var role in Others)
        {
            foreach (var command in commands) (await portal.SendAs(role, command)).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new GetPlanQuery(plan))).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new GetMoveQuery(plan, move.Id))).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new AskWhatIfQuery(plan, move.Id))).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new ListMovesQuery(plan, null, null, null, MoveOrder.Name, false, new Paging(1, 25)))).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new GetPlanChoicesQuery())).IsSuccess.ShouldBeFalse();
            (await portal.SendAs(role, new CreatePlanCommand(desk.Case, "x", null))).IsSuccess.ShouldBeFalse();
            var list = await portal.SendAs(role, new ListPlansQuery(null, null, PlanOrder.Created, true, new Paging(1, 25)));
            if (list.IsSuccess) list.Value.All.ShouldBe(0);
        }

        // Who may see plans at all is told the same of this one as of one that does not exist.
        foreach (var role in new[] { Role.Executive, Role.Auditor }) (await portal.SendAs(role, new GetPlanQuery(plan))).Error.ShouldBe(PlanErrors.NotFound);
        (await portal.SendAs(Role.HumanResources, new GetPlanQuery(plan), portal.Logistics)).Error.ShouldBe(PlanErrors.NotFound);
        (await portal.SendAs(Role.HumanResources, new SolvePlanCommand(plan, version), portal.Logistics)).Error.ShouldBe(PlanErrors.NotFound);
        (await portal.SendAs(Role.HumanResources, new GetMoveQuery(plan, move.Id), portal.Logistics)).Error.ShouldBe(PlanErrors.NoSuchMove);
        (await portal.SendAs(Role.HumanResources, new AskWhatIfQuery(plan, move.Id), portal.Logistics)).Error.ShouldBe(PlanErrors.NoSuchMove);
        (await portal.SendAs(Role.HumanResources, new CreatePlanCommand(desk.Case, "x", null), portal.Logistics)).Error!.Fields.Single().Field.ShouldBe("CaseId");

        // And the ledger, which others read, names neither unit, case nor anybody.
        var entries = await portal.InDb(db => db.LedgerEntries.Where(e => e.Kind.StartsWith("plan.")).Select(e => e.Subject + e.Payload).ToListAsync());
        entries.ShouldNotBeEmpty();
        foreach (var secret in new[] { desk.Ada.Id.Value, desk.Ben.Id.Value, desk.Cleo.Id.Value, desk.Case.Value, portal.Checkout.Id.Value }) entries.ShouldAllBe(e => !e.Contains(secret.ToString()));
    }
}
