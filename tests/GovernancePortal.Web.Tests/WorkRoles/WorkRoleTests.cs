using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.WorkRoles.AskSeats;
using GovernancePortal.Web.Features.WorkRoles.DecideRole;
using GovernancePortal.Web.Features.WorkRoles.EditRole;
using GovernancePortal.Web.Features.WorkRoles.GetRole;
using GovernancePortal.Web.Features.WorkRoles.ListRoles;
using GovernancePortal.Web.Features.WorkRoles.Reading;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using AiInvolvement = GovernancePortal.Domain.Changes.AiInvolvement;
using Criticality = GovernancePortal.Domain.Knowledge.Criticality;

namespace GovernancePortal.Web.Tests.WorkRoles;

public sealed class WorkRoleTests : IAsyncLifetime
{
    private static readonly Paging First = new(1, Paging.DefaultSize);

    private TestPortal _portal = null!;
    private Guid _hr;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _hr = await _portal.AddUserAsync(Role.HumanResources);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_role_is_stated_changed_published_and_retired_and_each_step_is_in_the_ledger()
    {
        var id = await DraftAsync("Vetter");
        var read = (await _portal.SendAs(_hr, new GetWorkRoleTermsQuery(id))).Value;
        read.Terms.Skills.Single().ShouldBe(new SkillNeed("AI code review", 3, 2, IsMandatory: true));

        (await _portal.SendAs(_hr, new ReviseWorkRoleCommand(id, read.Version, read.Terms with { PayProtectedMonths = 18 }))).IsSuccess.ShouldBeTrue();
        (await _portal.SendAs(_hr, new ReviseWorkRoleCommand(id, read.Version, read.Terms))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _portal.SendAs(_hr, new PublishWorkRoleCommand(id, read.Version))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _portal.SendAs(_hr, new PublishWorkRoleCommand(id, await VersionAsync(id)))).IsSuccess.ShouldBeTrue();
        (await _portal.SendAs(_hr, new PublishWorkRoleCommand(id, await VersionAsync(id)))).Error.ShouldBe(RoleErrors.PublishedAlready);
        (await _portal.SendAs(_hr, new RetireWorkRoleCommand(id, await VersionAsync(id), " "))).Error!.Fields.Single().Field.ShouldBe("Reason");
        (await _portal.SendAs(_hr, new RetireWorkRoleCommand(id, await VersionAsync(id), "Done by tools now"))).IsSuccess.ShouldBeTrue();

        var view = (await _portal.SendAs(_hr, new GetWorkRoleQuery(id))).Value;
        (view.State, view.RetireReason, view.Terms.PayProtectedMonths).ShouldBe((RoleState.Retired, "Done by tools now", 18));
        (await _portal.SendAs(_hr, new AskSeatsCommand(id, _portal.Checkout.Id, 1, "x"))).Error.ShouldBe(RoleErrors.Retired);
        (await KindsAsync()).ShouldBe(["workRole.drafted", "workRole.revised", "workRole.published", "workRole.retired"]);
    }

    [Fact]
    public async Task A_title_is_one_role_only_and_what_is_wrong_is_told_by_field()
    {
        await DraftAsync("Vetter");

        (await _portal.SendAs(_hr, new DraftWorkRoleCommand(Terms("Vetter")))).Error!.Fields.Single().Field.ShouldBe(nameof(RoleTerms.Title));
        var other = await DraftAsync("Steward");
        (await _portal.SendAs(_hr, new ReviseWorkRoleCommand(other, await VersionAsync(other), Terms("Vetter")))).Error!.Fields.Single().Field.ShouldBe(nameof(RoleTerms.Title));
        (await _portal.SendAs(_hr, new DraftWorkRoleCommand(Terms("") with { MinKnowledge = 2 }))).Error!.Fields.Select(f => f.Field).ShouldBe([nameof(RoleTerms.Title), nameof(RoleTerms.MinKnowledge)]);
    }

    [Fact]
    public async Task Human_Resources_alone_keeps_work_roles_and_within_its_units()
    {
        var id = await DraftAsync("Vetter");
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.HumanResources))
        {
            (await _portal.SendAs(role, new ListWorkRolesQuery(null, null, WorkRoleOrder.Title, false, First))).Error.ShouldBe(AccessErrors.NoRole);
            (await _portal.SendAs(role, new GetWorkRoleQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
            (await _portal.SendAs(role, new GetWorkRoleTermsQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
            (await _portal.SendAs(role, new DraftWorkRoleCommand(Terms("Other")))).Error.ShouldBe(AccessErrors.NoRole);
            (await _portal.SendAs(role, new ReviseWorkRoleCommand(id, 1, Terms("Other")))).Error.ShouldBe(AccessErrors.NoRole);
            (await _portal.SendAs(role, new PublishWorkRoleCommand(id, 1))).Error.ShouldBe(AccessErrors.NoRole);
            (await _portal.SendAs(role, new RetireWorkRoleCommand(id, 1, "x"))).Error.ShouldBe(AccessErrors.NoRole);
            (await _portal.SendAs(role, new FindSeatUnitsQuery("c"))).Error.ShouldBe(AccessErrors.NoRole);
            (await _portal.SendAs(role, new GetSeatGroundQuery(id, _portal.Checkout.Id))).Error.ShouldBe(AccessErrors.NoRole);
            (await _portal.SendAs(role, new AskSeatsCommand(id, _portal.Checkout.Id, 1, "x"))).Error.ShouldBe(AccessErrors.NoRole);
        }

        var local = await _portal.AddUserAsync(Role.HumanResources, _portal.Logistics);
        (await _portal.SendAs(local, new AskSeatsCommand(id, _portal.Checkout.Id, 1, "x"))).IsSuccess.ShouldBeFalse();
        (await _portal.SendAs(local, new GetSeatGroundQuery(id, _portal.Checkout.Id))).IsSuccess.ShouldBeFalse();
        (await _portal.SendAs(local, new FindSeatUnitsQuery(""))).Value.Single().Id.ShouldBe(_portal.Logistics.Id.Value);
        (await _portal.SendAs(_hr, new AskSeatsCommand(id, _portal.Checkout.Id, 2, "Two are asked for"))).IsSuccess.ShouldBeTrue();
        (await _portal.SendAs(local, new GetWorkRoleQuery(id))).Value.Seats.ShouldBeEmpty();
        (await _portal.SendAs(local, new ListWorkRolesQuery(null, null, WorkRoleOrder.Title, false, First))).Value.Roles.Items.Single().Asked.ShouldBe(0);
        (await KindsAsync()).ShouldBe(["workRole.drafted", "workRole.seatsAsked"]);
    }

    [Fact]
    public async Task What_does_not_exist_and_what_cannot_be_asked_is_refused()
    {
        var nothing = RoleProfileId.New();
        (await _portal.SendAs(_hr, new GetWorkRoleQuery(nothing))).Error.ShouldBe(RoleErrors.NotFound);
        (await _portal.SendAs(_hr, new GetWorkRoleTermsQuery(nothing))).Error.ShouldBe(RoleErrors.NotFound);
        (await _portal.SendAs(_hr, new ReviseWorkRoleCommand(nothing, 1, Terms("A")))).Error.ShouldBe(RoleErrors.NotFound);
        (await _portal.SendAs(_hr, new PublishWorkRoleCommand(nothing, 1))).Error.ShouldBe(RoleErrors.NotFound);
        (await _portal.SendAs(_hr, new GetSeatGroundQuery(nothing, _portal.Checkout.Id))).Error.ShouldBe(RoleErrors.NotFound);
        (await _portal.SendAs(_hr, new AskSeatsCommand(nothing, _portal.Checkout.Id, 1, "x"))).Error.ShouldBe(RoleErrors.NotFound);

        var trainer = await DraftAsync("Trainer", WorkKind.AiTrainer);
        // The portal has no figure for trainers, so somebody has to say why.
        (await _portal.SendAs(_hr, new AskSeatsCommand(trainer, _portal.Checkout.Id, -1, " "))).Error!.Fields.Select(f => f.Field).ShouldBe(["Seats", "Argument"]);
        (await _portal.SendAs(_hr, new ListWorkRolesQuery(new string('x', 200), null, WorkRoleOrder.Title, false, First))).Error!.Fields.ShouldNotBeEmpty();
        (await _portal.SendAs(_hr, new FindSeatUnitsQuery(new string('x', 900)))).Error!.Fields.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_list_is_searched_filtered_and_sorted()
    {
        var vetter = await DraftAsync("Vetter");
        await DraftAsync("Steward", WorkKind.KnowledgeSteward);
        await _portal.SendAs(_hr, new PublishWorkRoleCommand(vetter, await VersionAsync(vetter)));

        (await ListAsync(null, null)).ShouldSatisfyAllConditions(l => l.Roles.Items.Select(r => r.Title).ShouldBe(["Steward", "Vetter"]), l => (l.All, l.Published, l.Unargued).ShouldBe((2, 1, 1)));
        (await ListAsync("vet", null)).Roles.Items.Single().Id.ShouldBe(vetter);
        (await ListAsync(null, RoleState.Draft)).Roles.Items.Single().Title.ShouldBe("Steward");
        await _portal.SendAs(_hr, new AskSeatsCommand(vetter, _portal.Payments.Id, 3, "x"));
        (await ListAsync(null, RoleState.Published)).ShouldSatisfyAllConditions(l => l.Roles.Items.Single().Asked.ShouldBe(3), l => l.Unargued.ShouldBe(0));

        async Task<WorkRoleList> ListAsync(string? search, RoleState? state) => (await _portal.SendAs(_hr, new ListWorkRolesQuery(search, state, WorkRoleOrder.Title, false, First))).Value;
    }

    [Fact]
    public async Task Seats_of_vetters_are_argued_for_with_what_reviewers_cannot_sign_off()
    {
        var id = await DraftAsync("Vetter");
        (await GroundAsync(id, _portal.Checkout)).Seats.ShouldBeNull();

        var at = _portal.Clock.GetUtcNow().AddDays(-1);
        await SaveAsync([.. Enumerable.Range(1, 84).Select(i =>
        {
            var change = new ProposedChange(ChangeId.New(), new("larkfield/pay", i, $"abc{i}", at) { Author = "x", Involvement = AiInvolvement.Declared, Systems = ["payments"] }, at);
            change.Place(new(null, Level.Junior, null, null, _portal.Payments.Id, RiskTier.Limited, ["payments"], []));
            ProposedChange.SettleCurrent([change]);
            return change;
        })]);

        var ground = await GroundAsync(id, _portal.Checkout);
        ground.Seats.ShouldBe(2);
        ground.Words.ShouldBe("Needed: 84 sign-offs in 4 weeks ÷ 4 = 21 a week. Now: no reviewer = 0 a week. 21 are missing ÷ 20 for one person = 2 seats, rounded up.");
        (await _portal.SendAs(_hr, new AskSeatsCommand(id, _portal.Checkout.Id, 2, "As the figures say"))).IsSuccess.ShouldBeTrue();
        (await _portal.SendAs(_hr, new GetWorkRoleQuery(id))).Value.Seats.Single().ShouldSatisfyAllConditions(s => (s.Asked, s.Approved, s.Argument).ShouldBe((2, null, ground.Words + " As the figures say")));
        // Who reads the ledger need not know of what the reason speaks.
        var payload = await _portal.InDb(db => db.LedgerEntries.Where(e => e.Kind == "workRole.seatsAsked").Select(e => e.Payload).SingleAsync());
        payload.ShouldContain("84 sign-offs");
        payload.ShouldNotContain("As the figures say");
    }

    [Fact]
    public async Task Stewards_and_guardrail_engineers_are_argued_for_with_pages_and_agents()
    {
        var (steward, engineer) = (await DraftAsync("Steward", WorkKind.KnowledgeSteward), await DraftAsync("Engineer", WorkKind.GuardrailEngineer));
        (await GroundAsync(steward, _portal.Checkout)).Words.ShouldBe("No critical page is placed in this unit.");
        (await GroundAsync(engineer, _portal.Checkout)).Words.ShouldBe("No tool or agent is approved for this unit.");
        (await GroundAsync(await DraftAsync("Trainer", WorkKind.AiTrainer), _portal.Checkout)).Words.ShouldBeEmpty();

        var today = _portal.Clock.GetUtcNow().UtcDay();
        var (owner, now) = (await _portal.AddPersonAsync("Ada Fen"), _portal.Clock.GetUtcNow());
        var fresh = KnowledgePage.Register("wiki", "/fresh", new("Fresh", _portal.Payments.Id, owner.Id, Criticality: Criticality.High, Interval: new(6, IntervalUnit.Month)), now).Value;
        fresh.Verify(null, owner.Id, today);
        var stale = KnowledgePage.Register("wiki", "/stale", new("Stale", _portal.Payments.Id, owner.Id, Criticality: Criticality.High), now).Value;
        var elsewhere = KnowledgePage.Register("wiki", "/else", new("Else", _portal.Logistics.Id, owner.Id, Criticality: Criticality.High), now).Value;
        var agent = new AiTool(AiToolId.New(), new() { Name = "Deploy", Autonomy = Autonomy.ActsAlone, ProductionAccess = true, Units = [_portal.Root.Id], ApprovedFrom = today, ReviewDue = today.AddDays(90) }, now);
        await SaveAsync(fresh, stale, elsewhere, agent);

        (await GroundAsync(steward, _portal.Checkout)).ShouldBe(new SeatGround("1 of 2 critical pages needs somebody to look at it: 50%.", null));
        (await GroundAsync(engineer, _portal.Checkout)).Words.ShouldBe("1 of 1 tool or agent approved here changes production with no gate that somebody holds.");
    }

    [Fact]
    public void What_was_typed_is_read_back_as_it_was_written_and_a_wrong_line_is_named()
    {
        var faults = new List<FieldError>();
        var terms = Terms("Vetter") with { Knowledge = new Dictionary<string, double>(StringComparer.Ordinal) { ["payments"] = 2 }, MinKnowledge = .25, Locations = ["Leeds"] };
        RoleTyped.Of(terms).Read(faults).ShouldSatisfyAllConditions(t => t.Skills.ShouldBe(terms.Skills), t => t.Knowledge["payments"].ShouldBe(2), t => (t.MinKnowledge, t.Locations.Single(), t.Level).ShouldBe((.25, "Leeds", Level.Senior)));
        faults.ShouldBeEmpty();

        new RoleTyped { Skills = "AI code review\nTesting; 3; 1; perhaps", Knowledge = "payments; much\npayments", MaxTrainingMonths = "" }.Read(faults);
        faults.Select(f => f.Field).ShouldBe([nameof(RoleTerms.Skills), nameof(RoleTerms.Skills), nameof(RoleTerms.Knowledge), nameof(RoleTerms.Knowledge), nameof(RoleTerms.MaxTrainingMonths)]);
        faults[0].Message.ShouldContain("AI code review");
    }

    private static RoleTerms Terms(string title, WorkKind kind = WorkKind.AiChangeVetter) => new(title, kind, Level.Senior) { Skills = [new("AI code review", 3, 2, IsMandatory: true)] };

    private async Task<RoleProfileId> DraftAsync(string title, WorkKind kind = WorkKind.AiChangeVetter) => (await _portal.SendAs(_hr, new DraftWorkRoleCommand(Terms(title, kind)))).Value;

    private async Task<SeatGround> GroundAsync(RoleProfileId role, Unit unit) => (await _portal.SendAs(_hr, new GetSeatGroundQuery(role, unit.Id))).Value;

    private Task<int> VersionAsync(RoleProfileId id) => _portal.InDb(db => db.RoleProfiles.Where(r => r.Id == id).Select(r => r.Version).SingleAsync());

    private Task<List<string>> KindsAsync() => _portal.InDb(db => db.LedgerEntries.OrderBy(e => e.Sequence).Where(e => e.Kind.StartsWith("workRole.")).Select(e => e.Kind).ToListAsync());

    private Task SaveAsync(params object[] rows) => _portal.InDb(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });
}
