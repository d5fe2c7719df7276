using System.Globalization;
using System.Text.Json;

namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>Reads fields of OTLP as JSON: 64-bit numbers come as text or as numbers, times as nanoseconds since 1970.</summary>
internal static class OtlpFields
{
    private const long NanosecondsPerTick = 100;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];

    public static JsonElement Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : default;

    public static string? Attribute(this JsonElement holder, string key)
    {
        foreach (var attribute in holder.Items("attributes"))
        {
            if (attribute.Part("key") is { ValueKind: JsonValueKind.String } name && name.ValueEquals(key))
                return attribute.Part("value").Part("stringValue") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }

        return null;
    }

    public static DateTimeOffset? Time(this JsonElement point, string name)
    {
        if (Number(point.Part(name)) is not { } nanoseconds || nanoseconds is <= 0 or > long.MaxValue) return null;
        return DateTimeOffset.UnixEpoch.AddTicks((long)nanoseconds / NanosecondsPerTick);
    }

    /// <summary>The value of a data point; null when it has none.</summary>
    public static decimal? Value(this JsonElement point) => Number(point.Part("asInt")) ?? Number(point.Part("asDouble"));

    private static decimal? Number(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
            JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
}
