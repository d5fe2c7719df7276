namespace GovernancePortal.Web.Features.Imports.Roster;

/// <summary>Statements for what hangs on a person: skills, systems and logins. See <see cref="RosterSql"/> for the SQL.</summary>
/// <param name="people">Staged people.</param>
/// <param name="words">Staged skills or systems.</param>
/// <param name="target">The portal's table.</param>
/// <param name="count">Column of the staged people that says how many words the file has for them.</param>
/// <param name="list">Column of the staged people that names the list of those words.</param>
internal sealed class RosterWordsSql(string people, string words, string target, string count, string list)
{
    /// <summary>Other words: as many as before, and all of them known, is no change.</summary>
    public string MarkOtherCount =>
        $"""
        UPDATE {people} SET [Changed] = 1 WHERE [Existing] = 1 AND [Changed] = 0
          AND [{count}] <> (SELECT COUNT(*) FROM [{target}] AS t WHERE t.[PersonId] = {people}.[PersonId])
        """;

    public string MarkNewWords =>
        $"""
        UPDATE {people} SET [Changed] = 1 WHERE [Existing] = 1 AND [Changed] = 0 AND [Row] IN (
          SELECT s.[Row] FROM {people} AS s JOIN {words} AS w ON w.[ListNo] = s.[{list}]
          WHERE s.[Existing] = 1 AND NOT EXISTS (SELECT 1 FROM [{target}] AS t WHERE t.[PersonId] = s.[PersonId] AND t.[Name] = w.[Name]))
        """;

    public string Delete =>
        $"""
        DELETE FROM [{target}] WHERE [{target}].[PersonId] IN (SELECT s.[PersonId] FROM {people} AS s WHERE s.[Existing] = 1 AND s.[Wrong] = 0 AND s.[Changed] = 1)
        """;

    public string Insert =>
        $"""
        INSERT INTO [{target}] ([PersonId], [Name]) SELECT s.[PersonId], w.[Name] FROM {people} AS s
        JOIN {words} AS w ON w.[ListNo] = s.[{list}] WHERE s.[Wrong] = 0 AND (s.[Existing] = 0 OR s.[Changed] = 1) ORDER BY s.[Row], w.[Name]
        """;
}

/// <summary>Statements for the logins that a roster brings.</summary>
/// <param name="people">Staged people.</param>
internal sealed class RosterLoginsSql(string people)
{
    // Both are written so that SQLite goes through the roster and looks each login up. Asked plainly it goes through the use of the tool, and through the roster for each row of it.
    private const string OfTool = "[UsageMonths].[Tool] = CASE WHEN s.[Row] > 0 THEN @tool END";
    private const string Waits = "CASE WHEN [UsageMonths].[PersonId] IS NULL THEN 1 ELSE 0 END = 1";

    public string MarkChanged =>
        $"""
        UPDATE {people} SET [Changed] = 1 WHERE {people}.[Existing] = 1 AND {people}.[Login] IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM [PersonLogins] AS l WHERE l.[Provider] = @provider AND l.[Login] = {people}.[Login] AND l.[PersonId] = {people}.[PersonId])
        """;

    public string Reassign =>
        $"""
        UPDATE [PersonLogins] SET [PersonId] = s.[PersonId] FROM {people} AS s
        WHERE s.[Wrong] = 0 AND s.[Login] = [PersonLogins].[Login] AND [PersonLogins].[Provider] = @provider AND [PersonLogins].[PersonId] <> s.[PersonId]
        """;

    public string Insert =>
        $"""
        INSERT INTO [PersonLogins] ([Provider], [Login], [PersonId]) SELECT @provider, s.[Login], s.[PersonId] FROM {people} AS s
        WHERE s.[Wrong] = 0 AND s.[Login] IS NOT NULL AND NOT EXISTS (SELECT 1 FROM [PersonLogins] AS l WHERE l.[Provider] = @provider AND l.[Login] = s.[Login])
        """;

    /// <summary>A roster that names somebody for a login is the newer decision.</summary>
    public string NoLongerNobodys =>
        $"""
        DELETE FROM [NobodysLogins] WHERE [Provider] = @provider AND [Login] IN
        (SELECT s.[Login] FROM {people} AS s WHERE s.[Wrong] = 0 AND s.[Login] IS NOT NULL)
        """;

    /// <summary>Use that came by an address before the roster had it; an address that two people have proves nothing.</summary>
    public string MatchUsageByEmail =>
        $"""
        UPDATE [UsageMonths] SET [PersonId] = s.[PersonId] FROM {people} AS s
        WHERE s.[Wrong] = 0 AND s.[Email] IS NOT NULL AND {OfTool} AND [UsageMonths].[Login] = s.[Email] AND {Waits}
          AND NOT EXISTS (SELECT 1 FROM [People] AS o WHERE o.[Email] = s.[Email] AND o.[Id] <> s.[PersonId])
          AND NOT EXISTS (SELECT 1 FROM [NobodysLogins] AS n WHERE n.[Provider] = @provider AND n.[Login] = s.[Email])
        """;

    /// <summary>The same by employee number.</summary>
    public string MatchUsageByNumber =>
        $"""
        UPDATE [UsageMonths] SET [PersonId] = s.[PersonId] FROM {people} AS s
        WHERE s.[Wrong] = 0 AND {OfTool} AND [UsageMonths].[Login] = LOWER(s.[EmployeeNumber]) AND {Waits}
          AND NOT EXISTS (SELECT 1 FROM [NobodysLogins] AS n WHERE n.[Provider] = @provider AND n.[Login] = LOWER(s.[EmployeeNumber]))
        """;

    /// <summary>Usage that came before anybody knew whose login it was.</summary>
    public string MatchUsage =>
        $"""
        UPDATE [UsageMonths] SET [PersonId] = s.[PersonId] FROM {people} AS s
        WHERE s.[Wrong] = 0 AND s.[Login] IS NOT NULL AND {OfTool} AND [UsageMonths].[Login] = s.[Login]
          AND ({Waits} OR [UsageMonths].[PersonId] <> s.[PersonId])
        """;
}
