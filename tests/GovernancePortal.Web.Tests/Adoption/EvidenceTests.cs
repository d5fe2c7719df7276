using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Adoption;

/// <summary>Evaluations from real rows. The lead is one of the people of Checkout.</summary>
public sealed class EvidenceTests : IAsyncLifetime
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
    public async Task Without_data_every_guardrail_is_unknown_and_blocks()
    {
        var target = await _office.LoadAsync(await _office.ProposeAsync());

        target.Guardrails.ShouldAllBe(g => g.LastStatus == GuardrailStatus.Unknown && g.LastValue == null);
        target.Blockers.Count.ShouldBe(7);
        target.LastMetric.ShouldBeNull();
    }

    [Fact]
    public async Task Coverage_counts_who_has_everything_that_is_asked_of_them()
    {
        var staff = await _office.StaffAsync(4, _portal.Checkout);
        var below = await _office.StaffAsync(3, _portal.Payments, p => p.SetPost(_portal.Payments.Id, null, Level.Mid, "", isContractor: true, ""));
        await _office.StaffAsync(5, _portal.Logistics);
        var everyone = await _office.RequireAsync(_portal.Root);
        var payments = await _office.RequireAsync(_portal.Payments);
        await _office.CompleteAsync([_office.Lead, .. staff.Take(3), .. below], everyone);
        await _office.CompleteAsync(below.Take(1), payments);

        var (value, sample, words) = await LiteracyAsync();

        // Asked: the lead, four of Checkout and three contractors below. All of it: lead, three, and one contractor.
        sample.ShouldBe(8);
        value.ShouldBe(5.0 / 8);
        words.ShouldBe("3 of 8 people lack training they need.");
    }

    [Fact]
    public async Task Only_completions_that_count_count()
    {
        var staff = await _office.StaffAsync(9);
        var course = await _office.RequireAsync(minimumVersion: "9", validityMonths: 12);
        await _office.CompleteAsync([_office.Lead], course, version: "10");
        await _office.CompleteAsync([staff[0]], course, version: "8");
        await _office.CompleteAsync([staff[1]], course, version: "9", result: CompletionResult.Failed);
        await _office.CompleteAsync([staff[2]], course, version: "9", on: _office.Today.AddMonths(-12).AddDays(-1));
        await _office.CompleteAsync([staff[3]], course, version: "9", on: _office.Today.AddMonths(-12));
        await _office.CompleteAsync([staff[4]], course, version: "9", until: _office.Today.AddDays(-1));
        await _office.CompleteAsync([staff[5]], course, version: "9", until: _office.Today);
        await _office.CompleteAsync([staff[6]], course, version: "9", result: CompletionResult.Attended);
        await _portal.InDb(async db =>
        {
            var voided = new Completion(staff[7].Id, course.Id, "9", _office.Today, CompletionResult.Passed, _portal.Clock.GetUtcNow());
            voided.Void(_portal.Clock.GetUtcNow(), "user:1", "Wrong person.");
            db.Add(voided);
            return await db.SaveChangesAsync();
        });
        await _portal.RefreshCoverageAsync();

        (await LiteracyAsync()).Value.ShouldBe(4.0 / 10, "lead, year to the day, last day, attended");
    }

    [Fact]
    public async Task Joiners_in_their_grace_and_people_who_left_are_not_asked()
    {
        await _office.StaffAsync(1, change: p => p.SetEmployment(_office.Today.AddDays(-29), null, null));
        await _office.StaffAsync(4, change: p => p.SetEmployment(_office.Today.AddDays(-30), null, null));
        await _office.StaffAsync(1, change: p => p.SetEmployment(null, _office.Today, null));
        await _office.RequireAsync(graceDays: 30);

        (await LiteracyAsync()).Sample.ShouldBe(5, "the lead, and those whose grace is over");
    }

    [Fact]
    public async Task Under_five_people_the_count_is_not_told()
    {
        await _office.StaffAsync(2);
        await _office.RequireAsync();

        var (_, sample, words) = await LiteracyAsync();

        sample.ShouldBeNull();
        words.ShouldBe("Fewer than 5 people are asked for training; not all have it.");
    }

    [Fact]
    public async Task Use_counts_people_once_whatever_days_and_tools()
    {
        var staff = await _office.StaffAsync(6, _portal.Checkout);
        var below = await _office.StaffAsync(3, _portal.Payments);
        var others = await _office.StaffAsync(5, _portal.Logistics);
        var newest = _office.Today.AddDays(-1);
        await _office.UseAsync(staff.Take(2), newest);
        await _office.UseAsync(staff.Take(2), newest.AddDays(-1));
        await _office.UseAsync(staff.Take(1), newest, tool: "another-tool");
        await _office.UseAsync(below.Take(1), newest.AddDays(-6));
        await _office.UseAsync(below.Skip(1).Take(1), newest.AddDays(-7));
        await _office.UseAsync(staff.Skip(2).Take(1), newest, active: false);
        await _office.UseAsync(others, newest);

        var step = await StepAsync();

        // Ten people with the lead; two of Checkout and one of Payments within the seven days.
        (step.Metric, step.MetricSample).ShouldBe((0.3, 10L));
    }

    [Fact]
    public async Task Use_of_fewer_than_five_people_is_not_even_measured()
    {
        await _office.UseAsync(await _office.StaffAsync(3), _office.Today);

        var step = await StepAsync();

        (step.Metric, step.MetricSample).ShouldBe((null, null));
    }

    [Fact]
    public async Task Usage_data_that_stopped_two_weeks_ago_say_nothing_about_now()
    {
        await _office.UseAsync(await _office.StaffAsync(9), _office.Today.AddDays(-15));

        (await StepAsync()).Metric.ShouldBeNull();
    }

    [Fact]
    public async Task A_reading_of_the_unit_above_or_one_that_is_too_old_does_not_count()
    {
        await _office.ReadAsync(GuardrailType.KbFreshness, 1, unit: _portal.Root);
        await _office.ReadAsync(GuardrailType.SeniorSignOff, 1, _office.Today.AddDays(-15));

        var step = await StepAsync();

        step.Findings.Single(f => f.Type == GuardrailType.KbFreshness).Value.ShouldBeNull();
        var old = step.Findings.Single(f => f.Type == GuardrailType.SeniorSignOff);
        (old.Value, old.AgeDays, old.Status).ShouldBe((1, 15, GuardrailStatus.Unknown));
    }

    [Fact]
    public async Task An_owner_has_to_accept_and_a_deputy_too()
    {
        var deputy = await _portal.AddPersonAsync("Wren Alder");
        var deputyUser = await _portal.AddUserAsync(GovernancePortal.Domain.Access.Role.Employee, _portal.Checkout, deputy.Id);
        var proposal = _office.Proposal();
        var id = (await _portal.SendAs(_office.LeadUser, proposal with { Deputy = deputy.Id, Guardrails = [.. proposal.Guardrails, TargetOffice.Standard(GuardrailType.NamedOwner)] })).Value;
        await _portal.SendAs(_office.LeadUser, new Web.Features.Adoption.AcceptTarget.AcceptTargetCommand(id, await _office.VersionAsync(id)));
        await _office.NightAsync();
        (await OwnerAsync(id)).ShouldBe((0, "The deputy has not accepted."));

        await _portal.SendAs(deputyUser, new Web.Features.Adoption.AcceptTarget.AcceptTargetCommand(id, await _office.VersionAsync(id)));
        await _office.NightAsync();
        (await OwnerAsync(id)).ShouldBe((1, "Owner and deputy are here and accepted within 90 days."));
    }

    [Fact]
    public async Task An_agent_that_can_change_production_needs_an_owner_and_a_deputy_who_accepted()
    {
        var deputy = await _portal.AddPersonAsync("Wren Alder");
        var deputyUser = await _portal.AddUserAsync(GovernancePortal.Domain.Access.Role.Employee, _portal.Checkout, deputy.Id);
        var desk = await Tools.ToolDesk.OpenAsync(_portal);
        var agent = await desk.AddAsync(desk.Terms() with { Owner = _office.Lead.Id, Deputy = deputy.Id });
        var proposal = _office.Proposal();
        var id = (await _portal.SendAs(_office.LeadUser, proposal with { Deputy = deputy.Id, Guardrails = [.. proposal.Guardrails, TargetOffice.Standard(GuardrailType.NamedOwner)] })).Value;
        foreach (var user in new[] { _office.LeadUser, deputyUser }) (await _portal.SendAs(user, new Web.Features.Adoption.AcceptTarget.AcceptTargetCommand(id, await _office.VersionAsync(id)))).Error.ShouldBeNull();
        await _office.NightAsync();
        (await OwnerAsync(id)).ShouldBe((0, "1 of 1 agent that can change production has no owner and deputy who accepted within 90 days."));

        foreach (var user in new[] { _office.LeadUser, deputyUser }) (await _portal.SendAs(user, new Web.Features.Tools.AcceptTool.AcceptToolCommand(agent, (await desk.LoadAsync(agent)).Version))).Error.ShouldBeNull();
        await _office.NightAsync();
        (await OwnerAsync(id)).ShouldBe((1, "Owner and deputy are here and accepted within 90 days, and so did those of 1 agent that can change production."));
    }

    private async Task<(double? Value, string Words)> OwnerAsync(AdoptionTargetId id)
    {
        var step = await _portal.InDb(db => db.Evaluations.Where(e => e.TargetId == id).OrderByDescending(e => e.Date).FirstAsync());
        var finding = step.Findings.Single(f => f.Type == GuardrailType.NamedOwner);
        return (finding.Value, finding.Words);
    }

    private async Task<(double? Value, long? Sample, string Words)> LiteracyAsync()
    {
        var finding = (await StepAsync()).Findings.Single(f => f.Type == GuardrailType.LiteracyCoverage);
        return (finding.Value, finding.Sample, finding.Words);
    }

    private async Task<EvaluationRecord> StepAsync()
    {
        var id = await _office.ProposeAsync();
        return await _portal.InDb(db => db.Evaluations.SingleAsync(e => e.TargetId == id));
    }
}
