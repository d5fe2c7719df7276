namespace GovernancePortal.Data.Bulk;

/// <summary>
/// Sorting an index once is several times as quick as finding a place in it for each of many rows. So while most of a table is being inserted, the indexes
/// that only serve reading are gone; they come back in the same transaction, and other connections never see the table without them.
/// </summary>
internal static class SqliteIndexes
{
    /// <param name="bulk">Within its transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="keep">Columns whose indexes the insert itself reads, such as a key that refers to the same table.</param>
    /// <param name="insert">The work.</param>
    /// <param name="cancellationToken">Ends the work; the transaction brings the indexes back.</param>
    public static async Task RebuildAfterAsync(BulkWriter bulk, string table, string keep, Func<Task> insert, CancellationToken cancellationToken)
    {
        var indexes = new List<(string Name, string Sql)>();
        var found = bulk.QueryAsync(
            "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND tbl_name = @table AND sql NOT LIKE 'CREATE UNIQUE%' ORDER BY name",
            r => (r.GetString(0), r.GetString(1)),
            cancellationToken,
            ("@table", table)
        );
        await foreach (var index in found)
        {
            if (!index.Item2.Contains($"(\"{keep}\")", StringComparison.Ordinal)) indexes.Add(index);
        }

        foreach (var (name, _) in indexes) await bulk.ExecuteAsync($"DROP INDEX main.[{name}]", cancellationToken);
        await insert();
        foreach (var (_, sql) in indexes) await bulk.ExecuteAsync(sql, cancellationToken);
    }
}
