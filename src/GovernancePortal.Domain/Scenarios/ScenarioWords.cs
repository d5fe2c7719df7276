using System.Globalization;
using System.Text.Json;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>The words of a scenario's JSON; what is none of them was misspelled or belongs to something else, and whoever brings it is told.</summary>
internal static class ScenarioWords
{
    private const int MostTold = 100;

    private static readonly HashSet<string> OfScenario = ["horizonMonths", "annualRevenue", "currency", "staff", "params", "policies", "monteCarlo"];
    private static readonly HashSet<string> OfStaff = ["id", "role", "level", "annualLoadedCost", "tenureYears", "displaced", "count", "knowledgeWeight"];
    private static readonly HashSet<string> OfSpread = ["type", "value", "min", "mode", "max", "mean", "sigma", "p"];
    private static readonly HashSet<string> OfChance = ["draws", "seed"];

    private static readonly HashSet<string> OfPolicy =
        ["name", "layoffShare", "reallocShare", "attritionShare", "splitVetting", "splitGuardrail", "splitKb", "adoptionDelayMonths", "externalVetters"];

    public static IReadOnlyList<string> UnknownIn(JsonElement root) =>
        root.ValueKind != JsonValueKind.Object
            ? []
            : [.. Unknown(root, "", OfScenario).Concat(Each(root, "staff", OfStaff)).Concat(Each(root, "policies", OfPolicy)).Concat(Spreads(root)).Concat(Inside(root, "monteCarlo", OfChance)).Take(MostTold)];

    private static IEnumerable<string> Each(JsonElement root, string name, HashSet<string> words)
    {
        if (!root.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array) yield break;
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            foreach (var place in Unknown(item, string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]."), words)) yield return place;
            index++;
        }
    }

    private static IEnumerable<string> Spreads(JsonElement root) =>
        root.TryGetProperty("params", out var given) && given.ValueKind == JsonValueKind.Object
            ? given.EnumerateObject().SelectMany(p => Unknown(p.Value, $"params.{p.Name}.", OfSpread))
            : [];

    private static IEnumerable<string> Inside(JsonElement root, string name, HashSet<string> words) => root.TryGetProperty(name, out var part) ? Unknown(part, $"{name}.", words) : [];

    private static IEnumerable<string> Unknown(JsonElement item, string at, HashSet<string> words) =>
        item.ValueKind != JsonValueKind.Object ? [] : item.EnumerateObject().Where(p => !words.Contains(p.Name)).Select(p => at + p.Name);
}
