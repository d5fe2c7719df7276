using System.Text.Json;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

/// <summary>A scenario with what the reference implementation of the model gives for it, as stored under cases/.</summary>
internal sealed class ScenarioCase
{
    private ScenarioCase(JsonElement root) => Root = root;

    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Scenarios", "cases");

    public JsonElement Root { get; }

    public JsonElement Expected => Root.GetProperty("expected");

    public JsonElement MonteCarlo => Root.GetProperty("monteCarlo") is var chance && chance.TryGetProperty("result", out var result) ? result : chance;

    public ScenarioInput Input => ScenarioReader.Read(Root.GetProperty("input")).Input;

    public static ScenarioCase Read(string name) => new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json"))).RootElement);

    /// <summary>Within a relative difference, or an absolute one where that is larger.</summary>
    public static void Close(double was, JsonElement should, string what, double relative = 1e-9, double absolute = 1e-6)
    {
        var expected = should.GetDouble();
        Math.Abs(was - expected).ShouldBeLessThanOrEqualTo(Math.Max(absolute, relative * Math.Abs(expected)), $"{what}: {was:R} instead of {expected:R}");
    }

    public static void Close(double? was, JsonElement should, string what, double relative = 1e-9, double absolute = 1e-6)
    {
        (was is null).ShouldBe(should.ValueKind == JsonValueKind.Null, what);
        if (was is { } value) Close(value, should, what, relative, absolute);
    }
}
