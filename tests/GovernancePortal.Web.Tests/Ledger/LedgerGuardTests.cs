using GovernancePortal.Data.Ledger;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Ledger;

public sealed class LedgerGuardTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        await _portal.AppendAsync(256);
        await _portal.CheckpointAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_entry_is_not_changed_through_the_context()
    {
        await using var db = await _portal.ContextAsync();
        var entry = await db.LedgerEntries.FirstAsync();
        db.Entry(entry).Property(e => e.Kind).CurrentValue = "unit.lost";

        (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldBe("The ledger only grows: a LedgerEntry was modified.");
    }

    [Fact]
    public async Task Nothing_of_the_ledger_is_deleted_through_the_context()
    {
        await using var db = await _portal.ContextAsync();
        object[] rows = [await db.LedgerEntries.FirstAsync(), await db.LedgerNodes.FirstAsync(), await db.LedgerCheckpoints.FirstAsync(), await db.LedgerHead.SingleAsync()];
        foreach (var row in rows)
        {
            db.Entry(row).State = EntityState.Deleted;
            await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            db.Entry(row).State = EntityState.Unchanged;
        }
    }

    [Theory]
    [InlineData("LedgerEntries", "Sequence = Sequence")]
    [InlineData("LedgerNodes", "Level = Level")]
    [InlineData("LedgerCheckpoints", "Size = Size")]
    public async Task The_database_itself_refuses_to_change_or_delete(string table, string change)
    {
        var update = await Should.ThrowAsync<System.Data.Common.DbException>(() => _portal.RawSqlAsync($"UPDATE {table} SET {change}"));
        var delete = await Should.ThrowAsync<System.Data.Common.DbException>(() => _portal.RawSqlAsync($"DELETE FROM {table}"));

        update.Message.ShouldContain($"{table} only grows");
        delete.Message.ShouldContain($"{table} only grows");
    }

    [Fact]
    public async Task Making_the_triggers_again_changes_nothing()
    {
        await _portal.InDb(async db =>
        {
            await LedgerTriggers.CreateAsync(db);
            return 0;
        });

        (await _portal.VerifyAsync()).Fault.ShouldBeNull();
    }
}
