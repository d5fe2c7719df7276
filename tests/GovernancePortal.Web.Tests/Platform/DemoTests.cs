using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Platform.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Platform;

public sealed class DemoTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private readonly TestPortal _portal = demo.Portal;

    [Fact]
    public async Task It_tells_the_story()
    {
        var states = await _portal.InDb(db =>
            db.AdoptionTargets.Join(db.Units, t => t.Scope, u => u.Id, (t, u) => new { u.Name, t.State }).ToDictionaryAsync(x => x.Name, x => x.State)
        );
        var monday = DemoIncidents.WorstMonday(DateOnly.FromDateTime(_portal.Clock.GetUtcNow().UtcDateTime)).ToDateTime(TimeOnly.MinValue);
        var incidents = await _portal.InDb(db => db.Incidents.ToListAsync());

        (await _portal.InDb(db => db.Units.CountAsync())).ShouldBe(25);
        (await _portal.InDb(db => db.People.CountAsync())).ShouldBeInRange(380, 420);
        states[DemoPlan.Checkout].ShouldBe(TargetState.Paused);
        states["Pricing and promotions"].ShouldBe(TargetState.Paused);
        states["Store systems"].ShouldBe(TargetState.Proposed);
        states["Customer service"].ShouldBe(TargetState.Active);
        var busy = await _portal.InDb(db => db.Evaluations.Where(e => e.Activity != null && db.AdoptionTargets.Any(t => t.Id == e.TargetId && t.LastEvaluatedOn == e.Date)).Join(db.AdoptionTargets, e => e.TargetId, t => t.Id, (e, t) => t.Scope).Join(db.Units, s => s, u => u.Id, (s, u) => u.Name).ToListAsync());
        busy.ShouldBe(["Customer service"], "its use rose within weeks and its outcome did not move");
        (await _portal.InDb(db => db.DeliveryLinks.Select(l => l.Project).Distinct().CountAsync())).ShouldBe(5);
        (await _portal.InDb(db => db.DeliveryIncidents.CountAsync(i => !db.DeliveryLinks.Any(l => l.IncidentId == i.Id)))).ShouldBe(2);
        incidents.Count(i => i.IsSevere && i.IsAiRelated && i.StartedAt.UtcDateTime >= monday && i.StartedAt.UtcDateTime < monday.AddDays(7)).ShouldBe(4);
    }

    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        (await demo.SeedAsync()).ShouldBeFalse();

        (await _portal.InDb(db => db.Users.CountAsync())).ShouldBe(DemoAccounts.All.Count);
    }

    [Fact]
    public async Task The_api_key_of_the_configuration_works_and_is_made_once()
    {
        var key = _portal.Services.GetRequiredService<DemoApiKey>();
        await key.EnsureAsync(CancellationToken.None);
        await key.EnsureAsync(CancellationToken.None);

        (await _portal.InDb(db => db.ApiKeys.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Every_account_of_the_demo_is_marked_as_such() =>
        (await _portal.InDb(db => db.Users.CountAsync((PortalUser u) => !u.IsDemo))).ShouldBe(0);
}
