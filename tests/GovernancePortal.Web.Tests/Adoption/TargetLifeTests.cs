using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.AcceptTarget;
using GovernancePortal.Web.Features.Adoption.AcknowledgePause;
using GovernancePortal.Web.Features.Adoption.ApproveTarget;
using GovernancePortal.Web.Features.Adoption.GetTarget;
using GovernancePortal.Web.Features.Adoption.ListTargets;
using GovernancePortal.Web.Features.Adoption.PauseTarget;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Features.Adoption.RejectTarget;
using GovernancePortal.Web.Features.Adoption.RetireTarget;
using GovernancePortal.Web.Features.Overview.Home;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Adoption;

public sealed class TargetLifeTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private TargetOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = await TargetOffice.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_target_goes_live_pauses_itself_and_restarts_only_after_a_named_person_signed()
    {
        var id = await LiveAsync();
        (await _office.LoadAsync(id)).State.ShouldBe(TargetState.Active);

        await _office.ReadAsync(GuardrailType.KbFreshness, 0.72, _office.Today.AddDays(1));
        await _office.NightAsync();
        (await _office.LoadAsync(id)).State.ShouldBe(TargetState.Active, "one bad night is not enough");
        await _office.NightAsync();
        (await _office.LoadAsync(id)).State.ShouldBe(TargetState.Paused);

        await _office.ReadAsync(GuardrailType.KbFreshness, 0.95, _office.Today.AddDays(1));
        await NightsAsync(3);
        (await _office.LoadAsync(id)).State.ShouldBe(TargetState.Paused, "nobody has signed");

        var signed = await _portal.SendAs(_office.ChiefUser, new AcknowledgePauseCommand(id, await _office.VersionAsync(id), "Second owners for all runbooks."));
        signed.IsSuccess.ShouldBeTrue();
        await _office.NightAsync();
        (await _office.LoadAsync(id)).State.ShouldBe(TargetState.Active);
    }

    [Fact]
    public async Task Each_step_is_kept_with_the_values_that_caused_it()
    {
        var id = await LiveAsync();
        await _office.ReadAsync(GuardrailType.KbFreshness, 0.72, _office.Today.AddDays(1));
        await NightsAsync(2);

        var step = await _portal.InDb(db => db.Evaluations.SingleAsync(e => e.TargetId == id && e.After == TargetState.Paused && e.Transition != null));

        step.Transition.ShouldBe("autoPause:KbFreshness");
        var finding = step.Findings.Single(f => f.Key == "KbFreshness");
        (finding.Value, finding.Enter, finding.Exit, finding.Sample, finding.AgeDays, finding.Status, finding.Holds)
            .ShouldBe((0.72, 0.80, 0.90, 100L, 1d, GuardrailStatus.Fail, false));
    }

    [Fact]
    public async Task The_proposer_cannot_approve()
    {
        var both = await _portal.AddUserAsync(Role.Executive, _portal.Root, (await _portal.AddPersonAsync("Wren Alder")).Id);
        var proposed = await _portal.SendAs(both, _office.Proposal());

        var result = await _portal.SendAs(both, new ApproveTargetCommand(proposed.Value, await _office.VersionAsync(proposed.Value)));

        result.Error.ShouldBe(TargetErrors.SamePerson);
    }

    [Fact]
    public async Task An_approval_of_what_was_proposed_before_is_refused_and_the_changed_terms_are_listed()
    {
        var id = await _office.ProposeAsync();
        var seen = (await _portal.SendAs(_office.ChiefUser, new GetApprovalQuery(id))).Value;
        await _portal.SendAs(_office.ChiefUser, new RejectTargetCommand(id, seen.Version, "Aim higher."));
        var proposal = _office.Proposal();
        await _portal.SendAs(
            _office.LeadUser,
            proposal with { TargetId = id, Version = await _office.VersionAsync(id), Terms = proposal.Terms with { TargetValue = 0.95 }, Guardrails = [.. proposal.Guardrails.Select(g => g.Type == GuardrailType.KbFreshness ? g with { Mode = GuardrailMode.Warn } : g)] });

        (await _portal.SendAs(_office.ChiefUser, new ApproveTargetCommand(id, seen.Version))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);

        var now = (await _portal.SendAs(_office.ChiefUser, new GetApprovalQuery(id))).Value;
        TargetTerm.Differences(seen.Terms, now.Terms).ShouldBe(
        [
            "Goal: 95% weekly AI use, from 35%; was 80% weekly AI use, from 35%",
            "Knowledge-base freshness: warns, needs 90%, fails under 80%; was blocks, needs 90%, fails under 80%",
        ]);
    }

    [Fact]
    public async Task Somebody_in_a_unit_below_stops_a_target_of_the_unit_above_and_somebody_beside_it_does_not()
    {
        var id = await LiveAsync();
        var below = await _portal.AddUserAsync(Role.Employee, _portal.Payments, (await _portal.AddPersonAsync("Teal Moss", _portal.Payments)).Id);
        var beside = await _portal.AddUserAsync(Role.Employee, _portal.Logistics, (await _portal.AddPersonAsync("Fern Gale", _portal.Logistics)).Id);

        (await _portal.SendAs(below, new GetHomeQuery())).Value.Live.Single().Id.ShouldBe(id);
        (await _portal.SendAs(beside, new GetHomeQuery())).Value.Live.ShouldBeEmpty();
        (await _portal.SendAs(beside, new PauseTargetCommand(id, await _office.VersionAsync(id), "It invents API calls."))).Error.ShouldBe(TargetErrors.NotFound);
        (await _portal.SendAs(below, new GetLiveTargetQuery(id))).Value.MaySee.ShouldBeFalse();
        (await _portal.SendAs(below, new PauseTargetCommand(id, await _office.VersionAsync(id), "It invents API calls."))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Who_is_named_accepts_from_whatever_unit()
    {
        var deputy = await _portal.AddPersonAsync("Fern Gale", _portal.Logistics);
        var user = await _portal.AddUserAsync(Role.Employee, _portal.Logistics, deputy.Id);
        var lead = await _portal.AddUserAsync(Role.TeamLead, _portal.Root, (await _portal.AddPersonAsync("Heath Lane")).Id);
        var id = (await _portal.SendAs(lead, _office.Proposal() with { Deputy = deputy.Id })).Value;

        (await _portal.SendAs(user, new GetAcceptanceQuery(id))).Value.NamesMe.ShouldBeTrue();
        (await _portal.SendAs(user, new AcceptTargetCommand(id, await _office.VersionAsync(id)))).Error.ShouldBeNull();

        (await _office.LoadAsync(id)).DeputyAcceptedAt.ShouldNotBeNull();
        (await _portal.SendAs(_office.ChiefUser, new AcceptTargetCommand(id, await _office.VersionAsync(id)))).Error.ShouldBe(TargetErrors.NotFound);
    }

    [Fact]
    public async Task An_executive_finds_a_paused_target_first_however_much_else_waits()
    {
        var id = await LiveAsync();
        await _portal.SendAs(_office.ChiefUser, new PauseTargetCommand(id, await _office.VersionAsync(id), "It invents API calls."));
        for (var i = 0; i < 21; i++) await _office.ProposeAsync();

        (await _portal.SendAs(_office.ChiefUser, new GetExecutiveHomeQuery())).Value.Decisions[0].Href.ShouldContain($"{id}");

        await _portal.SendAs(_office.ChiefUser, new AcknowledgePauseCommand(id, await _office.VersionAsync(id), "Answers are checked by hand."));
        (await _portal.SendAs(_office.ChiefUser, new GetExecutiveHomeQuery())).Value.Decisions[0].Why.ShouldContain("Linnet Marsh states: Answers are checked by hand.");
    }

    [Fact]
    public async Task Somebody_who_is_no_person_of_the_roster_can_neither_propose_nor_approve()
    {
        var id = await _office.ProposeAsync();

        (await _portal.SendAs(Role.TeamLead, _office.Proposal(), _portal.Checkout)).Error.ShouldBe(AccessErrors.NoPerson);
        (await _portal.SendAs(Role.Executive, new ApproveTargetCommand(id, await _office.VersionAsync(id)))).Error.ShouldBe(AccessErrors.NoPerson);
    }

    [Fact]
    public async Task A_team_lead_cannot_approve_and_an_executive_of_another_unit_does_not_find_it()
    {
        var id = await _office.ProposeAsync();
        var version = await _office.VersionAsync(id);
        var elsewhere = await _portal.AddUserAsync(Role.Executive, _portal.Logistics, (await _portal.AddPersonAsync("Finch Barley")).Id);

        (await _portal.SendAs(_office.LeadUser, new ApproveTargetCommand(id, version))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(elsewhere, new ApproveTargetCommand(id, version))).Error.ShouldBe(TargetErrors.NotFound);
        (await _portal.SendAs(elsewhere, new GetTargetQuery(id))).Error.ShouldBe(TargetErrors.NotFound);
        (await _portal.SendAs(elsewhere, new ListTargetsQuery(State: null, TargetSort.Unit, Descending: false, new Paging(1, 25)))).Value.Targets.Total.ShouldBe(0);
    }

    [Fact]
    public async Task The_second_of_two_decisions_on_the_same_version_is_told()
    {
        var id = await _office.ProposeAsync();
        var seen = await _office.VersionAsync(id);
        await _portal.SendAs(_office.ChiefUser, new RejectTargetCommand(id, seen, "The outcome is not the right one."));

        var result = await _portal.SendAs(_office.ChiefUser, new ApproveTargetCommand(id, seen));

        result.Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _office.LoadAsync(id)).State.ShouldBe(TargetState.Draft);
    }

    [Fact]
    public async Task A_target_that_was_sent_back_is_changed_and_proposed_again()
    {
        var id = await _office.ProposeAsync();
        await _portal.SendAs(_office.ChiefUser, new RejectTargetCommand(id, await _office.VersionAsync(id), "80% is too much."));

        var again = _office.Proposal();
        again = again with
        {
            TargetId = id,
            Version = await _office.VersionAsync(id),
            Terms = again.Terms with { TargetValue = 0.6 },
            Guardrails = [.. again.Guardrails, TargetOffice.Standard(GuardrailType.NamedOwner)],
        };
        var result = await _portal.SendAs(_office.LeadUser, again);

        result.Error.ShouldBeNull();
        var target = await _office.LoadAsync(id);
        (target.State, target.TargetValue, target.Guardrails.Count).ShouldBe((TargetState.Proposed, 0.6, 8));
    }

    [Fact]
    public async Task Anybody_in_the_unit_can_pull_the_cord_with_a_reason()
    {
        var id = await LiveAsync();
        var someone = await _portal.AddUserAsync(Role.Employee, _portal.Checkout, (await _portal.AddPersonAsync("Piper Yarrow")).Id);

        (await _portal.SendAs(someone, new PauseTargetCommand(id, await _office.VersionAsync(id), " "))).Error.ShouldBe(TargetErrors.ReasonMissing);
        (await _portal.SendAs(someone, new PauseTargetCommand(id, await _office.VersionAsync(id), "It invents API calls."))).IsSuccess.ShouldBeTrue();

        (await _office.LoadAsync(id)).State.ShouldBe(TargetState.Paused);
        var elsewhere = await _portal.AddUserAsync(Role.Employee, _portal.Logistics, (await _portal.AddPersonAsync("Martin Teasel")).Id);
        (await _portal.SendAs(elsewhere, new PauseTargetCommand(id, 0, "No."))).Error.ShouldBe(TargetErrors.NotFound);
    }

    [Fact]
    public async Task A_retired_target_is_left_alone_by_the_night()
    {
        var id = await _office.ProposeAsync();
        (await _portal.SendAs(_office.ChiefUser, new RetireTargetCommand(id, await _office.VersionAsync(id)))).IsSuccess.ShouldBeTrue();

        (await _office.NightAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_page_offers_what_the_user_can_do()
    {
        var id = await _office.ProposeAsync();

        var chief = (await _portal.SendAs(_office.ChiefUser, new GetTargetQuery(id))).Value.Options;
        var lead = (await _portal.SendAs(_office.LeadUser, new GetTargetQuery(id))).Value.Options;
        var auditor = (await _portal.SendAs(Role.Auditor, new GetTargetQuery(id))).Value.Options;

        (chief.Approve, chief.Reject, chief.Retire).ShouldBe((true, true, true));
        (lead.Approve, lead.Evaluate).ShouldBe((false, true));
        (auditor.Approve, auditor.Evaluate, auditor.Retire).ShouldBe((false, false, false));
    }

    private async Task<AdoptionTargetId> LiveAsync()
    {
        var staff = await _office.StaffAsync(9);
        var course = await _office.RequireAsync();
        await _office.CompleteAsync([.. staff, _office.Lead], course);
        await _office.ReadWellAsync();
        var id = await _office.ProposeAsync();
        (await _portal.SendAs(_office.ChiefUser, new ApproveTargetCommand(id, await _office.VersionAsync(id)))).Error.ShouldBeNull();
        await _office.NightAsync();
        return id;
    }

    private async Task NightsAsync(int count)
    {
        for (var i = 0; i < count; i++) await _office.NightAsync();
    }
}
