namespace GovernancePortal.Web.Features.Imports.Completions;

/// <summary>
/// The statements of a completions import, in the SQL that SQLite and SQL Server share. State: 0 new, 1 already recorded, 2 repeats an earlier row, 3 wrong.
/// </summary>
internal sealed class CompletionSql(string staged)
{
    private const string SameKey =
        "c.[CourseId] = {0}.[CourseId] AND c.[CourseVersion] = {0}.[CourseVersion] AND c.[CompletedOn] = {0}.[CompletedOn] AND c.[Result] = {0}.[Result] AND c.[ExternalId] = {0}.[ExternalId]";

    /// <summary>Recorded before; the same key with another score is no repetition but a contradiction.</summary>
    public string MarkRecorded =>
        $"""
        UPDATE {staged} SET [State] = CASE WHEN c.[Score] IS DISTINCT FROM {staged}.[Score] THEN 3 ELSE 1 END
        FROM [Completions] AS c WHERE {staged}.[State] = 0 AND c.[PersonId] = {staged}.[PersonId] AND {Same(staged)} AND c.[VoidedAt] IS NULL
        """;

    /// <summary>What was struck does not come back with the next file.</summary>
    public string MarkStruck =>
        $"""
        UPDATE {staged} SET [State] = 1
        FROM [Completions] AS c WHERE {staged}.[State] = 0 AND c.[PersonId] = {staged}.[PersonId] AND {Same(staged)} AND c.[VoidedAt] IS NOT NULL
        """;

    public string Contradictions =>
        $"""
        SELECT s.[Row], s.[Score] FROM {staged} AS s JOIN [Completions] AS c ON c.[PersonId] = s.[PersonId] AND {Same("s")}
        WHERE s.[State] = 3 AND c.[VoidedAt] IS NULL AND c.[Score] IS DISTINCT FROM s.[Score] ORDER BY s.[Row]
        """;

    public string MarkRepeated =>
        $"""
        UPDATE {staged} SET [State] = 2 WHERE [State] = 0 AND EXISTS
        (SELECT 1 FROM {staged} AS c WHERE c.[Row] < {staged}.[Row] AND c.[State] = 0 AND c.[PersonId] = {staged}.[PersonId] AND {Same(staged)})
        """;

    // In the order of the indexes: each row then goes beside the one before it, and not to a page of its own.
    public string Insert =>
        $"""
        INSERT INTO [Completions] ([PersonId], [CourseId], [CourseVersion], [CompletedOn], [Result], [Score], [ValidUntil], [Source], [ExternalId], [RecordedAt], [ImportId])
        SELECT s.[PersonId], s.[CourseId], s.[CourseVersion], s.[CompletedOn], s.[Result], s.[Score], s.[ValidUntil], 'import', s.[ExternalId], @now, @import
        FROM {staged} AS s WHERE s.[State] = 0 ORDER BY s.[PersonId], s.[CourseId], s.[CompletedOn]
        """;

    public string CountTouched => $"SELECT COUNT(DISTINCT [PersonId]) FROM {staged} WHERE [State] = 0";

    public string CountIn(string states) => $"SELECT COUNT(*) FROM {staged} WHERE [State] IN ({states})";

    private static string Same(string table) => SameKey.Replace("{0}", table, StringComparison.Ordinal);
}
