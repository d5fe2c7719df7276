namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>
/// Statements of an import of days of use, in the SQL that both databases share. Logins and their months are staged apart, because a login has several months.
/// </summary>
/// <param name="logins">Staged logins; a decision of a person comes first: a login that was linked is that person's, one that is nobody's stays nobody's.</param>
/// <param name="months">Staged months, in the order of the key of the portal's table.</param>
internal sealed class UsageSql(string logins, string months)
{
    // What a known row becomes: the days of which the file speaks are as it says, the others stay.
    private const string Used = "((t.[WasUsed] & ~t.[Reported]) | t.[Used])";
    private const string Reported = "(t.[WasReported] | t.[Reported])";

    public string ByLogin =>
        $"UPDATE {logins} SET [PersonId] = l.[PersonId] FROM [PersonLogins] AS l WHERE l.[Provider] = {logins}.[Provider] AND l.[Login] = {logins}.[Login]";

    public string ByNumber =>
        $"""
        UPDATE {logins} SET [PersonId] = p.[Id] FROM [People] AS p
        WHERE {logins}.[PersonId] IS NULL AND {logins}.[Number] IS NOT NULL AND p.[EmployeeNumber] = {logins}.[Number] AND {NotNobodys}
        """;

    /// <summary>An address that two people have is no proof of either.</summary>
    public string ByEmail =>
        $"""
        UPDATE {logins} SET [PersonId] = p.[Id] FROM [People] AS p
        WHERE {logins}.[PersonId] IS NULL AND {logins}.[Email] IS NOT NULL AND p.[Email] = {logins}.[Email]
          AND NOT EXISTS (SELECT 1 FROM [People] AS o WHERE o.[Email] = p.[Email] AND o.[Id] <> p.[Id]) AND {NotNobodys}
        """;

    /// <summary>Logins without a person of which nobody has decided yet.</summary>
    public string CountWaiting => $"SELECT COUNT(*) FROM {logins} WHERE {logins}.[PersonId] IS NULL AND {NotNobodys}";

    /// <summary>Keeps beside each staged month what the portal knew of it.</summary>
    public string Mark =>
        $"""
        UPDATE {months} SET [WasUsed] = u.[UsedDays], [WasReported] = u.[ReportedDays] FROM [UsageMonths] AS u
        WHERE u.[Tool] = {months}.[Tool] AND u.[Login] = {months}.[Login] AND u.[Month] = {months}.[Month]
        """;

    public string Known => $"SELECT t.[Used], t.[Reported], t.[WasUsed], t.[WasReported] FROM {months} AS t WHERE t.[WasReported] IS NOT NULL";

    /// <summary>The joins are written as CROSS JOIN so that SQLite takes the tables in this order.</summary>
    public string Insert =>
        $"""
        INSERT INTO [UsageMonths] ([Tool], [Login], [Month], [PersonId], [UsedDays], [ReportedDays])
        SELECT t.[Tool], t.[Login], t.[Month], l.[PersonId], t.[Used], t.[Reported] FROM {months} AS t CROSS JOIN {logins} AS l
        WHERE l.[Row] = t.[LoginNo] AND t.[WasReported] IS NULL ORDER BY t.[Row]
        """;

    public string Update =>
        $"""
        UPDATE [UsageMonths] SET [UsedDays] = {Used}, [ReportedDays] = {Reported} FROM {months} AS t
        WHERE t.[WasReported] IS NOT NULL AND ({Used} <> t.[WasUsed] OR {Reported} <> t.[WasReported])
          AND [UsageMonths].[Tool] = t.[Tool] AND [UsageMonths].[Login] = t.[Login] AND [UsageMonths].[Month] = t.[Month]
        """;

    /// <summary>
    /// Earlier months of a login that waited and whose person is known by now. That nobody has them is asked in a way that no index serves: SQLite would take
    /// all that wait first, and go through every login for each.
    /// </summary>
    public string MatchWaiting =>
        $"""
        UPDATE [UsageMonths] SET [PersonId] = l.[PersonId] FROM {logins} AS l
        WHERE l.[PersonId] IS NOT NULL AND [UsageMonths].[Tool] = l.[Tool] AND [UsageMonths].[Login] = l.[Login]
          AND CASE WHEN [UsageMonths].[PersonId] IS NULL THEN 1 ELSE 0 END = 1
        """;

    private string NotNobodys =>
        $"NOT EXISTS (SELECT 1 FROM [NobodysLogins] AS n WHERE n.[Provider] = {logins}.[Provider] AND n.[Login] = {logins}.[Login])";
}
