using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Features.Ledger.MakeCheckpoint;
using GovernancePortal.Web.Features.Ledger.VerifyLedger;
using GovernancePortal.Web.Platform.Ledger;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Ledger;

/// <summary>What the tests of the ledger do to a portal.</summary>
internal static class LedgerOfPortal
{
    public static Task<PortalDbContext> ContextAsync(this TestPortal portal) =>
        portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();

    /// <summary>Records as many entries in one save; entry number n has the payload {"i":n}.</summary>
    public static async Task AppendAsync(this TestPortal portal, int entries, string kind = "unit.seen")
    {
        await using var db = await portal.ContextAsync();
        var size = (await db.LedgerHead.AsNoTracking().SingleAsync()).Size;
        for (var i = 1; i <= entries; i++) db.Record("user:1", kind, "unit:2", new { i = size + i });
        await db.SaveChangesAsync();
    }

    public static async Task<LedgerReport> VerifyAsync(this TestPortal portal) => (await portal.SendAs(Role.Auditor, new VerifyLedgerCommand())).Value;

    public static async Task<long> CheckpointAsync(this TestPortal portal) => (await portal.SendAs(Role.Auditor, new MakeCheckpointCommand())).Value;

    public static IReadOnlyList<ArchivedCheckpoint> Archive(this TestPortal portal) => portal.Services.GetRequiredService<CheckpointArchive>().ReadAll();

    public static Task<int> SqlAsync(this TestPortal portal, FormattableString sql) => portal.InDb(db => db.Database.ExecuteSqlAsync(sql));

    public static Task<int> RawSqlAsync(this TestPortal portal, string sql) => portal.InDb(db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>What somebody with the database's password can do first.</summary>
    public static async Task DropTriggersAsync(this TestPortal portal)
    {
        foreach (var table in new[] { "LedgerEntries", "LedgerNodes", "LedgerCheckpoints" })
        {
            if (portal.Database.Provider == DatabaseProvider.SqlServer) await portal.RawSqlAsync($"DISABLE TRIGGER ALL ON {table}");
            else foreach (var verb in new[] { "UPDATE", "DELETE" }) await portal.RawSqlAsync($"DROP TRIGGER {table}_AppendOnly_{verb}");
        }
    }

    /// <summary>Writes the whole ledger anew, with all its hashes, as somebody would who knows how it works and cannot sign.</summary>
    public static async Task RewriteAsync(this TestPortal portal, Func<LedgerEntry, bool> keep, Func<LedgerEntry, string> payload)
    {
        var entries = await portal.InDb(db => db.LedgerEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync());
        var frontier = new MerkleFrontier();
        var nodes = new List<MerkleNode>();
        await portal.SqlAsync($"DELETE FROM LedgerEntries");
        await portal.SqlAsync($"DELETE FROM LedgerNodes");
        foreach (var old in entries.Where(keep))
        {
            var json = System.Text.Json.Nodes.JsonNode.Parse(payload(old))!.AsObject();
            var entry = LedgerEntry.Append(frontier.Size, old.At, LedgerFact.Create(old.ActorId, old.Kind, old.Subject, json).Value);
            frontier.Append(entry.LeafHash, nodes);
            await portal.InDb(db =>
            {
                db.LedgerEntries.Add(entry);
                return db.SaveChangesAsync();
            });
        }

        await portal.InDb(async db =>
        {
            db.LedgerNodes.AddRange(nodes);
            return await db.SaveChangesAsync();
        });
        await portal.SqlAsync($"UPDATE LedgerHead SET Size = {frontier.Size}, Frontier = {frontier.ToBytes()}");
    }
}
