using GovernancePortal.Data;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Ledger;

public sealed class LedgerAppendTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task What_was_recorded_is_written_with_the_change_itself()
    {
        await _portal.InDb(db =>
        {
            db.Units.Add(new Unit(UnitId.New(), _portal.Root.Id, "Stores", "Larkfield|Stores"));
            db.Record("user:1", "unit.added", "unit:2", new { name = "Stores", at = new DateOnly(2026, 11, 23), level = Level.Senior });
            return db.SaveChangesAsync();
        });

        var entry = await _portal.InDb(db => db.LedgerEntries.SingleAsync());
        entry.Number.ShouldBe(1);
        entry.At.ShouldBe(_portal.Clock.GetUtcNow());
        entry.Payload.ShouldBe("""{"at":"2026-11-23","level":"senior","name":"Stores"}""");
        (await _portal.InDb(db => db.Units.CountAsync(u => u.Name == "Stores"))).ShouldBe(1);
        await AssertWholeAsync(1);
    }

    [Fact]
    public async Task A_failed_save_leaves_neither_an_entry_nor_a_gap()
    {
        await AppendAsync(1);
        await using (var db = await ContextAsync())
        {
            db.Units.Add(new Unit(UnitId.New(), _portal.Root.Id, "Checkout again", _portal.Checkout.Path));
            db.Record("user:1", "unit.added", "unit:2", new { });
            await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        await AssertWholeAsync(1);
        await AppendAsync(1);
        await AssertWholeAsync(2);
    }

    [Fact]
    public async Task A_save_that_is_tried_again_records_once()
    {
        await using var db = await ContextAsync();
        var twice = new Unit(UnitId.New(), _portal.Root.Id, "Checkout again", _portal.Checkout.Path);
        db.Units.Add(twice);
        db.Record("user:1", "unit.added", "unit:2", new { });
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());

        db.Entry(twice).State = EntityState.Detached;
        await db.SaveChangesAsync();
        await db.SaveChangesAsync();

        await AssertWholeAsync(1);
    }

    [Fact]
    public async Task A_transaction_of_the_callers_own_takes_the_entry_with_it()
    {
        await using (var db = await ContextAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Record("user:1", "unit.added", "unit:2", new { });
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        }

        await AssertWholeAsync(0);
    }

    [Fact]
    public async Task A_failed_save_within_the_callers_transaction_gives_its_place_back()
    {
        await using var db = await ContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var twice = new Unit(UnitId.New(), _portal.Root.Id, "Checkout again", _portal.Checkout.Path);
        db.Units.Add(twice);
        db.Record("user:1", "unit.added", "unit:2", new { });
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        db.Entry(twice).State = EntityState.Detached;
        await db.SaveChangesAsync();
        await transaction.CommitAsync();

        await AssertWholeAsync(1);
    }

    [Fact]
    public async Task Sixteen_writers_leave_no_gap()
    {
        var writers = Enumerable.Range(0, 16).Select(_ => Task.Run(() => AppendAsync(40)));

        await Task.WhenAll(writers);

        await AssertWholeAsync(640);
    }

    [Fact]
    public async Task Two_processes_leave_no_gap()
    {
        using var second = await SecondProcess.StartAsync(_portal.Database, saves: 20);
        await second.StandardInput.WriteLineAsync("go");

        var factory = _portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        await SecondProcess.AppendAsync(factory.CreateDbContext, writers: 8, saves: 20, "user:first");
        await second.WaitForExitAsync();

        second.ExitCode.ShouldBe(0);
        await AssertWholeAsync(320);
        (await _portal.InDb(db => db.LedgerEntries.CountAsync(e => e.ActorId == "user:second"))).ShouldBe(160);
    }

    [Fact]
    public async Task A_fact_that_the_ledger_cannot_hold_is_refused_where_it_is_recorded()
    {
        await using var db = await ContextAsync();

        Should.Throw<ArgumentException>(() => db.Record("Somebody Else", "unit.added", "unit:2", new { }));
        Should.Throw<ArgumentException>(() => db.Record("user:1", "unit.added", "unit:2", "not an object"));
        Should.Throw<ArgumentException>(() => db.Record("user:1", "unit.added", "unit:2", new { size = 0.1m + (decimal)long.MaxValue }));
    }

    [Fact]
    public async Task Saving_synchronously_does_not_lose_what_was_recorded()
    {
        await using var db = await ContextAsync();
        db.Record("user:1", "unit.added", "unit:2", new { });

        Should.Throw<InvalidOperationException>(() => db.SaveChanges());
    }

    private async Task AppendAsync(int saves)
    {
        for (var i = 0; i < saves; i++)
        {
            await using var db = await ContextAsync();
            db.Record("user:1", "unit.seen", "unit:2", new { i });
            await db.SaveChangesAsync();
        }
    }

    private Task<PortalDbContext> ContextAsync() => _portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();

    private async Task AssertWholeAsync(int size)
    {
        await using var db = await ContextAsync();
        var nodes = await db.LedgerNodes.ToDictionaryAsync(n => (n.Level, n.Index), n => n.Hash);
        var verification = new LedgerVerification([], (level, index) => nodes.GetValueOrDefault((level, index)));
        await foreach (var entry in db.LedgerEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable()) verification.Add(entry.ToColumns());

        var verdict = verification.Complete();
        verdict.Fault.ShouldBeNull();
        verdict.Entries.ShouldBe(size);
        var head = await db.LedgerHead.AsNoTracking().SingleAsync();
        head.Size.ShouldBe(size);
        MerkleFrontier.FromBytes(head.Frontier)!.Root().ShouldBe(verdict.Root);
        nodes.Count.ShouldBe(size / 256);
    }
}
