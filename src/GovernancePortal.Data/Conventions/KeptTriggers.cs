namespace GovernancePortal.Data.Conventions;

/// <summary>Makes the database itself keep rows as they were written: none is deleted, and the columns named are not written over.</summary>
internal static class KeptTriggers
{
    /// <summary>The trigger's name on SQL Server; SQLite needs one for each verb.</summary>
    public static string NameFor(string table) => $"{table}_Kept";

    public static IEnumerable<string> Statements(string table, IReadOnlyList<string> columns, bool sqlite) => sqlite ? OnSqlite(table, columns) : [OnSqlServer(table, columns)];

    private static IEnumerable<string> OnSqlite(string table, IReadOnlyList<string> columns) =>
        [
            $"CREATE TRIGGER IF NOT EXISTS {NameFor(table)}_UPDATE BEFORE UPDATE OF {Quoted(columns)} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is kept as written'); END",
            $"CREATE TRIGGER IF NOT EXISTS {NameFor(table)}_DELETE BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is kept as written'); END",
        ];

    private static string OnSqlServer(string table, IReadOnlyList<string> columns)
    {
        var touched = string.Join(" OR ", columns.Select(c => $"UPDATE([{c}])"));
        return $"CREATE OR ALTER TRIGGER {NameFor(table)} ON {table} AFTER UPDATE, DELETE AS "
            + $"IF EXISTS (SELECT 1 FROM deleted) AND (NOT EXISTS (SELECT 1 FROM inserted) OR {touched}) THROW 51000, '{table} is kept as written', 1;";
    }

    private static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));
}
