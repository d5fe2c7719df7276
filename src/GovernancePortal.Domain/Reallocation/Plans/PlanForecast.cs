using System.Text.Json;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>What a plan is expected to come to within a year; kept as it was when the plan was approved, so that it can be held against what happened.</summary>
/// <param name="Moves">People with a seat.</param>
/// <param name="TrainingMonths">Of all of them, full-time.</param>
/// <param name="Regret">Moves that do not last their first year.</param>
/// <param name="Refill">Seats that have to be filled again: those, and who leaves as people do.</param>
/// <param name="IncidentsCaught">Severe incidents that moving prevents against doing nothing; null without a scenario.</param>
/// <param name="Basis">Where the shares come from, in words.</param>
public sealed record PlanForecast(int Moves, double TrainingMonths, double Regret, double Refill, double? IncidentsCaught, string Basis)
{
    public const int Months = 12;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <param name="moves">With a seat.</param>
    /// <param name="scenario">Null when none is linked; then the model's defaults stand in and incidents are not forecast.</param>
    /// <param name="scenarioName">For the words.</param>
    public static PlanForecast Of(IReadOnlyCollection<PlannedMove> moves, ScenarioRun? scenario, string scenarioName)
    {
        var given = scenario?.Input.Parameters ?? new Dictionary<Parameter, Distribution>();
        var (success, turnover) = (Mean(Parameter.PlacementSuccess), Mean(Parameter.TurnoverAnnual));
        var regret = moves.Count * (1 - success);
        return new(moves.Count, moves.Sum(m => m.TrainingMonths), regret, regret + (moves.Count * success * turnover), Caught(scenario, moves.Count), scenario is null
            ? "No scenario is linked: how many moves last and how many people leave are the model's defaults, and incidents are not forecast."
            : $"From run {scenario.Number} of the scenario “{scenarioName}”.");

        double Mean(Parameter parameter) => (given.GetValueOrDefault(parameter) ?? ModelParameters.Of(parameter).Default).Mean;
    }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static PlanForecast Read(string json) => JsonSerializer.Deserialize<PlanForecast>(json, Options) ?? throw new InvalidOperationException("A stored forecast is empty.");

    // The scenario moves its own number of people; the plan has its part of that.
    private static double? Caught(ScenarioRun? scenario, int moves)
    {
        if (scenario is null) return null;
        var policies = scenario.Report.Outcome.Policies;
        if (policies.Count == 0 || policies.MaxBy(p => p.Policy.ReallocShare) is not { Policy.ReallocShare: > 0 } moving) return null;
        var moved = scenario.Report.Outcome.Staff.Displaced * moving.Policy.ReallocShare;
        if (moved <= 0) return null;
        var prevented = policies[0].Months.Take(Months).Sum(m => m.Incidents) - moving.Months.Take(Months).Sum(m => m.Incidents);
        return Math.Max(0, prevented) * Math.Min(1, moves / moved);
    }
}

/// <summary>What came of a plan so far.</summary>
/// <param name="Started">Moves that began.</param>
/// <param name="TrainingMonths">From the beginning of training to its end, of those who completed it.</param>
/// <param name="Reversed">Moves that ended within a year of their start, or after they were accepted.</param>
/// <param name="Refilled">Positions that were filled again, as the push-pull record tells.</param>
/// <param name="Caught">Serious findings of redeployed people in changes, before those went out.</param>
/// <param name="MonthsSince">Since the plan was published, at most twelve.</param>
public sealed record PlanOutcome(int Started, double TrainingMonths, int Reversed, int Refilled, int Caught, double MonthsSince)
{
    private const double DaysOfMonth = 365.25 / 12;

    /// <summary>Reads what the moves themselves tell.</summary>
    public static PlanOutcome Of(IReadOnlyCollection<PlannedMove> moves, int refilled, int caught, DateOnly published, DateOnly today) =>
        new(
            moves.Count(m => m.StartedOn is not null),
            moves.Sum(m => m is { TrainingFrom: { } from, TrainedOn: { } done } ? (done.DayNumber - from.DayNumber) / DaysOfMonth : 0),
            moves.Count(m => m.LeftOn is { } left && m.AnsweredAt is not null && (m.StartedOn is not { } start || left < start.AddMonths(PlanForecast.Months))),
            refilled,
            caught,
            Math.Clamp((today.DayNumber - published.DayNumber) / DaysOfMonth, 0, PlanForecast.Months));
}

/// <summary>One figure of a forecast beside what happened.</summary>
/// <param name="Expected">By now; null when it was not forecast.</param>
/// <param name="Score">100 when it came as expected, 0 when it was off by all of it or more; null without a forecast.</param>
public sealed record ScoredFigure(string Title, double? Expected, double Happened, double? Score)
{
    internal static ScoredFigure Of(string title, double? expected, double happened) =>
        // A difference of one person or one incident is never held for more than that.
        new(title, expected, happened, expected is { } e ? Math.Round(100 * (1 - Math.Min(1, Math.Abs(happened - e) / Math.Max(1, e))), 1) : null);
}

/// <summary>A plan's forecast scored against what happened.</summary>
/// <param name="Figures">One by one.</param>
/// <param name="Share">How much of the year has passed, 0 to 1; what grows with time is expected in that part.</param>
public sealed record PlanScore(IReadOnlyList<ScoredFigure> Figures, double Share)
{
    /// <summary>Mean of what was forecast.</summary>
    public double Overall => Figures.Where(f => f.Score is not null).Select(f => f.Score!.Value).DefaultIfEmpty(0).Average();

    public static PlanScore Of(PlanForecast forecast, PlanOutcome outcome)
    {
        var share = outcome.MonthsSince / PlanForecast.Months;
        return new(
            [
                ScoredFigure.Of("Moves started", forecast.Moves, outcome.Started),
                ScoredFigure.Of("Months of training", forecast.TrainingMonths, outcome.TrainingMonths),
                ScoredFigure.Of("Moves that did not last", forecast.Regret * share, outcome.Reversed),
                ScoredFigure.Of("Positions filled again", forecast.Refill * share, outcome.Refilled),
                ScoredFigure.Of("Severe incidents caught", forecast.IncidentsCaught * share, outcome.Caught),
            ],
            share);
    }
}
