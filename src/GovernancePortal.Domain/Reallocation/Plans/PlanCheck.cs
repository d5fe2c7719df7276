using System.Text.Json;

namespace GovernancePortal.Domain.Reallocation;

public enum CheckSubject
{
    /// <summary>What only those who go know or own.</summary>
    Exposure = 0,

    /// <summary>Whether enough reviewers stay for the changes that AI writes.</summary>
    Capacity = 1,

    /// <summary>Whether a group fares worse than others.</summary>
    Impact = 2,
    Budget = 3,

    /// <summary>Whether everybody has a seat, and every seat is there.</summary>
    Seats = 4,
}

public enum CheckOutcome
{
    Holds = 0,

    /// <summary>It does not stop the plan, and whoever decides has to know it.</summary>
    Watch = 1,
    Fails = 2,

    /// <summary>Nothing to check with, which stops the plan where it must not be missing.</summary>
    NoData = 3,
}

/// <summary>One check of a plan, in words with its figures.</summary>
/// <param name="Stops">Whether the plan cannot be decided on while it is so.</param>
/// <param name="Sentence">What was found.</param>
/// <param name="Lines">The arithmetic.</param>
public sealed record PlanCheck(CheckSubject Subject, CheckOutcome Outcome, bool Stops, string Sentence, IReadOnlyList<string> Lines)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write(IReadOnlyList<PlanCheck> checks) => JsonSerializer.Serialize(checks, Options);

    public static IReadOnlyList<PlanCheck> Read(string json) => JsonSerializer.Deserialize<List<PlanCheck>>(json, Options) ?? [];
}
