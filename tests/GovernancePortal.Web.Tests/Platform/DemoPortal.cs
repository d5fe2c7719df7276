using GovernancePortal.Web.Platform.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Platform;

/// <summary>A test portal that holds the demo organisation and nothing else.</summary>
public sealed class DemoPortal : IAsyncLifetime
{
    public TestPortal Portal { get; private set; } = null!;

    /// <summary>Starts the demo on a day, at six in the morning.</summary>
    public static async Task<DemoPortal> StartAsync(DateOnly day)
    {
        var demo = new DemoPortal();
        await demo.StartPortalAsync();
        demo.Portal.Clock.Advance(day.ToDateTime(new TimeOnly(6, 0)) - demo.Portal.Clock.GetUtcNow().UtcDateTime);
        (await demo.SeedAsync()).ShouldBeTrue();
        return demo;
    }

    public async ValueTask InitializeAsync()
    {
        await StartPortalAsync();
        (await SeedAsync()).ShouldBeTrue();
    }

    /// <summary>Fills the portal with the demo; false when it holds people already.</summary>
    public Task<bool> SeedAsync() => Portal.Services.GetRequiredService<DemoSeeder>().SeedAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private async Task StartPortalAsync()
    {
        Portal = await TestPortal.StartAsync(
            environment: "Development",
            settings: new(StringComparer.Ordinal) { ["Demo:Enabled"] = "true", ["Demo:ApiKey"] = "gp_demo-key-of-a-test" }
        );
        // The test portal's own units go, the lowest first: the demo fills an empty database alone.
        foreach (var depth in new[] { 2, 1, 0 }) await Portal.InDb(db => db.Units.Where(u => u.Depth == depth).ExecuteDeleteAsync());
    }
}
