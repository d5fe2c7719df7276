using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.Solving;
using static System.FormattableString;

namespace GovernancePortal.Benchmarks.Reallocation;

/// <summary>Matching displaced people to seats, each with an explanation: 20,000 people to 200 roles, and 2,000 to 40 as while somebody changes a pin.</summary>
internal static class MatchingBenchmark
{
    private static readonly string[] Skills = [.. Enumerable.Range(0, 60).Select(i => $"skill {i}")];
    private static readonly string[] Areas = [.. Enumerable.Range(0, 300).Select(i => $"system {i}")];

    public static async Task RunAsync()
    {
        await MeasureAsync(2_000, 40, rounds: 5);
        await using var memory = new MemoryWatch();
        await MeasureAsync(20_000, 200, rounds: 3);
        Console.WriteLine(Invariant($"matching: 20,000 x 200: working set rose by {memory.WorkingSetRise / 1e6:0} MB"));
    }

    private static Task MeasureAsync(int people, int roles, int rounds)
    {
        var (candidates, work) = (People(people, roles), Roles(roles, people));
        return Machine.BestOfAsync(rounds, Invariant($"matching: {people:#,0} people x {roles} roles with explanations"), () => Machine.TimeAsync(() =>
        {
            var result = new Matching(candidates, work).Solve(new FlowSolver());
            var words = result.Placements.Sum(p => PlacementWords.Of(p, candidates[p.Person], work).Count);
            if (result.Placed == 0 || words == 0) throw new InvalidOperationException("Nobody was placed.");
            return Task.CompletedTask;
        }), Machine.Seconds);
    }

    private static Candidate[] People(int count, int roles)
    {
        var random = new Random(3);
        return
        [
            .. Enumerable.Range(0, count).Select(i => new Candidate(Invariant($"P{i}"), (Level)random.Next(1, 5))
            {
                Location = random.Next(2) == 0 ? "EU" : "US",
                Skills = Some(random, Skills, 10, () => random.Next(1, 6)),
                Knowledge = Some(random, Areas, 12, random.NextDouble),
                Preferences = Enumerable.Range(1, 3).Select(rank => (Role: Invariant($"R{random.Next(roles)}"), rank)).DistinctBy(p => p.Role).ToDictionary(p => p.Role, p => p.rank, StringComparer.Ordinal),
            }),
        ];
    }

    // Nine seats for ten people, so that seats are short.
    private static WorkRole[] Roles(int count, int people)
    {
        var random = new Random(5);
        return
        [
            .. Enumerable.Range(0, count).Select(i => new WorkRole(Invariant($"R{i}"), Invariant($"Role {i}"), (Level)random.Next(2, 4))
            {
                Seats = Math.Max(1, people * 9 / 10 / count),
                Skills = [.. Some(random, Skills, 3, () => random.Next(1, 4)).Select(s => new SkillNeed(s.Key, s.Value))],
                Knowledge = Some(random, Areas, 6, () => random.Next(1, 4)),
            }),
        ];
    }

    private static Dictionary<string, double> Some(Random random, string[] names, int count, Func<double> value) =>
        Enumerable.Range(0, count).Select(_ => names[random.Next(names.Length)]).Distinct(StringComparer.Ordinal).ToDictionary(n => n, _ => value(), StringComparer.Ordinal);
}
