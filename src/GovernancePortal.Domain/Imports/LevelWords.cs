using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Imports;

/// <summary>What the words and figures of a level column mean, as a suggestion that a person can change.</summary>
public static class LevelWords
{
    private static readonly Dictionary<string, Level> Known = new(StringComparer.Ordinal)
    {
        ["1"] = Level.Junior,
        ["2"] = Level.Mid,
        ["3"] = Level.Senior,
        ["4"] = Level.Principal,
        ["5"] = Level.Principal,
        ["junior"] = Level.Junior,
        ["jr"] = Level.Junior,
        ["graduate"] = Level.Junior,
        ["trainee"] = Level.Junior,
        ["entry"] = Level.Junior,
        ["associate"] = Level.Junior,
        ["mid"] = Level.Mid,
        ["middle"] = Level.Mid,
        ["intermediate"] = Level.Mid,
        ["regular"] = Level.Mid,
        ["professional"] = Level.Mid,
        ["senior"] = Level.Senior,
        ["sr"] = Level.Senior,
        ["lead"] = Level.Senior,
        ["expert"] = Level.Senior,
        ["principal"] = Level.Principal,
        ["staff"] = Level.Principal,
        ["distinguished"] = Level.Principal,
        ["fellow"] = Level.Principal,
        ["unknown"] = Level.Unknown,
        ["none"] = Level.Unknown,
    };

    /// <summary>The level that the word suggests, or null when it is not understood.</summary>
    public static Level? Suggest(string word) => Known.TryGetValue(HeaderForm.Of(word), out var level) ? level : null;
}
