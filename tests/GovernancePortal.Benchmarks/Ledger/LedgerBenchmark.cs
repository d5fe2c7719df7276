using GovernancePortal.Data;
using GovernancePortal.Web.Platform.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Benchmarks.Ledger;

/// <summary>Durable appends by sixteen writers at once, each with its own save, and the verification of a million entries.</summary>
internal static class LedgerBenchmark
{
    private const int Writers = 16;
    private const int SavesEach = 400;
    private const int Entries = 1_000_000;
    private const int EntriesPerSave = 5_000;

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var contexts = portal.Contexts;

        await AppendAsync(contexts, saves: 50);
        await Machine.BestOfAsync(
            3,
            $"ledger: {Writers} writers, one durable save for each entry",
            () => Machine.TimeAsync(() => Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => AppendAsync(contexts, SavesEach))))),
            time => Machine.PerSecond(Writers * SavesEach, time)
        );

        await FillAsync(contexts);
        await portal.Services.GetRequiredService<CheckpointMaker>().MakeAsync("system", CancellationToken.None);
        var verifier = portal.Services.GetRequiredService<LedgerVerifier>();
        await Machine.BestOfAsync(3, $"ledger: verification of {Entries:#,0} entries", () => Machine.TimeAsync(() => VerifyAsync(verifier)), Machine.Seconds);
    }

    private static async Task AppendAsync(IDbContextFactory<PortalDbContext> contexts, int saves)
    {
        for (var i = 0; i < saves; i++)
        {
            await using var db = await contexts.CreateDbContextAsync();
            Record(db, i);
            await db.SaveChangesAsync();
        }
    }

    private static async Task FillAsync(IDbContextFactory<PortalDbContext> contexts)
    {
        await using var counting = await contexts.CreateDbContextAsync();
        var missing = Entries - (int)(await counting.LedgerHead.SingleAsync()).Size;
        while (missing > 0)
        {
            await using var db = await contexts.CreateDbContextAsync();
            var count = Math.Min(missing, EntriesPerSave);
            for (var i = 0; i < count; i++) Record(db, i);
            await db.SaveChangesAsync();
            missing -= count;
        }
    }

    private static void Record(PortalDbContext db, int i) =>
        db.Record(
            "user:01936f5e-7c1a-7d3b-9a43-2f9a3c5d1e01",
            "target.evaluated",
            "target:01936f5e-7c1a-7d3b-9a43-2f9a3c5d1e02",
            new { date = "2026-11-23", literacy = 0.82, needs = 0.9, run = i, state = "paused" }
        );

    private static async Task VerifyAsync(LedgerVerifier verifier)
    {
        var report = await verifier.VerifyAsync(progress: null, CancellationToken.None);
        if (!report.IsWhole || report.Entries != Entries) throw new InvalidOperationException(report.Fault ?? $"{report.Entries} entries");
    }
}
