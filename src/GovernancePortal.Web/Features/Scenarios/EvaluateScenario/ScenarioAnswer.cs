using System.Globalization;
using System.Text.Json.Serialization;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Web.Features.Scenarios.EvaluateScenario;

/// <summary>What was asked for of a scenario; what was not asked for is left out.</summary>
public sealed record ScenarioAnswer
{
    /// <summary>Of the model; kept with every result.</summary>
    public string ModelVersion { get; init; } = ScenarioModel.Version;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DeterministicAnswer? Deterministic { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MonteCarloAnswer? MonteCarlo { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TornadoAnswer? Tornado { get; init; }

    /// <summary>By the key of the parameter: the value at which Reallocate and Cut are worth the same; null when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double?>? BreakEven { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BestMix? BestMix { get; init; }
}

/// <param name="Aggregates">The people it is worked out for.</param>
/// <param name="Scenarios">By the name of the policy.</param>
/// <param name="BestScenario">The policy with the highest net present value; null when there is nobody.</param>
public sealed record DeterministicAnswer(StaffAnswer Aggregates, IReadOnlyDictionary<string, PolicyAnswer> Scenarios, string? BestScenario)
{
    internal static DeterministicAnswer Of(ScenarioOutcome outcome) =>
        new(StaffAnswer.Of(outcome.Staff), outcome.Policies.ToDictionary(p => p.Policy.Name, PolicyAnswer.Of, StringComparer.Ordinal), outcome.Best);
}

public sealed record StaffAnswer(double Headcount, double Displaced, double Payroll, double DisplacedPayroll, double KnowledgeShare, double SeveranceTotal)
{
    internal static StaffAnswer Of(StaffTotals staff) => new(staff.Headcount, staff.Displaced, staff.Payroll, staff.DisplacedPayroll, staff.KnowledgeShare, staff.Severance);
}

public sealed record PolicyAnswer(
    double Npv,
    double NpvVsFirst,
    int? PaybackMonthVsFirst,
    double Incidents,
    double IncidentHours,
    double AverageShortfall,
    double EndHeadcount,
    double? EndRevenuePerEmployee,
    double OneOffCost,
    IReadOnlyDictionary<string, double> NpvByHorizon,
    IReadOnlyList<ScenarioMonth> Months)
{
    internal static PolicyAnswer Of(PolicyOutcome policy) =>
        new(
            policy.Npv,
            policy.NpvVsFirst,
            policy.PaybackMonthVsFirst,
            policy.Incidents,
            policy.IncidentHours,
            policy.AverageShortfall,
            policy.EndHeadcount,
            policy.EndRevenuePerEmployee,
            policy.OneOffCost,
            policy.NpvByHorizon.ToDictionary(h => h.Key.ToString(CultureInfo.InvariantCulture), h => h.Value, StringComparer.Ordinal),
            policy.Months);
}

/// <param name="Base">Reallocate less Cut, with every parameter at its mean.</param>
public sealed record TornadoAnswer(double Base, IReadOnlyList<TornadoAnswer.Row> Rows)
{
    public sealed record Row(string Parameter, double Low, double High, double DeltaLow, double DeltaHigh, double Swing, bool FlipsSign, string Grade);

    internal static TornadoAnswer Of(Tornado tornado) => new(tornado.Base, [.. tornado.Rows.Select(RowOf)]);

    private static Row RowOf(TornadoRow row)
    {
        var parameter = ModelParameters.Of(row.Parameter);
        return new(parameter.Key, row.Low, row.High, row.DeltaLow, row.DeltaHigh, row.Swing, row.FlipsSign, parameter.Grade.ToString());
    }
}

/// <param name="Scenarios">By the name of the policy.</param>
public sealed record MonteCarloAnswer(
    int Draws, ulong Seed, IReadOnlyDictionary<string, PolicyRisk> Scenarios, ContestAnswer? ReallocateVsCut, IReadOnlyList<MonteCarloAnswer.DriverAnswer> Drivers, double? JudgementShare)
{
    public sealed record DriverAnswer(string Parameter, double RankCorrelation, double ShareOfExplained, string Grade);

    internal static MonteCarloAnswer Of(MonteCarloResult result) =>
        new(
            result.Draws,
            result.Seed,
            result.Policies.ToDictionary(p => p.Name, StringComparer.Ordinal),
            result.ReallocateVsCut is { } contest ? ContestAnswer.Of(contest) : null,
            [.. result.Drivers.Select(DriverOf)],
            result.JudgementShare);

    private static DriverAnswer DriverOf(Driver driver)
    {
        var parameter = ModelParameters.Of(driver.Parameter);
        return new(parameter.Key, driver.RankCorrelation, driver.ShareOfExplained, parameter.Grade.ToString());
    }
}

public sealed record ContestAnswer(
    double? ProbabilityReallocateBeatsCut, double DeltaMean, double DeltaP10, double DeltaP50, double DeltaP90, string Verdict, double? StandardErrorOfProbability)
{
    internal static ContestAnswer Of(PolicyContest contest) =>
        new(contest.ProbabilityReallocateBeatsCut, contest.DeltaMean, contest.DeltaP10, contest.DeltaP50, contest.DeltaP90, contest.Verdict, contest.StandardError);
}
