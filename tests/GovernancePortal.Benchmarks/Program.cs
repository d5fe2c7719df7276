using GovernancePortal.Benchmarks;
using GovernancePortal.Benchmarks.Adoption;
using GovernancePortal.Benchmarks.Changes;
using GovernancePortal.Benchmarks.Imports;
using GovernancePortal.Benchmarks.Incidents;
using GovernancePortal.Benchmarks.Knowledge;
using GovernancePortal.Benchmarks.Ledger;
using GovernancePortal.Benchmarks.Literacy;
using GovernancePortal.Benchmarks.Organisation;
using GovernancePortal.Benchmarks.Reallocation;
using GovernancePortal.Benchmarks.Scenarios;

// One line for each benchmark: its name on the command line, and what runs it.
var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["ledger"] = LedgerBenchmark.RunAsync,
    ["roster"] = RosterBenchmark.RunAsync,
    ["usage"] = UsageBenchmark.RunAsync,
    ["targets"] = TargetsBenchmark.RunAsync,
    ["gate"] = GateBenchmark.RunAsync,
    ["people"] = PeopleBenchmark.RunAsync,
    ["literacy"] = LiteracyBenchmark.RunAsync,
    ["notices"] = NoticesBenchmark.RunAsync,
    ["knowledge"] = KnowledgeBenchmark.RunAsync,
    ["incidents"] = IncidentsBenchmark.RunAsync,
    ["preview"] = PreviewBenchmark.RunAsync,
    ["scenarios"] = ScenarioBenchmark.RunAsync,
    ["matching"] = MatchingBenchmark.RunAsync,
    ["exposure"] = ExposureBenchmark.RunAsync,
    ["staff"] = StaffBenchmark.RunAsync,
};

var names = args.Length == 0 ? [.. benchmarks.Keys] : args;
if (names.FirstOrDefault(name => !benchmarks.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark {unknown}. Known: {string.Join(", ", benchmarks.Keys)}.");
    return 1;
}

Machine.Describe();
foreach (var name in names) await benchmarks[name]();
return 0;
