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

    /// <summary>How many of the draws the bands over the months are made of.</summary>
    public int FanDraws => Math.Min(Draws, CashSamples.MostDraws);

    /// <summary>The policy that is best most often; of equals, the first. It need not be one of the two that the verdict compares.</summary>
    public PolicyRisk? MostOftenBest => Policies.MaxBy(p => p.ProbabilityBest);

    /// <summary>How well the parameters that decide are supported: of the explained variation, the share of each grade that has one, the largest first.</summary>
    public IReadOnlyList<GradeShare> ExplainedByGrade =>
    [
        .. Drivers.GroupBy(d => ModelParameters.Of(d.Parameter).Grade)
            .Select(g => new GradeShare(g.Key, g.Sum(d => d.ShareOfExplained)))
            .Where(g => g.Share > 0)
            .OrderByDescending(g => g.Share)
            .ThenBy(g => g.Grade),
    ];
}

/// <summary>What parameters of one grade explain.</summary>
/// <param name="Grade">How well they are supported.</param>
/// <param name="Share">Of the explained variation, 0 to 1.</param>
public sealed record GradeShare(EvidenceGrade Grade, double Share);

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

    /// <summary>Net present value less that of the first policy, draw by draw; null for the first itself. Only this difference means something.</summary>
    public Spread? VsFirst { get; init; }

    /// <summary>Share of draws in which it is worth more than the first policy; 0 for the first itself.</summary>
    public double ProbabilityBeatsFirst { get; init; }

    /// <summary>The discounted balance against the first policy over the months; empty for the first itself.</summary>
    public IReadOnlyList<FanPoint> Fan { get; init; } = [];
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
    double? ProbabilityReallocateBeatsCut, double? StandardError, double DeltaMean, double DeltaP10, double DeltaP50, double DeltaP90, string Verdict)
{
    /// <summary>One draw in four lies below.</summary>
    public double DeltaP25 { get; init; }

    /// <summary>One draw in four lies above.</summary>
    public double DeltaP75 { get; init; }

    /// <summary>The verdict that more draws might give instead; null when the result is clear of the next band.</summary>
    public string? NextBand => ProbabilityReallocateBeatsCut is { } probability && StandardError is { } error ? Scenarios.Verdict.NextBand(probability, error) : null;

    /// <summary>The differences together.</summary>
    internal Spread Delta => new(DeltaMean, DeltaP10, DeltaP25, DeltaP50, DeltaP75, DeltaP90);
}

/// <summary>How strongly a parameter decides between Reallocate and Cut.</summary>
/// <param name="Parameter">Which.</param>
/// <param name="RankCorrelation">Spearman's, with the difference; above zero speaks for Reallocate.</param>
/// <param name="ShareOfExplained">Its square, of the sum of all squares.</param>
public sealed record Driver(Parameter Parameter, double RankCorrelation, double ShareOfExplained);
