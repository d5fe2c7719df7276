using System.Text.Json;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>What the match gives one person, as it is kept.</summary>
/// <param name="PersonId">Whom.</param>
/// <param name="Seat">Null for no seat.</param>
/// <param name="Explanation">Why.</param>
public sealed record MoveProposal(PersonId PersonId, ProposedSeat? Seat, MoveExplanation Explanation);

/// <param name="RoleId">Of the work role.</param>
/// <param name="UnitId">In whose seat; null where seats belong to no unit.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Cost">As the match counts it.</param>
/// <param name="TrainingMonths">Full-time.</param>
/// <param name="IsPinned">Whether Human Resources chose it.</param>
public sealed record ProposedSeat(RoleProfileId RoleId, UnitId? UnitId, double Score, int Cost, double TrainingMonths, bool IsPinned);

/// <summary>Why somebody was proposed what they were, from the terms of the fit; it stays as it was when the plan goes on.</summary>
/// <param name="Sentences">In the order in which they are read.</param>
/// <param name="Reason">Why this role, or none.</param>
/// <param name="Terms">What each part adds; null without a seat.</param>
/// <param name="Gaps">What training closes.</param>
/// <param name="Others">Other roles of the match, the best first.</param>
public sealed record MoveExplanation(IReadOnlyList<string> Sentences, PlacementReason Reason, FitTerms? Terms, IReadOnlyList<SkillGap> Gaps, IReadOnlyList<OtherRole> Others)
{
    /// <summary>Of how many other roles the score is kept.</summary>
    public const int MostOthers = 5;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static MoveExplanation Read(string json) => JsonSerializer.Deserialize<MoveExplanation>(json, Options) ?? throw new InvalidOperationException("A stored explanation is empty.");
}

/// <summary>Another role of the match.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Barriers">Codes of what rules it out; empty when it comes into question.</param>
public sealed record OtherRole(string Title, double Score, IReadOnlyList<string> Barriers);
