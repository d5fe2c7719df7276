using System.Globalization;
using GovernancePortal.Data;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>
/// A further part of the demo for tests at scale: stores below <see cref="DemoPlan.StoreOperations"/>, written in bulk in the transaction of the demo. The same
/// people for the same number and day, apart from their ids.
/// </summary>
/// <param name="units">The units and how many people each has.</param>
/// <param name="top">To whom the heads of regions report.</param>
/// <param name="today">Everything happened before it.</param>
internal sealed class DemoScale(IReadOnlyList<ScaleUnit> units, Person top, DateOnly today)
{
    /// <summary>The largest organisation that the portal is designed for.</summary>
    public const int Most = 350_000;

    private const double Trained = .75;
    private const double Using = .12;

    private static readonly string[] Locations = ["Leeds", "Bristol", "Glasgow", "Cardiff", "Norwich", "Exeter"];
    private static readonly (string Name, bool IsSystem, double Share)[] Words =
    [
        ("customer service", false, .3), ("stock control", false, .25), ("rota planning", false, .1), ("first aid", false, .08), ("planning", false, .05),
        ("store-till", true, .4), ("stock-app", true, .2), ("rota-planner", true, .05),
    ];

    /// <summary>The demo's own people: no demo is smaller.</summary>
    public static int Least { get; } = DemoPlan.Units.Sum(u => u.People);

    private readonly Random _random = new(350);

    public async Task WriteAsync(PortalDbContext db, Course basics, CancellationToken cancellationToken)
    {
        if (units.Count == 0) return;
        await using var bulk = await BulkWriter.OpenAsync(db, cancellationToken);
        var (people, words, days) =
            (bulk.CreateTable("demo_people", DemoScaleSql.People), bulk.CreateTable("demo_words", DemoScaleSql.Words), bulk.CreateTable("demo_days", DemoScaleSql.Days));
        StagePeople(people, basics);
        StageWords(words);
        StageDays(days);
        foreach (var table in new[] { people, words, days }) await table.FinishAsync(cancellationToken);

        var sql = new DemoScaleSql(people.Name, words.Name, days.Name);
        await bulk.InsertMostAsync("People", keep: "ManagerId", () => bulk.ExecuteAsync(sql.InsertPeople, cancellationToken), cancellationToken);
        await bulk.ExecuteAsync(sql.InsertSkills, cancellationToken);
        await bulk.ExecuteAsync(sql.InsertSystems, cancellationToken);
        await bulk.ExecuteAsync(
            sql.InsertCompletions,
            cancellationToken,
            ("@course", basics.Id.Value),
            ("@version", basics.CurrentVersion),
            ("@passed", (int)CompletionResult.Passed),
            ("@source", DemoTraining.Source)
        );
        await bulk.ExecuteAsync(sql.InsertUsage, cancellationToken, ("@tool", DemoUsage.Office));
    }

    private void StagePeople(BulkTable table, Course basics)
    {
        var heads = new Dictionary<UnitId, Guid>();
        foreach (var unit in units)
        {
            for (var place = 0; place < unit.People; place++)
            {
                var id = PersonId.New().Value;
                if (place == 0) heads[unit.Unit.Id] = id;
                var manager = place > 0 ? heads[unit.Unit.Id] : unit.Above is { } above ? heads[above.Unit.Id] : top.Id.Value;
                table.BeginRow(table.Count + 1);
                table.Set(0, id);
                StageName(table, Least + table.Count);
                StagePost(table, unit, manager, place);
                StageLearning(table, basics);
                table.EndRow();
            }
        }
    }

    private static void StageName(BulkTable table, int number)
    {
        var name = DemoNames.Of(number);
        var search = Person.SearchForm(name);
        var employeeNumber = (1000 + number).ToString(CultureInfo.InvariantCulture);
        table.Set(1, $"LR-{employeeNumber}");
        table.Set(2, name);
        table.Set(3, search);
        table.Set(4, Person.LastNameFirst(search));
        table.Set(5, $"{name.Replace(' ', '.').ToLowerInvariant()}.{employeeNumber}@larkfield.example");
    }

    private void StagePost(BulkTable table, ScaleUnit unit, Guid manager, int place)
    {
        var level = place == 0 ? Level.Senior : _random.NextDouble() < .6 ? Level.Junior : Level.Mid;
        table.Set(6, unit.Unit.Id.Value);
        table.Set(7, manager);
        table.Set(8, (int)level);
        table.Set(9, unit.Roles[place == 0 ? 0 : 1 + ((place - 1) % (unit.Roles.Count - 1))]);
        table.Set(10, place > 1 && _random.NextDouble() < .08);
        table.Set(11, Locations[unit.Unit.Name[^1] % Locations.Length]);
        table.Set(12, today.AddDays(-200 - _random.Next(3000)));
        table.Set(13, (level switch { Level.Junior => 27_000m, Level.Mid => 33_000m, _ => 52_000m }) + (100 * _random.Next(-20, 21)));
    }

    private void StageLearning(BulkTable table, Course basics)
    {
        var bits = 0;
        for (var word = 0; word < Words.Length; word++) bits |= _random.NextDouble() < Words[word].Share ? 1 << word : 0;
        table.Set(14, bits);
        if (_random.NextDouble() < Trained)
        {
            var day = today.AddDays(-_random.Next(15, 700));
            table.Set(15, day);
            if (basics.ValidUntil(day) is { } until) table.Set(16, until);
            table.Set(17, new DateTimeOffset(day.ToDateTime(new TimeOnly(15, 0)), TimeSpan.Zero));
        }

        table.Set(18, _random.NextDouble() < Using ? _random.Next(1, 6) : 0);
    }

    private static void StageWords(BulkTable table)
    {
        foreach (var (name, isSystem, _) in Words)
        {
            table.BeginRow(table.Count + 1);
            table.Set(0, 1 << table.Count);
            table.Set(1, isSystem);
            table.Set(2, name);
            table.EndRow();
        }
    }

    private void StageDays(BulkTable table)
    {
        foreach (var day in DemoUsage.WorkingDays(today, since: 7))
        {
            table.BeginRow(table.Count + 1);
            table.Set(0, MonthBits.MonthOf(day));
            table.Set(1, MonthBits.BitOf(day));
            table.EndRow();
        }
    }
}
