using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Adoption.ApproveTarget;
using GovernancePortal.Web.Features.Adoption.PauseTarget;
using GovernancePortal.Web.Features.Overview.Home;
using GovernancePortal.Web.Tests.Adoption;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Overview;

public sealed class HomeTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private TargetOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = await TargetOffice.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData(Role.Executive, HomeKind.Executive)]
    [InlineData(Role.TeamLead, HomeKind.TeamLead)]
    [InlineData(Role.Employee, HomeKind.Start)]
    [InlineData(Role.Administrator, HomeKind.Start)]
    public async Task Each_role_has_its_home(Role role, HomeKind kind) =>
        (await _portal.SendAs(role, new GetHomeQuery())).Value.Kind.ShouldBe(kind);

    [Fact]
    public async Task Somebody_with_both_roles_sees_the_executives_home()
    {
        await _office.AddAsync([new RoleAssignment(_office.LeadUser, Role.Executive, _portal.Checkout.Id, _portal.Clock.GetUtcNow())]);

        (await _portal.SendAs(_office.LeadUser, new GetHomeQuery())).Value.Kind.ShouldBe(HomeKind.Executive);
    }

    [Fact]
    public async Task A_home_is_refused_to_other_roles()
    {
        (await _portal.SendAs(Role.TeamLead, new GetExecutiveHomeQuery())).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.Executive, new GetTeamLeadHomeQuery())).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task Before_anything_is_there_the_executive_is_told_what_starts_it()
    {
        var home = (await _portal.SendAs(Role.Executive, new GetExecutiveHomeQuery())).Value;

        ExecutiveFinding.Decisions(home).ShouldBe("Nothing waits for you.");
        ExecutiveFinding.Use(home).ShouldBe("No target has been proposed yet.");
        (home.Points.Count, home.Incidents.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_proposal_waits_for_every_executive_in_scope_but_the_one_who_made_it()
    {
        await _office.ProposeAsync();
        var other = await _portal.SendAs(_office.ChiefUser, _office.Proposal(_portal.Logistics));
        other.IsSuccess.ShouldBeTrue();

        var chief = (await _portal.SendAs(_office.ChiefUser, new GetExecutiveHomeQuery())).Value;
        var logistics = (await _portal.SendAs(Role.Executive, new GetExecutiveHomeQuery(), _portal.Logistics)).Value;

        chief.Decisions.Single().Question.ShouldBe("Approve 80% weekly AI use for Checkout?");
        logistics.Decisions.Single().Question.ShouldBe("Approve 80% weekly AI use for Logistics?");
        ExecutiveFinding.Decisions(chief).ShouldBe("One decision waits for you.");
    }

    [Fact]
    public async Task A_unit_used_ahead_of_its_guardrails_is_named_and_a_small_one_is_not_drawn()
    {
        await _office.UseAsync(await _office.StaffAsync(9), _office.Today);
        await _office.UseAsync(await _office.StaffAsync(3, _portal.Logistics), _office.Today);
        await _office.ProposeAsync();
        await _portal.SendAs(_office.ChiefUser, _office.Proposal(_portal.Logistics));

        var home = (await _portal.SendAs(_office.ChiefUser, new GetExecutiveHomeQuery())).Value;

        home.Drawn.Select(p => p.Unit).ShouldBe(["Checkout"]);
        home.Points.Single(p => p.Unit == "Logistics").Use.Words.ShouldBe("not shown for groups under 5");
        ExecutiveFinding.Use(home).ShouldBe("One unit uses AI ahead of its guardrails: Checkout, which is proposed.");
    }

    [Fact]
    public async Task Acting_on_AI_advice_counts_as_AI_related_and_four_in_a_week_stand_out()
    {
        await _office.AddAsync([
            Severe("INC-1", 12, AiInvolvement.AuthoredByAi), Severe("INC-2", 13, AiInvolvement.ActedOnAdvice), Severe("INC-3", 15, AiInvolvement.AuthoredByAi),
            Severe("INC-4", 17, AiInvolvement.ActedAlone), Severe("INC-5", 20, AiInvolvement.NotAi), Severe("INC-6", 21, AiInvolvement.ActedAlone, severity: 3),
        ]);

        var home = (await _portal.SendAs(_office.ChiefUser, new GetExecutiveHomeQuery())).Value;

        ExecutiveFinding.Incidents(home).ShouldBe("Five since 1 Oct 2026, 5 h 00 min in all. Four are AI-related, and four of them fell in the week of 12 October.");
        (await _portal.SendAs(Role.Executive, new GetExecutiveHomeQuery(), _portal.Logistics)).Value.Incidents.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lead_sees_what_blocks_and_who_lacks_training_and_no_use_while_paused()
    {
        var staff = await _office.StaffAsync(9);
        var course = await _office.RequireAsync(minimumVersion: "3");
        await _office.CompleteAsync([_office.Lead, .. staff], course);
        await _office.UseAsync(staff, _office.Today);
        await _office.ReadWellAsync();
        var id = await _office.ProposeAsync();
        await _portal.SendAs(_office.ChiefUser, new ApproveTargetCommand(id, await _office.VersionAsync(id)));
        await _office.NightAsync();
        await _portal.SendAs(_office.ChiefUser, new PauseTargetCommand(id, await _office.VersionAsync(id), "Too many wrong answers."));
        var joiner = await _portal.AddPersonAsync("Heron Sedge", _portal.Payments, p => p.SetPost(_portal.Payments.Id, null, default, "", isContractor: true, ""));
        var old = await _portal.AddPersonAsync("Finch Barley", _portal.Checkout);
        await _office.CompleteAsync([old], course, version: "2");

        var home = (await _portal.SendAs(_office.LeadUser, new GetTeamLeadHomeQuery())).Value;

        (home.Place, home.Asked, home.Lacking).ShouldBe(("Checkout", 12, 2));
        home.Missing.Select(m => (m.Name, m.IsContractor, m.Why)).ShouldBe([(old.Name, false, "Version 2 only"), (joiner.Name, true, "Never taken")]);
        home.Targets.Single().Use.Share.ShouldBeNull();
        TeamLeadFinding.Target(home.Targets.Single()).ShouldContain("no use figure is shown and none is asked of you");
    }

    [Fact]
    public async Task A_lead_is_told_how_many_more_people_clear_the_literacy_guardrail()
    {
        var staff = await _office.StaffAsync(9);
        await _office.CompleteAsync(staff.Take(7), await _office.RequireAsync());
        await _office.ProposeAsync();

        var blocker = (await _portal.SendAs(_office.LeadUser, new GetTeamLeadHomeQuery())).Value.First!.Blockers.Single(b => b.Type == GuardrailType.LiteracyCoverage);

        blocker.Question.ShouldBe("Literacy is 70% and needs 90%");
        blocker.Why.ShouldBe("3 of 10 people lack training they need. Two more with valid training clear it.");
    }

    [Fact]
    public async Task A_lead_sees_their_own_people_only()
    {
        await _portal.AddPersonAsync("Piper Yarrow", _portal.Logistics);
        await _office.RequireAsync(_portal.Root);

        var home = (await _portal.SendAs(_office.LeadUser, new GetTeamLeadHomeQuery())).Value;

        home.Missing.Select(m => m.Name).ShouldBe(["Robin Thistle"]);
    }

    private Incident Severe(string number, int day, AiInvolvement involvement, int severity = 1)
    {
        var start = new DateTimeOffset(2026, 10, day, 9, 0, 0, TimeSpan.Zero);
        var incident = Incident.Report(number, new IncidentFacts("Checkout outage", severity, _portal.Checkout.Id, start, EndedAt: start.AddHours(1)), by: null, start.AddHours(2)).Value;
        incident.Attribute(new Cause(involvement, ButFor.Unanswered, "", ContributingFactors.None, "As told."), "", _office.Chief.Id, start.AddHours(3)).IsSuccess.ShouldBeTrue();
        return incident;
    }
}
