using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>The statements that write the large part of the demo, in the SQL that SQLite and SQL Server share.</summary>
/// <param name="people">Staged people.</param>
/// <param name="words">Staged skills and systems, each with its bit.</param>
/// <param name="days">Staged days.</param>
internal sealed class DemoScaleSql(string people, string words, string days)
{
    public static IReadOnlyList<BulkColumn> People { get; } =
        [
            new("Id", BulkType.Id),
            new("EmployeeNumber", BulkType.Text, Person.EmployeeNumberMaxLength),
            new("Name", BulkType.Text, Person.NameMaxLength),
            new("SearchName", BulkType.Text, Person.NameMaxLength),
            new("SearchLastName", BulkType.Text, Person.NameMaxLength),
            new("Email", BulkType.Text, Person.EmailMaxLength),
            new("UnitId", BulkType.Id),
            new("ManagerId", BulkType.Id),
            new("Level", BulkType.Number),
            new("WorkRole", BulkType.Text, Person.WorkRoleMaxLength),
            new("IsContractor", BulkType.Flag),
            new("Location", BulkType.Text, Person.LocationMaxLength),
            new("StartDate", BulkType.Date),
            new("AnnualLoadedCost", BulkType.Money),
            new("Words", BulkType.Number),
            new("CompletedOn", BulkType.Date),
            new("ValidUntil", BulkType.Date),
            new("RecordedAt", BulkType.Time),
            new("UsedDays", BulkType.Number),
        ];

    public static IReadOnlyList<BulkColumn> Words { get; } =
        [new("Bit", BulkType.Number), new("IsSystem", BulkType.Flag), new("Name", BulkType.Text, PersonSkill.NameMaxLength)];

    public static IReadOnlyList<BulkColumn> Days { get; } = [new("Month", BulkType.Number), new("Bit", BulkType.Number)];

    public string InsertPeople =>
        $"""
        INSERT INTO [People] ([Id], [EmployeeNumber], [Name], [SearchName], [SearchLastName], [Email], [UnitId], [ManagerId], [Level], [WorkRole], [IsContractor],
          [Location], [StartDate], [AnnualLoadedCost], [Version])
        SELECT s.[Id], s.[EmployeeNumber], s.[Name], s.[SearchName], s.[SearchLastName], s.[Email], s.[UnitId], s.[ManagerId], s.[Level], s.[WorkRole], s.[IsContractor],
          s.[Location], s.[StartDate], s.[AnnualLoadedCost], 0 FROM {people} AS s ORDER BY s.[Row]
        """;

    public string InsertSkills => InsertWords("PersonSkills", isSystem: 0);

    public string InsertSystems => InsertWords("PersonSystems", isSystem: 1);

    public string InsertCompletions =>
        $"""
        INSERT INTO [Completions] ([PersonId], [CourseId], [CourseVersion], [CompletedOn], [Result], [ValidUntil], [Source], [ExternalId], [RecordedAt])
        SELECT s.[Id], @course, @version, s.[CompletedOn], @passed, s.[ValidUntil], @source, '', s.[RecordedAt] FROM {people} AS s WHERE s.[CompletedOn] IS NOT NULL ORDER BY s.[Row]
        """;

    /// <summary>The first of the days, as many as the person has; the employee number stands for a login.</summary>
    public string InsertUsage =>
        $"""
        INSERT INTO [UsageMonths] ([Tool], [Login], [Month], [UsedDays], [ReportedDays], [PersonId])
        SELECT @tool, LOWER(s.[EmployeeNumber]), d.[Month], SUM(d.[Bit]), SUM(d.[Bit]), s.[Id] FROM {people} AS s JOIN {days} AS d ON d.[Row] <= s.[UsedDays]
        GROUP BY s.[Row], s.[EmployeeNumber], s.[Id], d.[Month] ORDER BY s.[Row], d.[Month]
        """;

    private string InsertWords(string table, int isSystem) =>
        $"""
        INSERT INTO [{table}] ([PersonId], [Name]) SELECT s.[Id], w.[Name] FROM {people} AS s JOIN {words} AS w ON (s.[Words] & w.[Bit]) <> 0
        WHERE w.[IsSystem] = {isSystem} ORDER BY s.[Row], w.[Row]
        """;
}
