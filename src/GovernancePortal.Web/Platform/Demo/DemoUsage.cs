using GovernancePortal.Data;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>A year of working days on which people used an AI tool or did not.</summary>
internal static class DemoUsage
{
    public const string Office = "microsoft-365-copilot";
    private const int Days = 365;
    private const int RushDays = 27;

    private static readonly BulkColumn[] Columns =
    [
        new("Tool", BulkType.Text, UsageTools.ToolMaxLength),
        new("Login", BulkType.Text, UsageTools.LoginMaxLength),
        new("Day", BulkType.Date),
        new("Month", BulkType.Number),
        new("Bit", BulkType.Number),
        new("Interactions", BulkType.Number),
        new("PersonId", BulkType.Id),
    ];

    public static IReadOnlyList<PersonLogin> Logins(IReadOnlyList<StaffedUnit> units) =>
        [.. units.SelectMany(u => u.People.Select(p => new PersonLogin(UsageTools.GitHub, LoginOf(p), p.Id)))];

    /// <summary>Writes a year of days in bulk; one by one they would hold up the start.</summary>
    public static async Task WriteAsync(PortalDbContext db, IReadOnlyList<StaffedUnit> units, DateOnly today, CancellationToken cancellationToken)
    {
        await using var bulk = await BulkWriter.OpenAsync(db, cancellationToken);
        var table = bulk.CreateTable("demo_usage", Columns);
        var row = 0;
        foreach (var (person, tool, day, interactions) in Make(units, today))
        {
            table.BeginRow(++row);
            table.Set(0, tool);
            table.Set(1, LoginOf(person));
            table.Set(2, day);
            table.Set(3, MonthBits.MonthOf(day));
            table.Set(4, MonthBits.BitOf(day));
            table.Set(5, interactions);
            table.Set(6, person.Id.Value);
            table.EndRow();
        }

        await table.FinishAsync(cancellationToken);
        await bulk.ExecuteAsync(
            $"""
            INSERT INTO [UsageMonths] ([Tool], [Login], [Month], [UsedDays], [ReportedDays], [PersonId])
            SELECT s.[Tool], s.[Login], s.[Month], SUM(s.[Bit]), SUM(s.[Bit]), s.[PersonId] FROM {table.Name} AS s
            GROUP BY s.[Tool], s.[Login], s.[Month], s.[PersonId] ORDER BY s.[Tool], s.[Login], s.[Month]
            """,
            cancellationToken
        );
        await bulk.ExecuteAsync(
            $"""
            INSERT INTO [UsageCountDays] ([Tool], [Login], [Day], [Month], [Interactions], [Generations], [Acceptances], [LinesAdded], [LinesDeleted])
            SELECT s.[Tool], s.[Login], s.[Day], s.[Month], s.[Interactions], s.[Interactions] / 2, s.[Interactions] / 3, s.[Interactions] * 6, s.[Interactions]
            FROM {table.Name} AS s WHERE s.[Tool] = @tool ORDER BY s.[Tool], s.[Login], s.[Day]
            """,
            cancellationToken,
            ("@tool", UsageTools.Copilot)
        );
    }

    private static IEnumerable<(Person Person, string Tool, DateOnly Day, int Interactions)> Make(IReadOnlyList<StaffedUnit> units, DateOnly today)
    {
        var random = new Random(7);
        foreach (var unit in units)
        {
            var tool = unit.Plan.Parent == DemoPlan.Technology ? UsageTools.Copilot : Office;
            var users = (int)Math.Round(unit.People.Count * unit.Plan.Use, MidpointRounding.AwayFromZero);
            for (var place = 0; place < users; place++)
            {
                var person = unit.People[place];
                // People take the tool up one after another; the last ones came a month ago.
                var since = unit.Plan.Rushed && place >= users / 2 ? RushDays : Days - ((Days - 30) * place / Math.Max(1, users));
                foreach (var day in WorkingDays(today, since))
                {
                    if (random.NextDouble() < .75) yield return (person, tool, day, random.Next(2, 60));
                }
            }
        }
    }

    /// <summary>The working days before today, the newest first.</summary>
    public static IEnumerable<DateOnly> WorkingDays(DateOnly today, int since) =>
        Enumerable.Range(1, since).Select(back => today.AddDays(-back)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static string LoginOf(Person person) => person.Email![..person.Email!.IndexOf('@', StringComparison.Ordinal)].Replace('.', '-');
}
