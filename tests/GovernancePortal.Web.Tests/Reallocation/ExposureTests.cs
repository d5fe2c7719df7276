using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Reallocation.Exposure;
using GovernancePortal.Web.Tests.Platform;
using AiInvolvement = GovernancePortal.Domain.Changes.AiInvolvement;
using PageCriticality = GovernancePortal.Domain.Knowledge.Criticality;
using SystemCriticality = GovernancePortal.Domain.Changes.Criticality;

namespace GovernancePortal.Web.Tests.Reallocation;

public sealed class ExposureTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private Person _ada = null!;
    private Person _bo = null!;
    private Person _gone = null!;

    private DateOnly Today => _portal.Clock.Today();

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _ada = await _portal.AddPersonAsync("Ada Fen", change: p => p.SetSystems(["Payments", "billing"]));
        _bo = await _portal.AddPersonAsync("Bo Moor", change: p => p.SetPost(p.UnitId, null, Level.Senior, "Engineer", isContractor: false, ""));
        _gone = await _portal.AddPersonAsync("Cy Dale", change: p =>
        {
            p.SetSystems(["payments", "billing"]);
            p.SetEmployment(null, Today, null);
        });
        await SaveAsync(new CodeSystem("payments", _portal.Payments.Id, SystemCriticality.High, null));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Who_left_holds_nothing_and_a_name_is_the_same_however_it_is_written()
    {
        var exposure = await ReadAsync(_ada);

        exposure.Systems.Select(s => (s.Name, s.Weight, s.Before, s.Staying, s.Standing)).ShouldBe(
        [
            ("payments", SystemWeight.Critical, 1, 0, ExposureStanding.Stops),
            ("billing", SystemWeight.Unknown, 1, 0, ExposureStanding.Watch),
        ]);
    }

    [Fact]
    public async Task Sign_offs_and_incidents_show_who_knows_a_system_as_well()
    {
        var cy = await _portal.AddPersonAsync("Di Heath");
        await AddChangeAsync(1, signedBy: _bo.Id);
        var incident = Incident.Report("INC-1", new("Charges failed", 2, _portal.Payments.Id, _portal.Clock.GetUtcNow().AddDays(-3), Systems: "payments, ledger"), cy.Id, _portal.Clock.GetUtcNow()).Value;
        var action = incident.Place("Alarm on refusals", cy.Id, Today, _portal.Clock.GetUtcNow()).Value;
        incident.Complete(action.Id, cy.Id, _portal.Clock.GetUtcNow());
        await SaveAsync(incident);

        (await ReadAsync(_ada)).Systems.Single(s => s.Name == "payments").ShouldSatisfyAllConditions(s => s.Before.ShouldBe(3), s => s.Staying.ShouldBe(2), s => s.Standing.ShouldBe(ExposureStanding.Holds));
        var theirs = await ReadAsync(_ada, cy);
        theirs.IncidentActions.ShouldBe(1);
        theirs.Systems.Single(s => s.Name == "payments").ShouldSatisfyAllConditions(
            s => s.Standing.ShouldBe(ExposureStanding.Stops),
            s => s.Going[_ada.Id].ShouldBe(HoldsBy.Roster),
            s => s.Going[cy.Id].ShouldBe(HoldsBy.Incident));
        theirs.Systems.ShouldContain(s => s.Name == "ledger" && s.Weight == SystemWeight.Unknown);
    }

    [Fact]
    public async Task What_was_signed_off_long_ago_tells_nothing()
    {
        await AddChangeAsync(1, signedBy: _bo.Id, daysAgo: ExposureReader.Days + 1);

        (await ReadAsync(_ada)).Systems[0].Staying.ShouldBe(0);
    }

    [Fact]
    public async Task A_handover_lifts_the_stop_only_when_the_receiver_has_confirmed_it()
    {
        var now = _portal.Clock.GetUtcNow();
        var handover = Handover.Agree(null, HandoverKind.System, "Payments", _ada.Id, _bo.Id, Today.AddDays(10), now).Value;
        await SaveAsync(handover);
        (await ReadAsync(_ada)).Stops.ShouldBeTrue();

        await _portal.InDb(async db =>
        {
            (await db.Handovers.FindAsync(handover.Id))!.Complete(_bo.Id, "I can do it alone.", now).IsSuccess.ShouldBeTrue();
            return await db.SaveChangesAsync();
        });
        (await ReadAsync(_ada)).Stops.ShouldBeFalse();
        // A receiver who goes as well holds nothing afterwards.
        (await ReadAsync(_ada, _bo)).Stops.ShouldBeTrue();
    }

    [Fact]
    public async Task Pages_are_alone_without_a_deputy_who_stays_or_a_handover()
    {
        var now = _portal.Clock.GetUtcNow();
        var (alone, shared, left) = (Page("alone", PageCriticality.High), Page("shared", deputy: _bo.Id), Page("left", deputy: _gone.Id));
        var (passed, withdrawn) = (Page("passed"), Page("withdrawn"));
        withdrawn.Withdraw("Replaced", now);
        var handover = Handover.Agree(null, HandoverKind.Page, "Runbook", _ada.Id, _bo.Id, Today, now, passed.Id).Value;
        handover.Complete(_bo.Id, "", now);
        var verified = KnowledgePage.Register("wiki", "/verified", new("Verified", Owner: _bo.Id, Interval: new(6, IntervalUnit.Month)), now).Value;
        verified.Verify(null, _ada.Id, Today);
        await SaveAsync(alone, shared, left, passed, withdrawn, handover, verified);

        var exposure = await ReadAsync(_ada);
        exposure.Pages.Select(p => (p.Title, p.IsCritical)).ShouldBe([("alone", true), ("left", false)]);
        (exposure.PagesOwned, exposure.PagesVerified).ShouldBe((4, 1));
        (await ReadAsync(_ada, _bo)).Pages.Select(p => p.Title).ShouldBe(["alone", "left", "passed", "shared", "Verified"], ignoreOrder: true);
    }

    [Fact]
    public async Task Agents_and_the_right_to_sign_off_are_told()
    {
        await _portal.AddUserAsync(Role.Reviewer, person: _ada.Id);
        await SaveAsync(Agent("Refactor", _ada.Id, _bo.Id), Agent("Migrate", _ada.Id, deputy: null), Agent("Deploy", _bo.Id, deputy: null, gate: _ada.Id));

        var exposure = await ReadAsync(_ada);
        exposure.Reviewers.ShouldBe(1);
        exposure.Agents.Select(a => (a.Name, a.IsGateOnly)).ShouldBe([("Deploy", true), ("Migrate", false)]);
        (await ReadAsync(_ada, _bo)).Agents.Select(a => a.Name).ShouldBe(["Deploy", "Migrate", "Refactor"]);
    }

    [Fact]
    public async Task Of_nobody_and_of_somebody_unknown_nothing_is_told()
    {
        (await ReadAsync()).Systems.ShouldBeEmpty();
        (await _portal.InDb(db => ExposureReader.ReadAsync(db, [PersonId.New()], Today, CancellationToken.None))).ShouldSatisfyAllConditions(e => e.Systems.ShouldBeEmpty(), e => e.Pages.ShouldBeEmpty());
    }

    [Fact]
    public async Task Capacity_holds_the_sign_offs_asked_for_against_the_reviewers_who_stay()
    {
        await _portal.AddUserAsync(Role.Reviewer, person: _bo.Id);
        // Too junior to sign off, of another unit, and gone: none of them counts.
        await _portal.AddUserAsync(Role.Reviewer, person: _ada.Id);
        var elsewhere = await _portal.AddPersonAsync("Eve Brook", _portal.Logistics, p => p.SetPost(p.UnitId, null, Level.Principal, "", isContractor: false, ""));
        await _portal.AddUserAsync(Role.Reviewer, person: elsewhere.Id);
        await _portal.AddUserAsync(Role.Reviewer, person: _gone.Id);
        for (var i = 1; i <= 8; i++) await AddChangeAsync(i);
        await AddChangeAsync(9, tier: RiskTier.High);
        // Without AI, of a senior, and of five weeks ago: none of them asks.
        await AddChangeAsync(10, involvement: AiInvolvement.None);
        await AddChangeAsync(11, author: Level.Senior);
        await AddChangeAsync(12, daysAgo: 35);

        var now = await CapacityAsync();
        (now.SignOffs, now.Needed, now.Now, now.Standing).ShouldBe((10, 2.5, 20, CapacityStanding.Holds));
        (await CapacityAsync(_bo)).ShouldSatisfyAllConditions(c => c.Afterwards.ShouldBe(0), c => c.Standing.ShouldBe(CapacityStanding.TooFew));

        await SaveAsync(new SignOffPolicy(_portal.Checkout.Id, RiskTier.Limited, SignOffTerms.Default(RiskTier.Limited) with { Approvals = 2, MostPerWeek = 4 }, _portal.Clock.GetUtcNow()));
        (await CapacityAsync()).ShouldSatisfyAllConditions(c => c.SignOffs.ShouldBe(18), c => c.Now.ShouldBe(4), c => c.Standing.ShouldBe(CapacityStanding.TooFew));
        (await _portal.InDb(db => VettingCapacityReader.ReadAsync(db, _portal.Logistics.Id, [], Today, CancellationToken.None))).Standing.ShouldBe(CapacityStanding.NoData);
    }

    private Task<KnowledgeExposure> ReadAsync(params Person[] going) => _portal.InDb(db => ExposureReader.ReadAsync(db, [.. going.Select(p => p.Id)], Today, CancellationToken.None));

    private Task<VettingCapacity> CapacityAsync(params Person[] going) => _portal.InDb(db => VettingCapacityReader.ReadAsync(db, _portal.Checkout.Id, [.. going.Select(p => p.Id)], Today, CancellationToken.None));

    private KnowledgePage Page(string title, PageCriticality criticality = PageCriticality.Normal, PersonId? deputy = null) =>
        KnowledgePage.Register("wiki", $"/{title}", new(title, Owner: _ada.Id, Deputy: deputy, Criticality: criticality), _portal.Clock.GetUtcNow()).Value;

    private AiTool Agent(string name, PersonId owner, PersonId? deputy, PersonId? gate = null) =>
        new(AiToolId.New(), new() { Name = name, Owner = owner, Deputy = deputy, GateHolder = gate, ApprovedFrom = Today, ReviewDue = Today.AddDays(90) }, _portal.Clock.GetUtcNow());

    private async Task AddChangeAsync(int number, PersonId? signedBy = null, int daysAgo = 2, RiskTier tier = RiskTier.Limited, AiInvolvement involvement = AiInvolvement.Declared, Level author = Level.Junior)
    {
        var at = _portal.Clock.GetUtcNow().AddDays(-daysAgo);
        var change = new ProposedChange(ChangeId.New(), new("larkfield/payments", number, $"abc{number}", at) { Author = "x", Involvement = involvement, Systems = ["payments"] }, at);
        change.Place(new(_ada.Id, author, null, null, _portal.Payments.Id, tier, ["payments"], []));
        List<object> rows = [change];
        if (signedBy is { } by) rows.Add(change.Approve(new(by, Level.Senior, IsHere: true, IsAsked: true, IsTrained: true, null, 0), SignOffTerms.Default(tier), [], "", at).Value);
        ProposedChange.SettleCurrent([change]);
        await SaveAsync([.. rows]);
    }

    private Task SaveAsync(params object[] rows) => _portal.InDb(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });
}
