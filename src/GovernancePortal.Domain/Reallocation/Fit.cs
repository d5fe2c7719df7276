namespace GovernancePortal.Domain.Reallocation;

/// <summary>Why somebody does not come into question for a role; all that apply are kept.</summary>
[Flags]
public enum Barriers
{
    None = 0,

    /// <summary>More than two levels short of a mandatory skill.</summary>
    MandatorySkillGap = 1,
    TrainingTooLong = 2,
    KnowledgeBelowFloor = 4,

    /// <summary>They said that they do not want it.</summary>
    Declined = 8,

    /// <summary>More than one level up or down.</summary>
    LevelMismatch = 16,
    Location = 32,

    /// <summary>A bad match is not better than an honest "no seat".</summary>
    ScoreBelowFloor = 64,
}

/// <summary>How much each part counts in a fit; what a role does not ask for is left out and the rest rescaled.</summary>
public sealed record FitWeights(double Skill = 0.30, double Knowledge = 0.35, double Preference = 0.20, double Level = 0.05, double Training = 0.10);

/// <summary>What a match is worked out with.</summary>
/// <param name="Weights">Of the parts of a fit.</param>
/// <param name="ScarcityBoost">How much more knowledge counts that one displaced person alone holds.</param>
/// <param name="MinScore">The least a fit has to reach, 0 to 1.</param>
public sealed record MatchSettings(FitWeights Weights, double ScarcityBoost = 0.5, double MinScore = 0.35)
{
    public static MatchSettings Standard { get; } = new(new FitWeights());
}

/// <summary>What each part adds to a score; null for what the role does not ask for.</summary>
public readonly record struct FitTerms(double? Knowledge, double Level, double Preference, double? Skill, double Training)
{
    /// <summary>0 to 1.</summary>
    public double Sum => (Knowledge ?? 0) + Level + Preference + (Skill ?? 0) + Training;
}

/// <summary>How well a person suits a role.</summary>
/// <param name="Terms">What it is made of.</param>
/// <param name="TrainingMonths">Full-time, until every skill is there.</param>
/// <param name="Barriers">What rules it out.</param>
public readonly record struct FitScore(FitTerms Terms, double TrainingMonths, Barriers Barriers)
{
    private const double Scale = 10_000;

    public bool IsEligible => Barriers == Barriers.None;

    public double Score => Terms.Sum;

    /// <summary>A whole number, so that an optimum is an optimum: 0 for a perfect fit, 10,000 for none at all.</summary>
    public int Cost => (int)Math.Floor(((1 - Score) * Scale) + 0.5);
}

/// <summary>A skill that is not there yet.</summary>
public sealed record SkillGap(string Skill, double Have, double Need, double Months);

/// <summary>A fit with everything that an explanation tells.</summary>
/// <param name="Score">The figures.</param>
/// <param name="Gaps">What training closes.</param>
/// <param name="Reasons">Codes of what rules it out, a mandatory skill named after a colon.</param>
/// <param name="Known">What of the person's knowledge counts in the role, the most first.</param>
public sealed record Fit(FitScore Score, IReadOnlyList<SkillGap> Gaps, IReadOnlyList<string> Reasons, IReadOnlyList<KnownArea> Known);

/// <summary>A system or area that a person knows and the role needs.</summary>
/// <param name="Holders">How many of the displaced people know it well.</param>
/// <param name="IsHolder">Whether the person is one of them; who knows only something of it is not.</param>
public sealed record KnownArea(string Area, double Share, int Holders, bool IsHolder);
