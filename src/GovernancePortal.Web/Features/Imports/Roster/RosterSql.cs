using GovernancePortal.Domain.Access;

namespace GovernancePortal.Web.Features.Imports.Roster;

/// <summary>
/// The statements of a roster import, in the SQL that SQLite and SQL Server share: brackets, UPDATE … FROM with the target left out of FROM,
/// IS DISTINCT FROM. They differ in how a staging table is named, and that comes in from outside.
/// </summary>
/// <param name="people">Staged people.</param>
/// <param name="paths">Staged unit paths.</param>
/// <param name="managers">Staged managers.</param>
/// <param name="units">Staged units.</param>
internal sealed class RosterSql(string people, string paths, string managers, string units)
{
    public string MatchPeople =>
        $"UPDATE {people} SET [PersonId] = p.[Id], [Existing] = 1 FROM [People] AS p WHERE p.[EmployeeNumber] = {people}.[EmployeeNumber]";

    public string MatchManagersInFile =>
        $"UPDATE {managers} SET [PersonId] = (SELECT m.[PersonId] FROM {people} AS m WHERE m.[EmployeeNumber] = {managers}.[Number])";

    public string MatchManagersInDatabase =>
        $"UPDATE {managers} SET [PersonId] = p.[Id] FROM [People] AS p WHERE {managers}.[PersonId] IS NULL AND p.[EmployeeNumber] = {managers}.[Number]";

    public string CountUnknownManagers => $"SELECT COUNT(*) FROM {managers} WHERE [PersonId] IS NULL";

    public string UnknownManagers =>
        $"SELECT s.[Row], m.[Number] FROM {people} AS s JOIN {managers} AS m ON m.[Row] = s.[ManagerNo] WHERE m.[PersonId] IS NULL ORDER BY s.[Row]";

    public string MarkUnknownManagers =>
        $"UPDATE {people} SET [Wrong] = 1 WHERE EXISTS (SELECT 1 FROM {managers} AS m WHERE m.[Row] = {people}.[ManagerNo] AND m.[PersonId] IS NULL)";

    /// <summary>People whose manager is new and whose row is left out: they would have nobody.</summary>
    public string ManagersLeftOut =>
        $"""
        SELECT s.[Row], g.[Number] FROM {people} AS s JOIN {managers} AS g ON g.[Row] = s.[ManagerNo] JOIN {people} AS m ON m.[EmployeeNumber] = g.[Number]
        WHERE s.[Wrong] = 0 AND m.[Wrong] = 1 AND m.[Existing] = 0 ORDER BY s.[Row]
        """;

    public string MarkManagersLeftOut =>
        $"""
        UPDATE {people} SET [Wrong] = 1 WHERE {people}.[Wrong] = 0 AND EXISTS
        (SELECT 1 FROM {managers} AS g JOIN {people} AS m ON m.[EmployeeNumber] = g.[Number]
          WHERE g.[Row] = {people}.[ManagerNo] AND m.[Wrong] = 1 AND m.[Existing] = 0)
        """;

    /// <summary>Only people whom the portal knows are compared with it; new ones get their unit and manager as they are inserted.</summary>
    public string PlaceKnownByPath => $"UPDATE {people} SET [UnitId] = u.[UnitId] FROM {paths} AS u WHERE {people}.[Existing] = 1 AND u.[Row] = {people}.[PathNo]";

    public string SetManagersOfKnown =>
        $"UPDATE {people} SET [ManagerId] = m.[PersonId] FROM {managers} AS m WHERE {people}.[Existing] = 1 AND m.[Row] = {people}.[ManagerNo]";

    /// <summary>Without a unit column people stay where they are, and new ones begin at the top.</summary>
    public string PlaceWhereTheyAre =>
        $"UPDATE {people} SET [UnitId] = COALESCE((SELECT p.[UnitId] FROM [People] AS p WHERE p.[Id] = {people}.[PersonId]), @root)";

    public string UnitsNotCovered =>
        $"SELECT s.[Row], s.[PathNo] FROM {people} AS s JOIN {paths} AS u ON u.[Row] = s.[PathNo] WHERE u.[Covered] = 0 ORDER BY s.[Row]";

    public string MarkUnitsNotCovered =>
        $"UPDATE {people} SET [Wrong] = 1 WHERE EXISTS (SELECT 1 FROM {paths} AS u WHERE u.[Row] = {people}.[PathNo] AND u.[Covered] = 0)";

    public string NewAtTheTop => $"SELECT s.[Row] FROM {people} AS s WHERE s.[Existing] = 0 ORDER BY s.[Row]";

    public string MarkNewAtTheTop => $"UPDATE {people} SET [Wrong] = 1 WHERE [Existing] = 0";

    public string CountNew => $"SELECT COUNT(*) FROM {people} WHERE [Wrong] = 0 AND [Existing] = 0";

    public string CountChanged => $"SELECT COUNT(*) FROM {people} WHERE [Wrong] = 0 AND [Existing] = 1 AND [Changed] = 1";

    public string CountRight => $"SELECT COUNT(*) FROM {people} WHERE [Wrong] = 0";

    public string InsertPeople =>
        $"""
        INSERT INTO [People] ([Id], [EmployeeNumber], [Name], [SearchName], [SearchLastName], [Email], [UnitId], [ManagerId], [Level], [WorkRole], [IsContractor], [Location],
          [StartDate], [LeftOn], [AnnualLoadedCost], [OverseesAi], [Version])
        SELECT s.[PersonId], s.[EmployeeNumber], s.[Name], s.[SearchName], s.[SearchLastName], s.[Email], COALESCE(s.[UnitId], u.[UnitId]), m.[PersonId], s.[Level], s.[WorkRole], s.[IsContractor], s.[Location],
          s.[StartDate], s.[LeftOn], s.[AnnualLoadedCost], s.[OverseesAi], 0
        FROM {people} AS s LEFT JOIN {paths} AS u ON u.[Row] = s.[PathNo] LEFT JOIN {managers} AS m ON m.[Row] = s.[ManagerNo]
        WHERE s.[Wrong] = 0 AND s.[Existing] = 0 ORDER BY s.[Row]
        """;

    public string InsertUnits =>
        $"""
        INSERT INTO [Units] ([Id], [ParentId], [Name], [Path], [Left], [Right], [Depth], [DirectHeadcount], [TotalHeadcount], [Version])
        SELECT s.[Id], s.[ParentId], s.[Name], s.[Path], 0, 0, 0, 0, 0, 0 FROM {units} AS s ORDER BY s.[Row]
        """;

    public string UpdateUnits =>
        $"""
        UPDATE [Units] SET [Left] = s.[Left], [Right] = s.[Right], [Depth] = s.[Depth], [DirectHeadcount] = s.[DirectHeadcount],
          [TotalHeadcount] = s.[TotalHeadcount], [Version] = [Units].[Version] + 1
        FROM {units} AS s WHERE s.[Id] = [Units].[Id] AND ([Units].[Left] <> s.[Left] OR [Units].[Right] <> s.[Right] OR [Units].[Depth] <> s.[Depth]
          OR [Units].[DirectHeadcount] <> s.[DirectHeadcount] OR [Units].[TotalHeadcount] <> s.[TotalHeadcount])
        """;

    public static string Headcounts => "SELECT p.[UnitId], COUNT(*) FROM [People] AS p WHERE p.[LeftOn] IS NULL OR p.[LeftOn] > @today GROUP BY p.[UnitId]";

    private string Absent =>
        $"NOT EXISTS (SELECT 1 FROM {people} AS s WHERE s.[EmployeeNumber] = [People].[EmployeeNumber])";

    public string CountAbsent(UnitScope scope) => $"SELECT COUNT(*) FROM [People] WHERE [LeftOn] IS NULL AND {CoveredUnits(scope)} AND {Absent}";

    public string MarkAbsentAsLeft(UnitScope scope) =>
        $"UPDATE [People] SET [LeftOn] = @today, [Version] = [Version] + 1 WHERE [LeftOn] IS NULL AND {CoveredUnits(scope)} AND {Absent}";

    /// <summary>People of the file who are known and sit in a unit that the importer's role does not cover.</summary>
    public string PeopleNotCovered(UnitScope scope) =>
        $"SELECT s.[Row], s.[EmployeeNumber] FROM {people} AS s JOIN [People] ON [People].[Id] = s.[PersonId] WHERE NOT ({CoveredUnits(scope)}) ORDER BY s.[Row]";

    public string MarkPeopleNotCovered(UnitScope scope) =>
        $"UPDATE {people} SET [Wrong] = 1 WHERE EXISTS (SELECT 1 FROM [People] WHERE [People].[Id] = {people}.[PersonId] AND NOT ({CoveredUnits(scope)}))";

    public string MarkChanged(IReadOnlyList<string> columns) =>
        $"""
        UPDATE {people} SET [Changed] = 1 FROM [People] AS p
        WHERE p.[Id] = {people}.[PersonId] AND {people}.[Existing] = 1 AND ({string.Join(" OR ", columns.Select(c => $"p.[{c}] IS DISTINCT FROM {people}.[{c}]"))})
        """;

    public string UpdatePeople(IReadOnlyList<string> columns) =>
        $"""
        UPDATE [People] SET {string.Join(", ", columns.Select(c => $"[{c}] = s.[{c}]"))}, [Version] = [People].[Version] + 1
        FROM {people} AS s WHERE s.[PersonId] = [People].[Id] AND s.[Existing] = 1 AND s.[Wrong] = 0 AND s.[Changed] = 1
        """;

    private static string CoveredUnits(UnitScope scope)
    {
        var ranges = scope.Ranges.Select(r => $"u.[Left] BETWEEN {r.Left} AND {r.Right}").DefaultIfEmpty("1 = 0");
        return $"[People].[UnitId] IN (SELECT u.[Id] FROM [Units] AS u WHERE {string.Join(" OR ", ranges)})";
    }
}
