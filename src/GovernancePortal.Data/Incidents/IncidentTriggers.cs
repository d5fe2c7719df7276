namespace GovernancePortal.Data.Incidents;

/// <summary>Makes the database itself keep what was written about an incident: nothing is deleted, and words are not written over.</summary>
internal static class IncidentTriggers
{
    /// <summary>The columns of each table that are written once.</summary>
    private static readonly (string Table, string[] Columns)[] Kept =
    [
        ("Incidents", ["Id", "Number", "Serial", "ReportedBy", "ReportedAt"]),
        ("IncidentAttributions", ["IncidentId", "Number", "Involvement", "ButFor", "ButForWords", "Factors", "Words", "Reason", "NeedsAgreement", "ProposedBy", "ProposedAt"]),
        ("IncidentActions", ["Id", "IncidentId", "Title", "Owner", "DueOn", "PlacedAt"]),
        ("IncidentEvents", ["Id", "IncidentId", "At", "Words", "AddedBy", "AddedAt"]),
        ("IncidentLinks", ["Id", "IncidentId", "Kind", "Reference", "Note", "AddedBy", "AddedAt"]),
        ("IncidentCorrections", ["Id", "IncidentId", "Title", "Severity", "UnitId", "StartedAt", "DetectedAt", "EndedAt", "Systems", "CustomersAffected", "Loss", "LossNote", "Reason", "By", "At"]),
    ];

    public static IEnumerable<string> Statements(bool sqlite) => sqlite ? Kept.SelectMany(k => OnSqlite(k.Table, k.Columns)) : Kept.Select(k => OnSqlServer(k.Table, k.Columns));

    /// <summary>The trigger's name on SQL Server; SQLite needs one for each verb.</summary>
    internal static string NameFor(string table) => $"{table}_Kept";

    private static IEnumerable<string> OnSqlite(string table, string[] columns) =>
        [
            $"CREATE TRIGGER IF NOT EXISTS {NameFor(table)}_UPDATE BEFORE UPDATE OF {Quoted(columns, '"', '"')} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is kept as written'); END",
            $"CREATE TRIGGER IF NOT EXISTS {NameFor(table)}_DELETE BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is kept as written'); END",
        ];

    private static string OnSqlServer(string table, string[] columns)
    {
        var touched = string.Join(" OR ", columns.Select(c => $"UPDATE([{c}])"));
        return $"CREATE OR ALTER TRIGGER {NameFor(table)} ON {table} AFTER UPDATE, DELETE AS "
            + $"IF EXISTS (SELECT 1 FROM deleted) AND (NOT EXISTS (SELECT 1 FROM inserted) OR {touched}) THROW 51000, '{table} is kept as written', 1;";
    }

    private static string Quoted(string[] columns, char open, char close) => string.Join(", ", columns.Select(c => $"{open}{c}{close}"));
}
