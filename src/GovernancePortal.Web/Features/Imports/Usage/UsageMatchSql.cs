namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>
/// Statements that say whose the staged days of use are, in the SQL that both databases share. A decision of a person comes first: a login that was linked is
/// that person's, and one that was said to be nobody's stays nobody's.
/// </summary>
internal sealed class UsageMatchSql(string staged)
{
    public string ByLogin =>
        $"UPDATE {staged} SET [PersonId] = l.[PersonId] FROM [PersonLogins] AS l WHERE l.[Provider] = {staged}.[Provider] AND l.[Login] = {staged}.[Login]";

    public string ByNumber =>
        $"""
        UPDATE {staged} SET [PersonId] = p.[Id] FROM [People] AS p
        WHERE {staged}.[PersonId] IS NULL AND {staged}.[Number] IS NOT NULL AND p.[EmployeeNumber] = {staged}.[Number] AND {NotNobodys}
        """;

    /// <summary>An address that two people have is no proof of either.</summary>
    public string ByEmail =>
        $"""
        UPDATE {staged} SET [PersonId] = p.[Id] FROM [People] AS p
        WHERE {staged}.[PersonId] IS NULL AND {staged}.[Email] IS NOT NULL AND p.[Email] = {staged}.[Email]
          AND NOT EXISTS (SELECT 1 FROM [People] AS o WHERE o.[Email] = p.[Email] AND o.[Id] <> p.[Id]) AND {NotNobodys}
        """;

    /// <summary>Logins without a person of which nobody has decided yet.</summary>
    public string CountWaiting =>
        $"SELECT COUNT(*) FROM (SELECT DISTINCT {staged}.[Provider], {staged}.[Login] FROM {staged} WHERE {staged}.[PersonId] IS NULL AND {NotNobodys}) AS w";

    private string NotNobodys =>
        $"NOT EXISTS (SELECT 1 FROM [NobodysLogins] AS n WHERE n.[Provider] = {staged}.[Provider] AND n.[Login] = {staged}.[Login])";
}
