using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.AskWaiver;
using GovernancePortal.Web.Features.Adoption.DecideWaiver;
using GovernancePortal.Web.Features.Adoption.GetTarget;
using GovernancePortal.Web.Features.Adoption.ListTargets;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Features.Adoption.RejectTarget;
using GovernancePortal.Web.Features.Overview.Home;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Adoption;

public sealed class WaiverTests : IAsyncLifetime
{
    private const string Key = nameof(GuardrailType.KbFreshness);

    private TestPortal _portal = null!;
    private TargetOffice _office = null!;
    private Guid _officer;

    public static TheoryData<Role> NoAskers => [.. Enum.GetValues<Role>().Except([Role.Executive, Role.GovernanceOfficer, Role.TeamLead])];

    public static TheoryData<Role> NoDeciders => [.. Enum.GetValues<Role>().Except([Role.Executive, Role.GovernanceOfficer])];

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = await TargetOffice.OpenAsync(_portal);
        _officer = await _portal.AddUserAsync(Role.GovernanceOfficer, _portal.Root, (await _portal.AddPersonAsync("Cedar Finch")).Id);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Two_roles_agree_and_the_target_shows_the_waiver_wherever_it_stands()
    {
        var target = await _office.ProposeAsync();
        var id = (await AskAsync(target)).Value;

        (await AgreeAsync(_officer, id)).Error.ShouldBeNull();
        (await _office.LoadAsync(target)).Waived.ShouldBeEmpty();
        (await AgreeAsync(_office.ChiefUser, id)).Error.ShouldBeNull();

        var day = TargetWords.Date(_office.Today.AddDays(14));
        (await _portal.SendAs(_office.LeadUser, new GetTargetQuery(target))).Value.Guardrails.Single(g => g.Key == Key).IsWaived.ShouldBeTrue();
        (await _portal.SendAs(_office.LeadUser, new ListTargetsQuery(null, TargetSort.Unit, Descending: false, new Paging(1, 25)))).Value.Targets.Items.Single().Waived.ShouldBe($"knowledge-base freshness until {day}");
        (await _portal.SendAs(_office.LeadUser, new GetTeamLeadHomeQuery())).Value.Targets.Single().Waived.ShouldNotBeNull();
        (await _portal.SendAs(_office.ChiefUser, new GetExecutiveHomeQuery())).Value.Points.Single().Waived.ShouldNotBeNull();
        var kinds = await _portal.InDb(db => db.LedgerEntries.Where(e => e.Kind.StartsWith("target.waiver")).OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync());
        kinds.ShouldBe(["target.waiver-asked", "target.waiver-agreed", "target.waiver-agreed"]);
    }

    [Fact]
    public async Task It_is_over_with_the_night_after_its_last_day()
    {
        var target = await _office.ProposeAsync();
        var id = (await AskAsync(target, _office.Today.AddDays(1))).Value;
        await AgreeAsync(_officer, id);
        await AgreeAsync(_office.ChiefUser, id);

        await _office.NightAsync();
        (await _office.LoadAsync(target)).Waived.ShouldNotBeEmpty();
        await _office.NightAsync();

        (await _office.LoadAsync(target)).Waived.ShouldBeEmpty();
        (await _portal.SendAs(_officer, new GetWaiverQuery(id))).Value.State.ShouldBe(WaiverState.Over);
        var step = await _portal.InDb(db => db.Evaluations.OrderByDescending(e => e.Date).FirstAsync(e => e.TargetId == target));
        step.Findings.Single(f => f.Key == Key).WaivedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task The_executive_who_has_not_agreed_finds_it_among_their_decisions()
    {
        var target = await _office.ProposeAsync();
        var id = (await AskAsync(target)).Value;

        var waiting = (await _portal.SendAs(_office.ChiefUser, new GetExecutiveHomeQuery())).Value.Decisions;
        waiting.ShouldContain(d => d.Href == $"targets/{target}/waivers/{id}");
        await AgreeAsync(_office.ChiefUser, id);
        (await _portal.SendAs(_office.ChiefUser, new GetExecutiveHomeQuery())).Value.Decisions.ShouldNotContain(d => d.Href.Contains("waivers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_asked_or_agreed_is_told_before_they_try()
    {
        var both = await _portal.AddUserAsync(Role.Executive, _portal.Root, (await _portal.AddPersonAsync("Wren Alder")).Id);
        var target = await _office.ProposeAsync();
        var id = (await _portal.SendAs(both, Ask(target))).Value;

        (await _portal.SendAs(both, new GetWaiverQuery(id))).Value.Obstacle.ShouldBe(WaiverErrors.AskedByYou.Message);
        (await AgreeAsync(both, id)).Error.ShouldBe(WaiverErrors.AskedByYou);
        (await _portal.SendAs(_office.LeadUser, new GetWaiverQuery(id))).Value.Obstacle.ShouldBe("A governance officer and an executive decide on it.");
        await AgreeAsync(_officer, id);
        (await _portal.SendAs(_officer, new GetWaiverQuery(id))).Value.Obstacle.ShouldBe(WaiverErrors.AgreedAlready.Message);
    }

    [Fact]
    public async Task A_second_waiver_of_the_same_guardrail_is_refused_while_the_first_is_open()
    {
        var target = await _office.ProposeAsync();
        var id = (await AskAsync(target)).Value;

        (await AskAsync(target)).Error.ShouldBe(WaiverErrors.Open);
        (await _portal.SendAs(_officer, new EndWaiverCommand(id, 0, "Not now."))).Error.ShouldBeNull();
        (await AskAsync(target)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task It_ends_with_its_last_word_when_the_target_is_sent_back_and_proposed_for_another_unit()
    {
        var target = await _office.ProposeAsync();
        var id = (await AskAsync(target)).Value;
        await AgreeAsync(_officer, id);
        await AgreeAsync(_office.ChiefUser, id);
        await _portal.SendAs(_office.ChiefUser, new RejectTargetCommand(target, await _office.VersionAsync(target), "Begin with Payments."));

        var lead = await _portal.AddUserAsync(Role.TeamLead, _portal.Root, (await _portal.AddPersonAsync("Heath Lane")).Id);
        var again = await _portal.SendAs(lead, _office.Proposal(_portal.Payments) with { TargetId = target, Version = await _office.VersionAsync(target) });

        again.Error.ShouldBeNull();
        (await _portal.SendAs(_officer, new GetWaiverQuery(id))).Value.State.ShouldBe(WaiverState.EndedEarly);
        (await _office.LoadAsync(target)).Guardrails.ShouldAllBe(g => g.WaivedUntil == null);
        (await _portal.InDb(db => db.LedgerEntries.CountAsync(e => e.Kind == "target.waiver-ended"))).ShouldBe(1);
    }

    [Fact]
    public async Task The_second_of_two_who_decide_at_once_is_told()
    {
        var target = await _office.ProposeAsync();
        var id = (await AskAsync(target)).Value;
        await AgreeAsync(_officer, id);

        (await _portal.SendAs(_office.ChiefUser, new AgreeToWaiverCommand(id, 0))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _portal.SendAs(_office.ChiefUser, new EndWaiverCommand(id, 0, "No."))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
    }

    [Fact]
    public async Task Answers_that_are_missing_are_told_at_their_fields()
    {
        var target = await _office.ProposeAsync();

        var empty = await _portal.SendAs(_office.LeadUser, new AskWaiverCommand(target, "", null, ""));
        empty.Error!.Fields.Select(f => f.Field).ShouldBe(["GuardrailKey", "Until", "Reason"], ignoreOrder: true);
        (await AskAsync(target, _office.Today.AddDays(40))).Error.ShouldBe(WaiverErrors.TooLong);
        var id = (await AskAsync(target)).Value;
        (await _portal.SendAs(_officer, new EndWaiverCommand(id, 0, ""))).Error!.Fields.Single().Field.ShouldBe("Reason");
    }

    [Theory]
    [MemberData(nameof(NoAskers))]
    public async Task Roles_that_may_not_ask_are_refused(Role role)
    {
        var target = await _office.ProposeAsync();

        (await _portal.SendAs(role, new GetWaiverStartQuery(target))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, Ask(target))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Theory]
    [MemberData(nameof(NoDeciders))]
    public async Task Roles_that_may_not_decide_are_refused(Role role)
    {
        var id = (await AskAsync(await _office.ProposeAsync())).Value;

        (await _portal.SendAs(role, new AgreeToWaiverCommand(id, 0))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new EndWaiverCommand(id, 0, "No."))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task In_another_unit_there_is_no_such_waiver()
    {
        var target = await _office.ProposeAsync();
        var id = (await AskAsync(target)).Value;
        var elsewhere = await _portal.AddUserAsync(Role.Executive, _portal.Logistics, (await _portal.AddPersonAsync("Finch Barley")).Id);

        (await _portal.SendAs(elsewhere, new GetWaiverStartQuery(target))).Error.ShouldBe(TargetErrors.NotFound);
        (await _portal.SendAs(elsewhere, Ask(target))).Error.ShouldBe(TargetErrors.NotFound);
        (await _portal.SendAs(elsewhere, new GetWaiverQuery(id))).Error.ShouldBe(WaiverErrors.NotFound);
        (await AgreeAsync(elsewhere, id, 0)).Error.ShouldBe(WaiverErrors.NotFound);
        (await _portal.SendAs(elsewhere, new EndWaiverCommand(id, 0, "No."))).Error.ShouldBe(WaiverErrors.NotFound);
    }

    private AskWaiverCommand Ask(AdoptionTargetId target, DateOnly? until = null) => new(target, Key, until ?? _office.Today.AddDays(14), "The pages are being rewritten.");

    private Task<Result<WaiverId>> AskAsync(AdoptionTargetId target, DateOnly? until = null) => _portal.SendAs(_office.LeadUser, Ask(target, until));

    private async Task<Result> AgreeAsync(Guid user, WaiverId id, int? version = null) =>
        await _portal.SendAs(user, new AgreeToWaiverCommand(id, version ?? await _portal.InDb(db => db.Waivers.Where(w => w.Id == id).Select(w => w.Version).SingleAsync())));
}
