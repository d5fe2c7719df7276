using Bunit;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Features.Adoption.GetGuardrailPolicy;
using GovernancePortal.Web.Features.Adoption.GetTarget;
using GovernancePortal.Web.Features.Adoption.ListEvaluations;
using GovernancePortal.Web.Features.Adoption.ProposeTarget;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Adoption;

public sealed class GuardrailPolicyTests : IAsyncLifetime
{
    private static readonly Paging FirstPage = new(1, 25);

    private TestPortal _portal = null!;
    private TargetOffice _office = null!;

    public static TheoryData<Role> Unseeing => [.. Enum.GetValues<Role>().Except([Role.Executive, Role.GovernanceOfficer, Role.TeamLead, Role.Auditor])];

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = await TargetOffice.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Every_guardrail_answers_to_at_least_one_framework_and_nothing_is_called_confirmed_that_nobody_confirmed()
    {
        var policy = (await _portal.SendAs(Role.Auditor, new GetGuardrailPolicyQuery())).Value;

        policy.Frameworks.Select(f => f.Id).ShouldBe(["sre-dora", "nist-ai-rmf", "iso-42001", "eu-ai-act"]);
        policy.Guardrails.Select(g => g.Type).ShouldAllBe(type => policy.Frameworks.Any(f => f.References.ContainsKey(type)));
        policy.Frameworks.ShouldAllBe(f => (f.ConfirmedBy == null) == (f.ConfirmedOn == null) && f.Source.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Unseeing))]
    public async Task Roles_that_see_no_targets_see_neither_policy_nor_evaluations(Role role)
    {
        var id = await _office.ProposeAsync();

        (await _portal.SendAs(role, new GetGuardrailPolicyQuery())).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new ListEvaluationsQuery(id, FirstPage))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task Evaluations_are_listed_with_the_thresholds_of_their_day_for_whoever_sees_the_target()
    {
        var id = await _office.ProposeAsync();
        await _office.NightAsync();
        await _office.NightAsync();
        var elsewhere = await _portal.AddUserAsync(Role.Executive, _portal.Logistics, (await _portal.AddPersonAsync("Finch Barley")).Id);

        var list = (await _portal.SendAs(_office.LeadUser, new ListEvaluationsQuery(id, FirstPage))).Value.Evaluations;

        list.Items.Select(e => e.Date).ShouldBe([_office.Today, _office.Today.AddDays(-1), _office.Today.AddDays(-2)]);
        list.Items[0].Findings.Single(f => f.Type == GuardrailType.LiteracyCoverage).Exit.ShouldBe(0.90);
        (await _portal.SendAs(elsewhere, new ListEvaluationsQuery(id, FirstPage))).Error.ShouldBe(TargetErrors.NotFound);
    }

    [Fact]
    public async Task A_paused_target_tells_its_team_no_use_figure_of_the_past_either()
    {
        var people = await _office.StaffAsync(12);
        await _office.UseAsync(people, _office.Today);
        var id = await _office.ProposeAsync();
        await _portal.InDb(db => db.AdoptionTargets.ExecuteUpdateAsync(s => s.SetProperty(t => t.State, TargetState.Active)));
        (await _portal.SendAs(_office.LeadUser, new ListEvaluationsQuery(id, FirstPage))).Value.Evaluations.Items[0].Use.Shown.ShouldBe(UseShown.Yes);

        await _portal.InDb(db => db.AdoptionTargets.ExecuteUpdateAsync(s => s.SetProperty(t => t.State, TargetState.Paused)));

        (await _portal.SendAs(_office.LeadUser, new ListEvaluationsQuery(id, FirstPage))).Value.Evaluations.Items.ShouldAllBe(e => e.Use.Shown == UseShown.Paused && e.Use.Share == null);
        (await _portal.SendAs(_office.ChiefUser, new ListEvaluationsQuery(id, FirstPage))).Value.Evaluations.Items[0].Use.Share.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_template_is_kept_and_what_is_looser_than_it_needs_a_reason()
    {
        var office = GuardrailTemplates.Office;
        var proposal = _office.Proposal() with
        {
            Template = office.Key,
            LooserReason = null,
            Guardrails = [.. office.Guardrails.Select(g => new ProposedGuardrail(g.Type, g.Mode, g.Enter, g.Exit))],
        };

        var unknown = await _portal.SendAs(_office.LeadUser, proposal with { Template = "anything" });
        unknown.Error!.Fields.Single().Field.ShouldBe("Template");
        var looser = await _portal.SendAs(_office.LeadUser, proposal with { Template = "engineering" });
        looser.Error!.Fields.Single().ShouldSatisfyAllConditions(f => f.Field.ShouldBe("LooserReason"), f => f.Message.ShouldContain("senior sign-off"));
        var left = await _portal.SendAs(_office.LeadUser, proposal with { Guardrails = [.. proposal.Guardrails.Where(g => g.Type != GuardrailType.NamedOwner)] });
        left.Error!.Fields.Single().Message.ShouldContain("named owner");

        var id = (await _portal.SendAs(_office.LeadUser, proposal)).Value;
        (await _portal.SendAs(_office.LeadUser, new GetTargetQuery(id))).Value.Target.Template.ShouldBe("Office work");
        (await _portal.InDb(db => db.LedgerEntries.SingleAsync(e => e.Kind == "target.proposed"))).Payload.ShouldContain("\"template\":\"office\"");
    }

    [Fact]
    public void Choosing_the_kind_of_work_sets_the_guardrails_of_the_form()
    {
        var form = new ProposalForm(new ProposalStart(HasPerson: true, new DateOnly(2026, 11, 23), null));
        var freshness = form.Guardrails.Single(r => r.Definition.Type == GuardrailType.KbFreshness);
        (freshness.Enter, freshness.Exit).ShouldBe(("80", "90"));
        freshness.Enter = "85";

        form.Choose("customers");

        (freshness.Enter, freshness.Exit).ShouldBe(("90", "95"));
        form.Guardrails.Single(r => r.Definition.Type == GuardrailType.HallucinationRate).ShouldSatisfyAllConditions(r => r.Included.ShouldBeTrue(), r => r.Blocks.ShouldBeTrue());
        form.Guardrails.Single(r => r.Definition.Type == GuardrailType.SeniorSignOff).Blocks.ShouldBeFalse();
        form.Guardrails.Single(r => r.Definition.Type == GuardrailType.ReworkRate).Included.ShouldBeFalse();
        form.Choose("nothing");
        form.Template.ShouldBe("customers");
    }
}
