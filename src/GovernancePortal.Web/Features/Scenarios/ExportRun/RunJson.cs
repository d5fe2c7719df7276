using System.Text;
using System.Text.Json;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Tables;

namespace GovernancePortal.Web.Features.Scenarios.ExportRun;

/// <summary>A run with everything it rests on, as JSON.</summary>
internal static class RunJson
{
    /// <summary>What is told to whoever gets merged cells.</summary>
    public const string Merged = "Positions are in cells of at least five people. Every sum is kept; severance can differ slightly where its cap lies within a cell, so running this file again can differ slightly from the results in it.";

    public static TableFile Write(ScenarioTitle scenario, ScenarioRunView run)
    {
        var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("name", scenario.Name);
            json.WriteString("unit", scenario.UnitPath);
            json.WriteNumber("run", run.Number);
            json.WriteString("ranAt", run.RanAt.UtcDateTime);
            json.WriteString("ranBy", run.RanByName);
            json.WriteString("modelVersion", run.ModelVersion);
            json.WriteNumber("draws", run.Draws);
            json.WriteNumber("seed", run.Seed);
            if (!run.IsWhole) json.WriteString("staffNote", Merged);
            json.WriteStartArray("changes");
            foreach (var change in run.Changes) json.WriteStringValue(change);
            json.WriteEndArray();
            json.WriteStartObject("reasons");
            foreach (var (key, reason) in run.Reasons) json.WriteString(key, reason);
            json.WriteEndObject();
            json.WritePropertyName("input");
            ScenarioWriter.Write(json, run.Input, isResolved: true, run.Draws, run.Seed);
            Parameters(json, run);
            json.WritePropertyName("results");
            json.WriteRawValue(run.Report.ToJson());
            json.WriteEndObject();
        }

        content.Position = 0;
        return new TableFile(content, "application/json; charset=utf-8", $"{FileName.Of(scenario.Name, run.Number)}.json");
    }

    private static void Parameters(Utf8JsonWriter json, ScenarioRunView run)
    {
        json.WriteStartArray("parameters");
        foreach (var parameter in RunParameter.Of(run))
        {
            json.WriteStartObject();
            json.WriteString("key", parameter.Definition.Key);
            json.WriteString("meaning", parameter.Definition.Meaning);
            json.WriteString("unit", parameter.Definition.Unit);
            json.WriteString("value", ScenarioChanges.Words(parameter.Value));
            json.WriteString("grade", parameter.Definition.Grade.ToString());
            json.WriteString("source", parameter.Source);
            json.WriteBoolean("isDefault", parameter.IsDefault);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>A parameter of a run, with what it rests on.</summary>
/// <param name="Source">The reason given, or what the default rests on.</param>
internal sealed record RunParameter(ParameterDefinition Definition, Distribution Value, bool IsDefault, string Source)
{
    public static IEnumerable<RunParameter> Of(ScenarioRunView run) =>
        ModelParameters.All.Select(p => run.Reasons.TryGetValue(p.Key, out var reason)
            ? new RunParameter(p, run.Input.Parameters[p.Parameter], IsDefault: false, reason)
            : new RunParameter(p, run.Input.Parameters[p.Parameter], IsDefault: true, p.Source));
}

/// <summary>Names that every file system takes.</summary>
internal static class FileName
{
    public static string Of(string name, int run)
    {
        var text = new StringBuilder("scenario-");
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) text.Append(c);
            else if (text[^1] != '-') text.Append('-');
        }

        return $"{text.ToString().TrimEnd('-')}-run-{run}";
    }
}
