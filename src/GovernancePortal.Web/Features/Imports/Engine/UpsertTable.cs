using GovernancePortal.Data.Bulk;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>
/// Brings staged rows into a table that has a unique key: new keys are inserted, known ones updated where a value differs.
/// The SQL is the part that SQLite and SQL Server share.
/// </summary>
/// <param name="Target">The portal's table.</param>
/// <param name="Keys">Columns of the key.</param>
/// <param name="Values">Columns that are compared and updated.</param>
/// <param name="Notes">Columns that are staged alone, for other statements.</param>
internal sealed record UpsertTable(string Target, IReadOnlyList<BulkColumn> Keys, IReadOnlyList<BulkColumn> Values, params IReadOnlyList<BulkColumn> Notes)
{
    public IReadOnlyList<BulkColumn> Staged { get; } =
        [.. Keys, .. Values, .. Notes, new("Existing", BulkType.Flag), new("Changed", BulkType.Flag), new("PersonId", BulkType.Id)];

    public int IndexOf(string column) => Staged.Index().First(c => c.Item.Name.Equals(column, StringComparison.Ordinal)).Index;

    public string ClearMarks(string staging) => $"UPDATE {staging} SET [Existing] = 0, [Changed] = 0";

    public string MarkExisting(string staging) =>
        $"UPDATE {staging} SET [Existing] = 1, [Changed] = {Differs(staging)} FROM [{Target}] AS t WHERE {string.Join(" AND ", Keys.Select(k => $"t.[{k.Name}] = {staging}.[{k.Name}]"))}";

    public static string MatchPeople(string staging) =>
        $"UPDATE {staging} SET [PersonId] = l.[PersonId] FROM [PersonLogins] AS l WHERE l.[Provider] = @provider AND l.[Login] = {staging}.[Login]";

    /// <summary>Logins of nobody of which nobody has decided either.</summary>
    public static string UnmatchedLogins(string staging) =>
        $"""
        SELECT COUNT(DISTINCT s.[Login]) FROM {staging} AS s WHERE s.[PersonId] IS NULL
          AND NOT EXISTS (SELECT 1 FROM [NobodysLogins] AS n WHERE n.[Provider] = @provider AND n.[Login] = s.[Login])
        """;

    public static string CountNew(string staging) => $"SELECT COUNT(*) FROM {staging} WHERE [Existing] = 0";

    public static string CountChanged(string staging) => $"SELECT COUNT(*) FROM {staging} WHERE [Changed] = 1";

    /// <summary>In the order of the key: each row then goes beside the one before it in the key's index, and not to a page of its own.</summary>
    public string Insert(string staging)
    {
        var columns = Keys.Concat(Values).Select(c => c.Name).ToArray();
        return $"""
            INSERT INTO [{Target}] ({string.Join(", ", columns.Select(c => $"[{c}]"))})
            SELECT {string.Join(", ", columns.Select(c => $"s.[{c}]"))} FROM {staging} AS s WHERE s.[Existing] = 0 ORDER BY {string.Join(", ", Keys.Select(k => $"s.[{k.Name}]"))}
            """;
    }

    public string Update(string staging) =>
        $"""
        UPDATE [{Target}] SET {string.Join(", ", Values.Select(v => $"[{v.Name}] = s.[{v.Name}]"))} FROM {staging} AS s
        WHERE s.[Changed] = 1 AND {string.Join(" AND ", Keys.Select(k => $"[{Target}].[{k.Name}] = s.[{k.Name}]"))}
        """;

    private string Differs(string staging) =>
        Values.Count == 0 ? "0" : $"CASE WHEN {string.Join(" OR ", Values.Select(v => $"t.[{v.Name}] IS DISTINCT FROM {staging}.[{v.Name}]"))} THEN 1 ELSE 0 END";
}
