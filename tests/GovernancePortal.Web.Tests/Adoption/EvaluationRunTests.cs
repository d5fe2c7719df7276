using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Features.Adoption.ApproveTarget;
using GovernancePortal.Web.Features.Adoption.EvaluateTarget;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Platform.Jobs;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Adoption;

public sealed class EvaluationRunTests : IAsyncLifetime
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
    public async Task After_downtime_every_day_gets_its_step()
    {
        var id = await _office.ProposeAsync();
        _portal.Clock.Advance(TimeSpan.FromDays(4));

        var steps = await Run(_portal).RunAsync(CancellationToken.None);

        steps.ShouldBe(4);
        var first = _office.Today.AddDays(-4);
        (await DatesAsync(id)).ShouldBe([first, first.AddDays(1), first.AddDays(2), first.AddDays(3), first.AddDays(4)]);
        (await Run(_portal).RunAsync(CancellationToken.None)).ShouldBe(0, "nothing is left to do");
    }

    [Fact]
    public void The_step_of_a_day_is_due_from_two_in_the_morning()
    {
        var day = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

        EvaluationRun.DueOn(day.AddHours(1.99)).ShouldBe(new DateOnly(2026, 11, 23));
        EvaluationRun.DueOn(day.AddHours(2)).ShouldBe(new DateOnly(2026, 11, 24));
    }

    [Fact]
    public async Task Two_replicas_take_each_step_once()
    {
        var ids = new List<AdoptionTargetId>();
        for (var i = 0; i < 8; i++) ids.Add(await _office.ProposeAsync());
        await using var other = _portal.StartBeside();
        _portal.Clock.Advance(TimeSpan.FromDays(2));

        var done = await Task.WhenAll(Task.Run(() => Run(_portal).RunAsync(CancellationToken.None)), Task.Run(() => Run(other).RunAsync(CancellationToken.None)));

        done.Sum().ShouldBe(16);
        foreach (var id in ids) (await DatesAsync(id)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_lease_keeps_others_out_until_it_ends_or_runs_out()
    {
        await using var other = _portal.StartBeside();
        var (mine, theirs) = (_portal.Services.GetRequiredService<JobLeases>(), other.Services.GetRequiredService<JobLeases>());

        (await mine.TryTakeAsync("job", TimeSpan.FromMinutes(5), CancellationToken.None)).ShouldBeTrue();
        (await theirs.TryTakeAsync("job", TimeSpan.FromMinutes(5), CancellationToken.None)).ShouldBeFalse();
        (await mine.TryTakeAsync("job", TimeSpan.FromMinutes(5), CancellationToken.None)).ShouldBeTrue("it is prolonged");
        _portal.Clock.Advance(TimeSpan.FromMinutes(5));
        (await theirs.TryTakeAsync("job", TimeSpan.FromMinutes(5), CancellationToken.None)).ShouldBeTrue("the first one died");
        await theirs.ReleaseAsync("job", CancellationToken.None);
        (await mine.TryTakeAsync("job", TimeSpan.FromMinutes(5), CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task Evaluating_twice_on_a_day_shows_tonight_and_writes_nothing()
    {
        var id = await _office.ProposeAsync();
        await _office.ReadAsync(GuardrailType.KbFreshness, 0.95);

        var result = await _portal.SendAs(_office.LeadUser, new EvaluateTargetCommand(id));

        result.Value.IsDryRun.ShouldBeTrue();
        result.Value.Findings!.Single(f => f.Type == GuardrailType.KbFreshness).Value.ShouldBe(0.95);
        (await DatesAsync(id)).Count.ShouldBe(1);
        (await _office.LoadAsync(id)).Guardrails.Single(g => g.Type == GuardrailType.KbFreshness).LastValue.ShouldBeNull();
    }

    [Fact]
    public async Task A_live_target_that_would_be_paused_tonight_is_paused_at_once_and_only_then()
    {
        var id = await LiveAsync();
        await _office.ReadAsync(GuardrailType.UnsupervisedProductionAccess, 1, _office.Today);

        var result = await _portal.SendAs(_office.LeadUser, new EvaluateTargetCommand(id));

        (result.Value.IsDryRun, result.Value.Transition).ShouldBe((false, "autoPause:UnsupervisedProductionAccess"));
        (await _office.LoadAsync(id)).State.ShouldBe(TargetState.Paused);
        var dates = await DatesAsync(id);
        dates[^1].ShouldBe(_office.Today.AddDays(1), "tonight's step is taken early");
        (await _office.NightAsync()).ShouldBe(0, "and not a second time");
    }

    [Fact]
    public async Task An_event_pauses_a_live_target_within_the_minute_and_once()
    {
        var id = await LiveAsync();
        await _office.ReadAsync(GuardrailType.UnsupervisedProductionAccess, 1, _office.Today);
        await Run(_portal).RunAsync(CancellationToken.None);
        (await _office.LoadAsync(id)).State.ShouldBe(TargetState.Active, "nothing was signalled");

        await SignalAsync();
        await using var other = _portal.StartBeside();
        await Task.WhenAll(Task.Run(() => Run(_portal).RunAsync(CancellationToken.None)), Task.Run(() => Run(other).RunAsync(CancellationToken.None)));
        await Run(_portal).RunAsync(CancellationToken.None);

        (await _office.LoadAsync(id)).State.ShouldBe(TargetState.Paused);
        (await DatesAsync(id)).ShouldBeUnique();
        (await _portal.InDb(db => db.LedgerEntries.CountAsync(e => e.Kind == "target.paused"))).ShouldBe(1);
        (await _portal.InDb(db => db.EvaluationSignals.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task An_event_hurries_no_counter_of_a_target_that_keeps_its_guardrails()
    {
        var id = await LiveAsync();
        var before = await _office.LoadAsync(id);

        await SignalAsync();
        await Run(_portal).RunAsync(CancellationToken.None);

        var after = await _office.LoadAsync(id);
        (after.State, after.Version, after.LastEvaluatedOn).ShouldBe((TargetState.Active, before.Version, before.LastEvaluatedOn));
        (await _portal.InDb(db => db.EvaluationSignals.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task An_auditor_cannot_evaluate_and_a_lead_of_another_unit_does_not_find_the_target()
    {
        var id = await _office.ProposeAsync();

        (await _portal.SendAs(Role.Auditor, new EvaluateTargetCommand(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.TeamLead, new EvaluateTargetCommand(id), _portal.Logistics)).Error.ShouldBe(TargetErrors.NotFound);
    }

    private static EvaluationRun Run(TestPortal portal) => portal.Services.GetRequiredService<EvaluationRun>();

    private async Task<List<DateOnly>> DatesAsync(AdoptionTargetId id) =>
        await _portal.InDb(db => db.Evaluations.Where(e => e.TargetId == id).OrderBy(e => e.Date).Select(e => e.Date).ToListAsync());

    private Task SignalAsync() => _office.AddAsync([new EvaluationSignal("test", _portal.Clock.GetUtcNow())]);

    private async Task<AdoptionTargetId> LiveAsync()
    {
        await _office.CompleteAsync([_office.Lead], await _office.RequireAsync());
        await _office.ReadWellAsync(_office.Today.AddDays(-1));
        var id = await _office.ProposeAsync();
        await _portal.SendAs(_office.ChiefUser, new ApproveTargetCommand(id, await _office.VersionAsync(id)));
        await _office.NightAsync();
        (await _office.LoadAsync(id)).State.ShouldBe(TargetState.Active);
        return id;
    }
}
