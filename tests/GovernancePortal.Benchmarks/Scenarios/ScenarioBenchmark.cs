using System.Globalization;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using static System.FormattableString;

namespace GovernancePortal.Benchmarks.Scenarios;

/// <summary>The model that compares cutting with moving people: four policies over 36 months with default parameters.</summary>
internal static class ScenarioBenchmark
{
    private const ulong Seed = 20260101;
    private const int Rounds = 5;
    private const int Runs = 200;
    private const int Steps = 10;

    private static readonly ScenarioInput Four = Firm(400);

    public static async Task RunAsync()
    {
        MonteCarlo.Run(Four, MonteCarlo.InteractiveDraws, Seed);
        await Machine.BestOfAsync(Rounds, Invariant($"scenarios: {MonteCarlo.BoardDraws:#,0} draws"), () => TimeAsync(() => MonteCarlo.Run(Four, MonteCarlo.BoardDraws, Seed)), Machine.Seconds);
        await Machine.BestOfAsync(Rounds, Invariant($"scenarios: {MonteCarlo.InteractiveDraws:#,0} draws"), () => TimeAsync(() => MonteCarlo.Run(Four, MonteCarlo.InteractiveDraws, Seed)), Machine.Seconds);
        var large = Firm(350_000);
        await Machine.BestOfAsync(Rounds, Invariant($"scenarios: {MonteCarlo.BoardDraws:#,0} draws, 350,000 people as {large.Staff.Count} cells"), () => TimeAsync(() => MonteCarlo.Run(large, MonteCarlo.BoardDraws, Seed)), Machine.Seconds);
        await Machine.BestOfAsync(Rounds, "scenarios: deterministic run", () => EachAsync(() => ScenarioModel.Evaluate(Four)), Milliseconds);
        var sensitivity = new Sensitivity(Four);
        await Machine.BestOfAsync(Rounds, Invariant($"scenarios: best mix, step {1.0 / Steps}"), () => TimeAsync(() => sensitivity.BestMix(Steps)), Milliseconds);
        await Machine.BestOfAsync(Rounds, "scenarios: tornado", () => TimeAsync(() => sensitivity.Tornado(Policy.Defaults[2], Policy.Defaults[1])), Milliseconds);
        var whatIf = new WhatIf(Four);
        var moved = WhatIfSettings.None.With(whatIf.Levers[0].Parameter, whatIf.Levers[0].High) with { Own = new(10, 20, 70) };
        await Machine.BestOfAsync(Rounds, "scenarios: answer to one move of a what-if, without chance", () => EachAsync(() => whatIf.Evaluate(moved)), Milliseconds);
        var roster = new WhatIf(Firm(350_000, StaffOfManyCells));
        await Machine.BestOfAsync(Rounds, Invariant($"scenarios: the same for {StaffOfManyCells:#,0} cells"), () => TimeAsync(() => roster.Evaluate(moved)), Milliseconds);
        await CompareAsync();
        Console.WriteLine(Invariant($"scenarios: bytes allocated for a draw: {BytesPerDraw():0.0}"));
    }

    /// <summary>Beside the model written the obvious way, in the same run; both have to find the same means.</summary>
    private static async Task CompareAsync()
    {
        var (plain, engine) = (new PlainModel(Four, Seed).Means(MonteCarlo.InteractiveDraws), MonteCarlo.Run(Four, MonteCarlo.InteractiveDraws, Seed));
        foreach (var (mean, policy) in plain.Zip(engine.Policies))
        {
            if (Math.Abs(mean - policy.NpvMean) > 1e-6 * Math.Abs(mean)) throw new InvalidOperationException($"{policy.Name}: {mean} against {policy.NpvMean}");
        }

        var slow = await TimeAsync(() => new PlainModel(Four, Seed).Means(MonteCarlo.InteractiveDraws));
        var fast = await TimeAsync(() => MonteCarlo.Run(Four, MonteCarlo.InteractiveDraws, Seed));
        Console.WriteLine(Invariant($"scenarios: {MonteCarlo.InteractiveDraws:#,0} draws written the obvious way: {Machine.Seconds(slow)}, the engine {Machine.Seconds(fast)}, ratio {slow / fast:0.0} (load {Machine.Load()})"));
    }

    private const int StaffOfManyCells = 20_000;

    // The same organisation in so many cells, each of people with a service of their own.
    private static ScenarioInput Firm(int people, int cells) => Firm(people) with
    {
        Staff = [.. Enumerable.Range(0, cells).Select(i => new StaffCell(i % 4 == 0 ? Level.Senior : Level.Mid, 90_000 + i, i % 30, i % 10 == 0) { Count = (double)people / cells })],
    };

    private static ScenarioInput Firm(int people) => new()
    {
        AnnualRevenue = 300_000.0 * people,
        Currency = "USD",
        Staff =
        [
            new(Level.Junior, 70_000, 2, false) { Count = 0.3 * people }, new(Level.Mid, 95_000, 5, false) { Count = 0.4 * people }, new(Level.Senior, 140_000, 9, false) { Count = 0.2 * people },
            new(Level.Mid, 95_000, 6, true) { Count = 0.07 * people }, new(Level.Senior, 140_000, 11, true) { Count = 0.03 * people },
        ],
    };

    // Twice the draws less once: what does not grow with them is left out. The places for the results are 8 bytes a figure, as they have to be.
    private static double BytesPerDraw()
    {
        var (once, twice) = (Allocated(MonteCarlo.BoardDraws), Allocated(2 * MonteCarlo.BoardDraws));
        return (double)(twice - once) / MonteCarlo.BoardDraws;

        static long Allocated(int draws)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            MonteCarlo.Run(Four, draws, Seed);
            return GC.GetTotalAllocatedBytes(precise: true) - before;
        }
    }

    private static Task<TimeSpan> TimeAsync(Action work) => Machine.TimeAsync(() => { work(); return Task.CompletedTask; });

    private static async Task<TimeSpan> EachAsync(Action work) => await TimeAsync(() => { for (var i = 0; i < Runs; i++) work(); }) / Runs;

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.000 ms", CultureInfo.InvariantCulture);
}
