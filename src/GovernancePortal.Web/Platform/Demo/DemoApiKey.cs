using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>One API key with every scope for the demo: its value is <c>Demo:ApiKey</c>, or a random one that is printed once.</summary>
internal sealed class DemoApiKey(IDbContextFactory<PortalDbContext> contexts, IConfiguration configuration, TimeProvider clock)
{
    private const string Name = "Demo";

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var wanted = configuration["Demo:ApiKey"];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await IsThereAsync(db, wanted, cancellationToken)) return;

        var key = string.IsNullOrEmpty(wanted) ? ApiKey.Generate() : wanted;
        var root = await db.Units.Where(u => u.ParentId == null).Select(u => u.Id).SingleAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var made = new ApiKey(Name, key, ApiScopes.All.Keys, root, now, now.AddDays(365));
        db.ApiKeys.Add(made);
        db.Record(DemoSeeder.Actor, "apikey.created", $"key:{made.Id.Value}", new { scopes = made.Scopes, unit = root.Value, expires = made.ExpiresAt });
        await db.SaveChangesAsync(cancellationToken);
        if (string.IsNullOrEmpty(wanted)) Console.WriteLine($"API key of the demo, shown this once: {key}");
    }

    private static Task<bool> IsThereAsync(PortalDbContext db, string? wanted, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(wanted)) return db.ApiKeys.AnyAsync(k => k.Name == Name, cancellationToken);

        var hash = ApiKey.HashOf(wanted);
        return db.ApiKeys.AnyAsync(k => k.Hash == hash, cancellationToken);
    }
}
