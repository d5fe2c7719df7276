using GovernancePortal.Data.Conventions;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Data.Scenarios;

/// <summary>Makes the database itself keep runs of scenarios as they were written.</summary>
internal static class ScenarioTriggers
{
    public const string Table = "ScenarioRuns";

    /// <summary>Every stored property; a test compares them with the table.</summary>
    internal static readonly string[] Columns =
    [
        nameof(ScenarioRun.ScenarioId), nameof(ScenarioRun.Number), nameof(ScenarioRun.InputJson), nameof(ScenarioRun.ReasonsJson), nameof(ScenarioRun.ModelVersion), nameof(ScenarioRun.Draws),
        nameof(ScenarioRun.Seed), nameof(ScenarioRun.RanAt), nameof(ScenarioRun.RanBy), nameof(ScenarioRun.RanByName), nameof(ScenarioRun.Changes), nameof(ScenarioRun.ReportJson), nameof(ScenarioRun.Best),
        nameof(ScenarioRun.Verdict), nameof(ScenarioRun.Positions), nameof(ScenarioRun.Displaced), nameof(ScenarioRun.IsFew),
    ];

    public static IEnumerable<string> Statements(bool sqlite) => KeptTriggers.Statements(Table, Columns, sqlite);
}
