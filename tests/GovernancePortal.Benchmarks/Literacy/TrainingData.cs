using System.Globalization;
using System.Text;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using static System.FormattableString;

namespace GovernancePortal.Benchmarks.Literacy;

/// <summary>Courses, requirements and completions of a large organisation; the same ones for the same day.</summary>
internal static class TrainingData
{
    private const int Requirements = 40;

    private static readonly BulkColumn[] Columns =
    [
        new("PersonId", BulkType.Id),
        new("CourseId", BulkType.Id),
        new("CompletedOn", BulkType.Date),
        new("ValidUntil", BulkType.Date),
        new("RecordedAt", BulkType.Time),
    ];

    private static readonly string[] Roles = ["Software engineer", "Data analyst", "Product manager", "Warehouse lead", "Accountant"];

    /// <summary>One course for each requirement: for everybody, for divisions, for jobs and levels.</summary>
    public static async Task<IReadOnlyList<Course>> AddCoursesAsync(BenchmarkPortal portal, DateOnly today)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var root = await db.Units.SingleAsync(u => u.Depth == 0);
        var divisions = await db.Units.Where(u => u.Depth == 1).OrderBy(u => u.Left).ToListAsync();
        var courses = new List<Course>();
        for (var i = 0; i < Requirements; i++)
        {
            var course = new Course(CourseId.New(), Invariant($"C-{i:00}"), Invariant($"Course {i}"), "", validityMonths: 24);
            course.AddVersion(new CourseVersion(course.Id, "1", today.AddDays(-2_000), "All of it."));
            var unit = i is > 0 and <= 10 ? divisions[i - 1] : root;
            var requirement = new LiteracyRequirement(LiteracyRequirementId.New(), unit.Id, course.Id, "1", validityMonths: null, joinerGraceDays: 30);
            if (i > 10) requirement.SetAudience(new Audience(Roles[i % Roles.Length], (LevelSet)(1 << (i % 4))));
            courses.Add(course);
            db.AddRange(course, requirement);
        }

        await db.SaveChangesAsync();
        return courses;
    }

    public static async Task AddCompletionsAsync(BenchmarkPortal portal, IReadOnlyList<Course> courses, int count, DateOnly today)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var people = await db.People.OrderBy(p => p.EmployeeNumber).Select(p => p.Id).ToListAsync();
        await using var bulk = await BulkWriter.OpenAsync(db, CancellationToken.None);
        await using var table = bulk.CreateTable("training", Columns);
        var random = new Random(5);
        for (var i = 0; i < count; i++)
        {
            // Courses in turn, so that everybody has taken most of what can be asked of them, each on a day of its own.
            var course = courses[(i / people.Count * 3) % courses.Count];
            var day = today.AddDays(-random.Next(1, 900));
            table.BeginRow(i + 1);
            table.Set(0, people[i % people.Count].Value);
            table.Set(1, course.Id.Value);
            table.Set(2, day);
            table.Set(3, day.AddMonths(24));
            table.Set(4, new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
            table.EndRow();
        }

        await table.FinishAsync(CancellationToken.None);
        await bulk.EndStagingAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await bulk.ExecuteAsync(
            $"""
            INSERT INTO [Completions] ([PersonId], [CourseId], [CourseVersion], [CompletedOn], [Result], [ValidUntil], [Source], [ExternalId], [RecordedAt])
            SELECT s.[PersonId], s.[CourseId], '1', s.[CompletedOn], 1, s.[ValidUntil], 'benchmark', CAST(s.[Row] AS TEXT), s.[RecordedAt] FROM {table.Name} AS s ORDER BY s.[Row]
            """,
            CancellationToken.None
        );
        await transaction.CommitAsync();
    }

    /// <summary>Writes a file as a training system exports it.</summary>
    public static void WriteFile(string path, IReadOnlyList<Course> courses, int rows, int people, DateOnly today)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.WriteLine("Employee number,Course,Version,Completed on,Result,Score");
        for (var i = 0; i < rows; i++)
        {
            var day = today.AddDays(-1 - (i / people)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            writer.Write(Invariant($"E{1 + (i % people):0000000},{courses[i % courses.Count].Code},1,{day},passed,{50 + (i % 50)}\r\n"));
        }
    }
}
