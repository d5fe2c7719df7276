using GovernancePortal.Domain.Common;
using System.Text.Json.Serialization;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Web.Features.Reallocation.MatchPeople;

/// <param name="Placed">How many people have a seat.</param>
/// <param name="TotalCost">Of all of them; lower is better, and the same for every optimum.</param>
/// <param name="Assignments">In the order of the people.</param>
/// <param name="Matrix">Every fit, by person and role; left out where there are too many.</param>
public sealed record MatchAnswer(
    int Placed, long TotalCost, IReadOnlyList<AssignmentAnswer> Assignments, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<IReadOnlyList<FitAnswer>>? Matrix)
{
    internal static MatchAnswer Of(MatchResult result, Matching matching, IReadOnlyList<Candidate> people, IReadOnlyList<WorkRole> roles, bool withMatrix) =>
        new(
            result.Placed,
            result.TotalCost,
            [.. result.Placements.Select(p => AssignmentAnswer.Of(p, people, roles))],
            withMatrix ? [.. people.Select((_, person) => (IReadOnlyList<FitAnswer>)[.. roles.Select((_, role) => FitAnswer.Of(matching.Explain(person, role)))])] : null);
}

/// <param name="Reason">best, capacity, noSeatLeft or noEligibleRole.</param>
/// <param name="Explanation">For the person concerned.</param>
public sealed record AssignmentAnswer(
    string Person,
    string? Role,
    double? Score,
    FitTerms? Terms,
    double? TrainingMonths,
    IReadOnlyList<SkillGap>? Gaps,
    string? BestRole,
    double? ScoreGivenUp,
    string Reason,
    IReadOnlyList<string> Explanation)
{
    internal static AssignmentAnswer Of(Placement placement, IReadOnlyList<Candidate> people, IReadOnlyList<WorkRole> roles) =>
        new(
            people[placement.Person].Id,
            placement.Role is { } role ? roles[role].Id : null,
            placement.Fit?.Score.Score,
            placement.Fit?.Score.Terms,
            placement.Fit?.Score.TrainingMonths,
            placement.Fit?.Gaps,
            placement.Best is { } best ? roles[best].Id : null,
            placement.ScoreGivenUp,
            placement.Reason.ToCode(),
            PlacementWords.Of(placement, people[placement.Person], roles));
}

public sealed record FitAnswer(bool Eligible, double Score, int Cost, double TrainingMonths, IReadOnlyList<string> Reasons)
{
    internal static FitAnswer Of(Fit fit) => new(fit.Score.IsEligible, fit.Score.Score, fit.Score.Cost, fit.Score.TrainingMonths, fit.Reasons);
}
