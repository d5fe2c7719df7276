namespace GovernancePortal.Domain.Scenarios;

/// <summary>What policies are called: by what they do, and by the name somebody gave them.</summary>
public static class PolicyWords
{
    private const double Tiny = 1e-9;

    /// <summary>For the middle of a sentence: "cutting", "moving", "doing nothing", or the name that was given to it.</summary>
    public static string Act(Policy policy) =>
        IsNothing(policy) ? "doing nothing"
        : policy.Name == Policy.CutName ? "cutting"
        : policy.Name == Policy.ReallocateName ? "moving"
        : policy.Name;

    /// <summary>For the start of a sentence.</summary>
    public static string ActFirst(Policy policy) => Capital(Act(policy));

    /// <summary>What is done with how many positions: "Cut 3", "Move 1.8, attrition 1.2", "Do nothing".</summary>
    /// <param name="policy">Which.</param>
    /// <param name="displaced">How many positions its shares are of.</param>
    public static string Title(Policy policy, double displaced)
    {
        var parts = new List<string>();
        Add("cut", policy.LayoffShare);
        Add("move", policy.ReallocShare);
        Add("attrition", policy.AttritionShare);
        if (policy.ExternalVetters > Tiny) parts.Add($"hire {ScenarioFigures.People(policy.ExternalVetters)} vetters");
        return parts.Count == 0 ? "Do nothing" : Capital(string.Join(", ", parts));

        void Add(string word, double share)
        {
            if (share > Tiny) parts.Add($"{word} {ScenarioFigures.People(share * displaced)}");
        }
    }

    /// <summary>What stands before a figure: "1.8 moved, 1.2 left to attrition".</summary>
    public static string Shares(BestMix mix, double displaced)
    {
        var parts = new List<string>();
        if (mix.ReallocShare > Tiny) parts.Add($"moves {ScenarioFigures.People(mix.ReallocShare * displaced)}");
        if (mix.LayoffShare > Tiny) parts.Add($"cuts {ScenarioFigures.People(mix.LayoffShare * displaced)}");
        if (mix.AttritionShare > Tiny) parts.Add($"lets attrition close {ScenarioFigures.People(mix.AttritionShare * displaced)}");
        return parts.Count == 0 ? "leaves all" : Enumerate(parts);
    }

    public static bool IsNothing(Policy policy) => policy.LayoffShare <= Tiny && policy.ReallocShare <= Tiny && policy.AttritionShare <= Tiny && policy.ExternalVetters <= Tiny;

    public static bool IsCutOnly(Policy policy) => policy.LayoffShare > Tiny && policy.ReallocShare <= Tiny && policy.AttritionShare <= Tiny;

    public static bool IsMoveOnly(Policy policy) => policy.ReallocShare > Tiny && policy.LayoffShare <= Tiny && policy.AttritionShare <= Tiny;

    internal static string Enumerate(IReadOnlyList<string> parts) => parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";

    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
