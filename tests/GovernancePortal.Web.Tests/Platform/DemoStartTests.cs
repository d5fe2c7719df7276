using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Platform;

/// <summary>The demo's days are counted back from today, so what it tells must come out whatever day it is started on. <see cref="DemoTests"/> starts it on a Monday.</summary>
public sealed class DemoStartTests
{
    public static TheoryData<DateOnly> Days =>
        [.. Enumerable.Range(0, 6).Select(day => new DateOnly(2026, 11, 24).AddDays(day)), new DateOnly(2028, 2, 29)];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task The_demo_starts_on_any_day(DateOnly day)
    {
        await using var demo = await DemoPortal.StartAsync(day);

        var states = await demo.Portal.InDb(db =>
            db.AdoptionTargets.Join(db.Units, t => t.Scope, u => u.Id, (t, u) => new { u.Name, t.State }).ToDictionaryAsync(x => x.Name, x => x.State)
        );
        states[DemoPlan.Checkout].ShouldBe(TargetState.Paused);
        states["Pricing and promotions"].ShouldBe(TargetState.Paused);
        states["Customer service"].ShouldBe(TargetState.Active);
    }
}
