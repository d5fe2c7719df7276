namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>
/// Statements of an import of days of use, in the SQL that both databases share. Logins and days are staged apart, because a login has many days. The joins are
/// written as CROSS JOIN so that SQLite takes the tables in this order.
/// </summary>
/// <param name="logins">Staged logins; a decision of a person comes first: a login that was linked is that person's, one that is nobody's stays nobody's.</param>
/// <param name="days">Staged days, in the order of the key of the portal's table.</param>
internal sealed class UsageSql(string logins, string days)
{
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

    public string CountKnown => $"SELECT COUNT(*) FROM {Known}";

    public string CountChanged => $"SELECT COUNT(*) FROM {Known} AND t.[Active] <> d.[Active]";

    public string InsertAll => $"{Insert} ORDER BY d.[Row]";

    public string InsertNew =>
        $"{Insert} AND NOT EXISTS (SELECT 1 FROM [UsageDays] AS t WHERE t.[Tool] = l.[Tool] AND t.[Login] = l.[Login] AND t.[Day] = d.[Day]) ORDER BY d.[Row]";

    public string Update =>
        $"""
        UPDATE [UsageDays] SET [Active] = d.[Active] FROM {days} AS d CROSS JOIN {logins} AS l
        WHERE l.[Row] = d.[LoginNo] AND [UsageDays].[Tool] = l.[Tool] AND [UsageDays].[Login] = l.[Login] AND [UsageDays].[Day] = d.[Day] AND [UsageDays].[Active] <> d.[Active]
        """;

    private string Known =>
        $"{days} AS d CROSS JOIN {logins} AS l CROSS JOIN [UsageDays] AS t WHERE l.[Row] = d.[LoginNo] AND t.[Tool] = l.[Tool] AND t.[Login] = l.[Login] AND t.[Day] = d.[Day]";

    private string Insert =>
        $"""
        INSERT INTO [UsageDays] ([Tool], [Login], [Day], [Active], [PersonId])
        SELECT l.[Tool], l.[Login], d.[Day], d.[Active], l.[PersonId] FROM {days} AS d CROSS JOIN {logins} AS l WHERE l.[Row] = d.[LoginNo]
        """;

    private string NotNobodys =>
        $"NOT EXISTS (SELECT 1 FROM [NobodysLogins] AS n WHERE n.[Provider] = {logins}.[Provider] AND n.[Login] = {logins}.[Login])";
}
