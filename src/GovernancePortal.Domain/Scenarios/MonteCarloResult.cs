namespace GovernancePortal.Domain.Scenarios;

/// <summary>What many draws say.</summary>
/// <param name="Draws">How many.</param>
/// <param name="Seed">Gives the same result again.</param>
/// <param name="Policies">In the order of the input.</param>
/// <param name="ReallocateVsCut">Null where the scenario has no policies of these names.</param>
/// <param name="Drivers">Which parameters decide between the two, strongest first; empty when nothing does.</param>
/// <param name="JudgementShare">Share of the explained variation that comes from judgement, 0 to 1; null when there are no drivers.</param>
public sealed record MonteCarloResult(
    int Draws, ulong Seed, IReadOnlyList<PolicyRisk> Policies, PolicyContest? ReallocateVsCut, IReadOnlyList<Driver> Drivers, double? JudgementShare)
{
    /// <summary>Above this the result rests mostly on judgement, and says so.</summary>
    public const double MostlyJudgement = 0.5;
}

/// <summary>One policy over all draws; money in the scenario's currency.</summary>
/// <param name="Name">Of the policy.</param>
/// <param name="NpvMean">Mean net present value.</param>
/// <param name="NpvP10">One draw in ten lies below.</param>
/// <param name="NpvP50">Median.</param>
/// <param name="NpvP90">One draw in ten lies above.</param>
/// <param name="IncidentLossMean">Mean loss by severe incidents over the horizon, not discounted.</param>
/// <param name="IncidentLossP90">One draw in ten loses more.</param>
/// <param name="IncidentLossP95">One draw in twenty loses more.</param>
/// <param name="ProbabilityBest">Share of draws in which no other policy is better; ties are shared.</param>
public sealed record PolicyRisk(
    string Name, double NpvMean, double NpvP10, double NpvP50, double NpvP90, double IncidentLossMean, double IncidentLossP90, double IncidentLossP95, double ProbabilityBest)
{
    /// <summary>Losses at 101 evenly spaced shares of draws, from the least to the most: the curve of what is exceeded how often.</summary>
    public IReadOnlyList<double> LossCurve { get; init; } = [];
}

/// <summary>Reallocate against Cut, draw by draw; a difference above zero speaks for Reallocate.</summary>
/// <param name="ProbabilityReallocateBeatsCut">Null when there is no difference in any draw.</param>
/// <param name="StandardError">Of the probability, from the number of draws alone.</param>
/// <param name="DeltaMean">Mean difference.</param>
/// <param name="DeltaP10">One draw in ten lies below.</param>
/// <param name="DeltaP50">Median difference.</param>
/// <param name="DeltaP90">One draw in ten lies above.</param>
/// <param name="Verdict">In words.</param>
public sealed record PolicyContest(
    double? ProbabilityReallocateBeatsCut, double? StandardError, double DeltaMean, double DeltaP10, double DeltaP50, double DeltaP90, string Verdict);

/// <summary>How strongly a parameter decides between Reallocate and Cut.</summary>
/// <param name="Parameter">Which.</param>
/// <param name="RankCorrelation">Spearman's, with the difference; above zero speaks for Reallocate.</param>
/// <param name="ShareOfExplained">Its square, of the sum of all squares.</param>
public sealed record Driver(Parameter Parameter, double RankCorrelation, double ShareOfExplained);
