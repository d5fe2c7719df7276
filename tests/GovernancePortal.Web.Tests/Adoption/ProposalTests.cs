using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.GetTarget;
using GovernancePortal.Web.Features.Adoption.ProposeTarget;
using GovernancePortal.Web.Features.Adoption.RejectTarget;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Adoption;

public sealed class ProposalTests : IAsyncLifetime
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
    public async Task A_proposal_is_evaluated_at_once_so_that_the_approver_sees_where_it_stands()
    {
        await _office.ReadAsync(GuardrailType.KbFreshness, 0.72);
        var id = await _office.ProposeAsync();

        var details = (await _portal.SendAs(_office.ChiefUser, new GetTargetQuery(id))).Value;

        details.Target.State.ShouldBe(TargetState.Proposed);
        details.Target.LastEvaluatedOn.ShouldBe(_office.Today);
        details.Guardrails.Single(g => g.Type == GuardrailType.KbFreshness).Value.ShouldBe(0.72);
        details.Guardrails.Count(g => g.IsBlocking).ShouldBe(7);
        TargetFinding.Of(details).ShouldContain("knowledge-base freshness is 72% and needs 90%");
    }

    [Fact]
    public async Task Everything_that_is_missing_is_told_at_its_field_and_nothing_is_written()
    {
        var result = await _portal.SendAs(_office.LeadUser, _office.Proposal() with { Terms = new TargetTerms(), Guardrails = [] });

        result.Error!.Kind.ShouldBe(ErrorKind.Invalid);
        result.Error.Fields.Select(f => f.Field).ShouldBe(
            ["Metric", "Scope", "BaselineValue", "TargetValue", "StartDate", "DueDate", "Owner", "OutcomeMetric", "OutcomeBaseline", "Guardrails"]);
        (await _portal.InDb(db => db.AdoptionTargets.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData(true, 0.8, "IncentiveLinkedToUsage")]
    [InlineData(false, 80, "TargetValue")]
    [InlineData(false, 0.35, "TargetValue")]
    public async Task A_proposal_that_may_not_be_is_refused_at_the_field(bool incentive, double value, string field)
    {
        var proposal = _office.Proposal();

        var result = await _portal.SendAs(_office.LeadUser, proposal with { Terms = proposal.Terms with { IncentiveLinkedToUsage = incentive, TargetValue = value } });

        result.Error!.Fields.Select(f => f.Field).ShouldContain(field);
    }

    [Fact]
    public async Task A_looser_threshold_needs_a_reason_and_a_stricter_one_does_not()
    {
        var whole = GuardrailTemplates.Engineering.Guardrails.Select(g => new ProposedGuardrail(g.Type, g.Mode, g.Enter, g.Exit));
        var proposal = _office.Proposal() with { Guardrails = [.. whole], LooserReason = null };
        var looser = proposal with { Guardrails = [.. proposal.Guardrails.Select(g => g.Type == GuardrailType.KbFreshness ? g with { Enter = 0.5, Exit = 0.6 } : g)] };
        var stricter = proposal with { Guardrails = [.. proposal.Guardrails.Select(g => g.Type == GuardrailType.KbFreshness ? g with { Enter = 0.9, Exit = 0.95 } : g)] };

        (await _portal.SendAs(_office.LeadUser, looser)).Error!.Fields.Single().Field.ShouldBe("LooserReason");
        (await _portal.SendAs(_office.LeadUser, looser with { LooserReason = "Agreed until March." })).IsSuccess.ShouldBeTrue();
        (await _portal.SendAs(_office.LeadUser, stricter)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Thresholds_in_the_wrong_order_are_told_at_the_guardrail()
    {
        var proposal = _office.Proposal();
        var wrong = proposal with { Guardrails = [.. proposal.Guardrails.Select(g => g.Type == GuardrailType.KbFreshness ? g with { Enter = 0.99, Exit = 0.95 } : g)] };

        (await _portal.SendAs(_office.LeadUser, wrong)).Error!.Fields.Single().Field.ShouldBe("KbFreshness.Exit");
    }

    [Fact]
    public async Task A_deputy_who_was_left_out_of_the_second_proposal_is_no_longer_named()
    {
        var deputy = await _portal.AddPersonAsync("Sorrel Finch", _portal.Payments);
        var id = (await _portal.SendAs(_office.LeadUser, _office.Proposal() with { Deputy = deputy.Id })).Value;
        (await _office.LoadAsync(id)).Deputy.ShouldBe(deputy.Id);
        await _portal.SendAs(_office.ChiefUser, new RejectTargetCommand(id, await _office.VersionAsync(id), "Name somebody else."));

        var again = await _portal.SendAs(_office.LeadUser, _office.Proposal() with { TargetId = id, Version = await _office.VersionAsync(id) });

        again.Error.ShouldBeNull();
        (await _office.LoadAsync(id)).Deputy.ShouldBeNull();
    }

    [Fact]
    public async Task Owner_and_deputy_work_in_the_units_of_whoever_proposes()
    {
        var elsewhere = await _portal.AddPersonAsync("Sorrel Finch", _portal.Logistics);
        var left = await _portal.AddPersonAsync("Teal Hawthorn", _portal.Checkout, p => p.SetEmployment(null, _office.Today, null));

        foreach (var person in new[] { elsewhere.Id, left.Id, PersonId.New() })
        {
            (await FieldsAsync(p => p with { Deputy = person })).ShouldBe(["Deputy"]);
            (await FieldsAsync(p => p with { Terms = p.Terms with { Owner = person } })).ShouldBe(["Owner"]);
        }

        (await _portal.SendAs(_office.ChiefUser, _office.Proposal() with { Deputy = elsewhere.Id })).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_team_lead_proposes_for_their_own_units_only_and_an_auditor_for_none()
    {
        (await _portal.SendAs(_office.LeadUser, _office.Proposal(_portal.Logistics))).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _portal.SendAs(_office.LeadUser, _office.Proposal(_portal.Payments))).IsSuccess.ShouldBeTrue();
        (await _portal.SendAs(Role.Auditor, _office.Proposal())).Error.ShouldBe(AccessErrors.NoRole);
    }

    private async Task<IEnumerable<string>> FieldsAsync(Func<ProposeTargetCommand, ProposeTargetCommand> change) =>
        (await _portal.SendAs(_office.LeadUser, change(_office.Proposal()))).Error!.Fields.Select(f => f.Field);
}
