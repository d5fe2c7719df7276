using System.Text.Json;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

/// <summary>Reads a scenario from JSON: the model's own form, or a run that the portal exported, whose inputs are taken and whose results are not.</summary>
internal static class ScenarioJsonFile
{
    public const long MostBytes = 32 * 1024 * 1024;

    // A scenario is four deep, an exported one with its results a few more.
    private const int MostDepth = 16;

    private const int MostTold = 200;

    // A word in doubt, such as one that stands twice, is no reason to guess.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MostDepth, AllowDuplicateProperties = false };

    public static Result<ScenarioFile> Read(Stream file)
    {
        try
        {
            using var document = JsonDocument.Parse(file, Options);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            return ScenarioFileErrors.Broken($"This is no JSON that can be read: {exception.Message}");
        }
    }

    private static Result<ScenarioFile> Read(JsonElement root)
    {
        var exported = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("input", out var inner) ? inner : (JsonElement?)null;
        var reading = ScenarioReader.Read(exported ?? root);
        // An exported run states every parameter; those that are as they would be anyway stay defaults.
        var (input, notes) = Small(exported is null ? reading.Input : reading.Input with { Parameters = reading.Input.Parameters.Where(p => p.Value != ModelParameters.DefaultOf(p.Key, reading.Input.AnnualRevenue)).ToDictionary() });
        var faults = reading.Faults.Concat(Scenario.Faults(input)).DistinctBy(f => (f.Code, f.Field)).ToList();
        // Told with its place: the file has it, the page has not.
        if (faults.Count > 0) return FieldRefusal.Of([.. faults.Take(MostTold).Select(f => new FieldError(f.Field, f.Field.Length == 0 ? f.Message : $"{f.Field}: {f.Message}"))]);

        return new ScenarioFile(
            input, null, exported is null ? new Dictionary<string, string>() : Texts(root, "reasons"), exported is null ? "" : Text(root, "name"), notes, reading.Unknown);
    }

    // People one by one are summed up; cells stay as they are, so that what was exported comes back to the bit.
    private static (ScenarioInput Input, IReadOnlyList<string> Notes) Small(ScenarioInput input)
    {
        if (input.Staff.Count <= Scenario.MostCells || ScenarioFaults.Of(input).Count > 0) return (input, []);
        var builder = new StaffCellBuilder();
        foreach (var cell in input.Staff) builder.Add(cell);
        var cells = builder.Cells();
        return (input with { Staff = cells }, [$"{Say.Of(input.Staff.Count, "row", "rows")} of staff became {Say.Of(cells.Count, "cell", "cells")} of level, month of service and displaced or not."]);
    }

    private static Dictionary<string, string> Texts(JsonElement root, string name) =>
        root.TryGetProperty(name, out var texts) && texts.ValueKind == JsonValueKind.Object
            ? texts.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal)
            : [];

    private static string Text(JsonElement root, string name) => root.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
