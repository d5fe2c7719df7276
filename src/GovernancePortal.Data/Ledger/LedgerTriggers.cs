using GovernancePortal.Data.Incidents;
using GovernancePortal.Data.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Ledger;

/// <summary>Makes the database itself refuse to change or delete what the ledger holds, what is kept of incidents, and runs of scenarios. Run after every migration; running it again changes nothing.</summary>
public static class LedgerTriggers
{
    private static readonly string[] Tables = ["LedgerEntries", "LedgerNodes", "LedgerCheckpoints"];

    public static async Task CreateAsync(PortalDbContext db, CancellationToken cancellationToken = default)
    {
        var statements = db.Database.IsSqlite() ? Tables.SelectMany(OnSqlite) : Tables.Select(OnSqlServer);
        var kept = IncidentTriggers.Statements(db.Database.IsSqlite()).Concat(ScenarioTriggers.Statements(db.Database.IsSqlite()));
        foreach (var statement in statements.Concat(kept)) await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
    }

    /// <summary>The trigger's name on SQL Server; SQLite needs one for each verb.</summary>
    internal static string NameFor(string table) => $"{table}_AppendOnly";

    private static IEnumerable<string> OnSqlite(string table) =>
        from verb in new[] { "UPDATE", "DELETE" }
        select $"CREATE TRIGGER IF NOT EXISTS {NameFor(table)}_{verb} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} only grows'); END";

    private static string OnSqlServer(string table) =>
        $"CREATE OR ALTER TRIGGER {NameFor(table)} ON {table} INSTEAD OF UPDATE, DELETE AS THROW 51000, '{table} only grows', 1;";
}
