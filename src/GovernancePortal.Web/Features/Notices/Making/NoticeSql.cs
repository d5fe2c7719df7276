using GovernancePortal.Data.Bulk;

namespace GovernancePortal.Web.Features.Notices.Making;

/// <summary>
/// The statements that bring the notices up to what is so today, in the SQL that SQLite and SQL Server share. Kind 5 is a digest; a mail in state 1 waits;
/// choice 1 is weekly, 2 no mail.
/// </summary>
/// <param name="staged">Name of the staging table.</param>
/// <param name="only">What notices it is about, as a condition on their kind.</param>
internal sealed class NoticeSql(string staged, string only)
{
    public const string All = "[Kind] > 0";

    /// <summary>Of incidents, pages and changes; they have the numbers after the digest.</summary>
    public const string Evidence = "[Kind] > 5";

    public static readonly BulkColumn[] Columns =
    [
        new("RecipientId", BulkType.Id),
        new("Kind", BulkType.Number),
        new("SubjectId", BulkType.Id),
        new("On", BulkType.Date),
        new("Asked", BulkType.Number),
        new("Lacking", BulkType.Number),
        new("Expiring", BulkType.Number),
        new("Reports", BulkType.Number),
        new("NoticeId", BulkType.Number),
    ];

    private string SameKey => $"n.[RecipientId] = {staged}.[RecipientId] AND n.[Kind] = {staged}.[Kind] AND n.[SubjectId] = {staged}.[SubjectId] AND n.[On] = {staged}.[On]";

    private string Known => $"SELECT s.[NoticeId] FROM {staged} AS s WHERE s.[NoticeId] IS NOT NULL";

    /// <summary>Finds what was told before. It writes the staging table alone, so that nobody waits for it; only the run that holds the lease adds notices.</summary>
    public string Match => $"UPDATE {staged} SET [NoticeId] = n.[Id] FROM [Notices] AS n WHERE {SameKey}";

    /// <summary>Closes what is no longer so, and the digests of earlier weeks.</summary>
    public string Settle => $"UPDATE [Notices] SET [SettledAt] = @now WHERE [SettledAt] IS NULL AND {only} AND NOT ([Kind] = 5 AND [On] >= @monday) AND [Id] NOT IN ({Known})";

    /// <summary>Opens what is so again, such as after a declined report; it is not mailed a second time.</summary>
    public string Reopen => $"UPDATE [Notices] SET [SettledAt] = NULL WHERE [SettledAt] IS NOT NULL AND [Kind] <> 5 AND [Id] IN ({Known})";

    public string Insert =>
        $"""
        INSERT INTO [Notices] ([RecipientId], [Kind], [SubjectId], [On], [Asked], [Lacking], [Expiring], [Reports], [MadeAt], [MailWanted])
        SELECT s.[RecipientId], s.[Kind], s.[SubjectId], s.[On], s.[Asked], s.[Lacking], s.[Expiring], s.[Reports], @now,
          CASE WHEN @mail = 1 AND COALESCE(o.[MailChoice], a.[MailChoice], 0) <> 2 AND COALESCE(p.[Email], o.[Email], a.[Email]) IS NOT NULL THEN 1 ELSE 0 END
        FROM {staged} AS s
        LEFT JOIN [People] AS p ON p.[Id] = s.[RecipientId]
        LEFT JOIN [Users] AS o ON o.[PersonId] = s.[RecipientId] AND o.[RemovedAt] IS NULL
        LEFT JOIN [Users] AS a ON a.[Id] = s.[RecipientId] AND a.[RemovedAt] IS NULL
        WHERE s.[NoticeId] IS NULL ORDER BY s.[Row]
        """;

    /// <summary>One mail for everybody who has notices to be mailed and no mail that waits for its first try.</summary>
    public static string InsertMails =>
        """
        INSERT INTO [NoticeMails] ([IsDigest], [RecipientId], [State], [DueAt], [Tries], [Fault], [MadeAt])
        SELECT w.[IsDigest], w.[RecipientId], 1, CASE WHEN w.[IsDigest] = 0 AND o.[MailChoice] = 1 THEN @weekly ELSE @due END, 0, 0, @now
        FROM (
          SELECT DISTINCT n.[RecipientId], CASE WHEN n.[Kind] = 5 THEN 1 ELSE 0 END AS [IsDigest] FROM [Notices] AS n
          WHERE n.[MailWanted] = 1 AND n.[MailId] IS NULL AND n.[SettledAt] IS NULL AND n.[ReadAt] IS NULL
        ) AS w
        LEFT JOIN [Users] AS o ON o.[PersonId] = w.[RecipientId] AND o.[RemovedAt] IS NULL
        WHERE NOT EXISTS (SELECT 1 FROM [NoticeMails] AS m WHERE m.[RecipientId] = w.[RecipientId] AND m.[IsDigest] = w.[IsDigest] AND m.[State] = 1 AND m.[Tries] = 0)
        """;
}
