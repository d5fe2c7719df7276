using System.Globalization;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.NewImport;

namespace GovernancePortal.Benchmarks.Imports;

/// <summary>The roster of a large organisation: checked without and with wrong rows, then written to an empty database.</summary>
internal static class RosterBenchmark
{
    public const int People = 350_000;
    private const int Tries = 3;

    public static async Task RunAsync()
    {
        List<Figure> right = [], wrong = [], commits = [];
        for (var i = 0; i < Tries; i++)
        {
            await using var portal = await BenchmarkPortal.StartAsync();
            var user = await portal.AddTopAsync(RosterFile.Top, Role.HumanResources);
            var small = await UploadAsync(portal, user, rows: 2_000);
            await PreviewAsync(portal, user, small);

            var file = await UploadAsync(portal, user, People);
            var wrongFile = await UploadAsync(portal, user, People, wrongEvery: 100);
            right.Add(await MeasureAsync(async () => Expect(0, (await PreviewAsync(portal, user, file)).Errors.Rows)));
            wrong.Add(await MeasureAsync(async () => Expect(People / 100, (await PreviewAsync(portal, user, wrongFile)).Errors.Rows)));
            commits.Add(await MeasureAsync(async () => Expect(People, await CommitAsync(portal, user, file))));
        }

        Print("roster: preview, every row right", right);
        Print("roster: preview, one row in a hundred wrong", wrong);
        Print("roster: commit", commits);
    }

    /// <summary>Brings an organisation of this size into an empty portal.</summary>
    public static async Task FillAsync(BenchmarkPortal portal, Guid user) => await CommitAsync(portal, user, await UploadAsync(portal, user, People));

    private static async Task<Guid> UploadAsync(BenchmarkPortal portal, Guid user, int rows, int wrongEvery = 0)
    {
        var path = Path.Combine(portal.Folder, "roster.csv");
        RosterFile.Write(path, rows, wrongEvery);
        await using var content = File.OpenRead(path);
        return (await portal.SendAsync(user, new UploadImportCommand(ImportKind.Roster, "roster.csv", content))).UploadId;
    }

    private static async Task<ImportReport> PreviewAsync(BenchmarkPortal portal, Guid user, Guid upload) =>
        (await portal.SendAsync(user, new PreviewImportQuery(upload, Mapping: null, new ImportChoices()))).Report!;

    private static async Task<int> CommitAsync(BenchmarkPortal portal, Guid user, Guid upload) =>
        (await portal.SendAsync(user, new CommitImportCommand(upload, Mapping: null, new ImportChoices()))).Counts.Accepted;

    private static async Task<Figure> MeasureAsync(Func<Task> work)
    {
        await using var memory = new MemoryWatch();
        var time = await Machine.TimeAsync(work);
        return new Figure(time, memory.WorkingSetRise, memory.ManagedRise);
    }

    private static void Expect(int expected, int found)
    {
        if (expected != found) throw new InvalidOperationException($"{found} rows instead of {expected}");
    }

    private static void Print(string what, List<Figure> figures)
    {
        var (best, worst) = (figures.Min(f => f.Time), figures.Max(f => f.Time));
        Console.WriteLine(
            $"{what}: {Machine.Seconds(best)}, {Machine.PerSecond(People, best)} rows (best of {figures.Count}; worst {Machine.Seconds(worst)}; load {Machine.Load()}); "
                + $"memory +{Megabytes(figures.Max(f => f.WorkingSet))} MB at most, managed heap +{Megabytes(figures.Max(f => f.Managed))} MB"
        );
    }

    private static string Megabytes(long bytes) => (bytes / 1024 / 1024).ToString(CultureInfo.InvariantCulture);

    private sealed record Figure(TimeSpan Time, long WorkingSet, long Managed);
}
