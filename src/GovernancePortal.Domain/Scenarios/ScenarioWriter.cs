using System.Buffers;
using System.Text;
using System.Text.Json;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>
/// Writes scenarios as JSON that <see cref="ScenarioReader"/> reads back to the same numbers, to the last bit. The same input always gives the same text:
/// everything is in a fixed order, and what has its default is written where leaving it out could mean something else later.
/// </summary>
public static class ScenarioWriter
{
    /// <param name="input">Without faults: JSON has no word for what is no number.</param>
    /// <param name="isResolved">Writes every parameter, so that nothing depends on defaults any more.</param>
    /// <param name="draws">Left out when null.</param>
    /// <param name="seed">Left out when null.</param>
    public static string Write(ScenarioInput input, bool isResolved = false, int? draws = null, ulong? seed = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) Write(json, input, isResolved, draws, seed);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The same as one object of a larger document.</summary>
    public static void Write(Utf8JsonWriter json, ScenarioInput input, bool isResolved = false, int? draws = null, ulong? seed = null)
    {
        json.WriteStartObject();
        json.WriteNumber("horizonMonths", input.HorizonMonths);
        json.WriteNumber("annualRevenue", input.AnnualRevenue);
        json.WriteString("currency", input.Currency);
        json.WriteStartArray("staff");
        foreach (var cell in input.Staff) Write(json, cell);
        json.WriteEndArray();
        json.WriteStartObject("params");
        foreach (var parameter in ModelParameters.All)
        {
            if (!isResolved && !input.Parameters.ContainsKey(parameter.Parameter)) continue;
            json.WritePropertyName(parameter.Key);
            Write(json, input.DistributionOf(parameter.Parameter));
        }

        json.WriteEndObject();
        json.WriteStartArray("policies");
        foreach (var policy in input.Policies) Write(json, policy);
        json.WriteEndArray();
        if (draws is not null || seed is not null)
        {
            json.WriteStartObject("monteCarlo");
            if (draws is { } count) json.WriteNumber("draws", count);
            if (seed is { } number) json.WriteNumber("seed", number);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>A spread as the model's files spell it.</summary>
    public static void Write(Utf8JsonWriter json, Distribution distribution)
    {
        switch (distribution)
        {
            case Distribution.Fixed(var value):
                json.WriteNumberValue(value);
                break;
            case Distribution.Uniform(var min, var max):
                Spread(json, "uniform", ("min", min), ("max", max));
                break;
            case Distribution.Triangular(var min, var mode, var max):
                Spread(json, "triangular", ("min", min), ("mode", mode), ("max", max));
                break;
            case Distribution.LogNormal(var mean, var sigma):
                Spread(json, "lognormal", ("mean", mean), ("sigma", sigma));
                break;
            case Distribution.Bernoulli(var probability):
                Spread(json, "bernoulli", ("p", probability));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "There is no spelling for this spread.");
        }
    }

    internal static string LevelWord(Level level) =>
        level switch
        {
            Level.Junior => "junior",
            Level.Mid => "mid",
            Level.Senior => "senior",
            Level.Principal => "principal",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "The input has faults."),
        };

    private static void Spread(Utf8JsonWriter json, string type, params ReadOnlySpan<(string Name, double Value)> fields)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        foreach (var (name, value) in fields) json.WriteNumber(name, value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StaffCell cell)
    {
        json.WriteStartObject();
        json.WriteString("level", LevelWord(cell.Level));
        json.WriteNumber("annualLoadedCost", cell.AnnualLoadedCost);
        json.WriteNumber("tenureYears", cell.TenureYears);
        json.WriteBoolean("displaced", cell.IsDisplaced);
        json.WriteNumber("count", cell.Count);
        if (cell.KnowledgeWeight is { } weight) json.WriteNumber("knowledgeWeight", weight);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Policy policy)
    {
        json.WriteStartObject();
        json.WriteString("name", policy.Name);
        json.WriteNumber("layoffShare", policy.LayoffShare);
        json.WriteNumber("reallocShare", policy.ReallocShare);
        json.WriteNumber("attritionShare", policy.AttritionShare);
        json.WriteNumber("splitVetting", policy.SplitVetting);
        json.WriteNumber("splitGuardrail", policy.SplitGuardrail);
        json.WriteNumber("splitKb", policy.SplitKb);
        json.WriteNumber("adoptionDelayMonths", policy.AdoptionDelayMonths);
        json.WriteNumber("externalVetters", policy.ExternalVetters);
        json.WriteEndObject();
    }
}
