using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Web.Features.Reallocation.MatchPeople;

/// <summary>What is to be matched.</summary>
public sealed record MatchBody
{
    public IReadOnlyList<PersonBody> People { get; init; } = [];

    public IReadOnlyList<RoleBody> Roles { get; init; } = [];

    public FitWeights? Weights { get; init; }

    public double ScarcityBoost { get; init; } = MatchSettings.Standard.ScarcityBoost;

    public double MinScore { get; init; } = MatchSettings.Standard.MinScore;

    internal MatchSettings Settings() => new(Weights ?? MatchSettings.Standard.Weights, ScarcityBoost, MinScore);
}

public sealed record PersonBody(string Id, Level Level)
{
    public string? Location { get; init; }

    public Dictionary<string, double>? Skills { get; init; }

    public Dictionary<string, double>? Knowledge { get; init; }

    public Dictionary<string, int>? Preferences { get; init; }

    public IReadOnlyList<string>? Declined { get; init; }

    internal Candidate ToCandidate() =>
        new(Id, Level)
        {
            Location = Location ?? "",
            Skills = Skills ?? [],
            Knowledge = Knowledge ?? [],
            Preferences = Preferences ?? [],
            Declined = Declined ?? [],
        };
}

public sealed record RoleBody(string Id, Level Level)
{
    public string? Title { get; init; }

    public int Seats { get; init; } = 1;

    public double MaxTrainingMonths { get; init; } = WorkRole.StandardTrainingMonths;

    public double MinKnowledge { get; init; }

    public IReadOnlyList<SkillBody>? Skills { get; init; }

    public Dictionary<string, double>? Knowledge { get; init; }

    public IReadOnlyList<string>? Locations { get; init; }

    internal WorkRole ToRole() =>
        new(Id, Title ?? Id, Level)
        {
            Seats = Seats,
            MaxTrainingMonths = MaxTrainingMonths,
            MinKnowledge = MinKnowledge,
            Skills = [.. (Skills ?? []).Select(s => new SkillNeed(s.Skill, s.Level, s.Weight, s.Mandatory, s.MonthsPerLevel))],
            Knowledge = Knowledge ?? [],
            Locations = Locations ?? [],
        };
}

public sealed record SkillBody(string Skill, double Level)
{
    public double Weight { get; init; } = 1;

    public bool Mandatory { get; init; }

    public double MonthsPerLevel { get; init; } = SkillNeed.StandardMonthsPerLevel;
}
