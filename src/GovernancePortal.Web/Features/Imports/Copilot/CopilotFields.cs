using System.Text.Json;

namespace GovernancePortal.Web.Features.Imports.Copilot;

/// <summary>Reads single fields of a record. A field that is absent or null is null, never zero.</summary>
internal static class CopilotFields
{
    public static string[] Login { get; } = ["user_login", "login"];

    public static string[] Team { get; } = ["team_slug", "team_name", "team", "slug"];

    /// <summary>Names of the flags that say a person used some part of the tool.</summary>
    public const string UsedPrefix = "used_";

    public static bool HasAny(this JsonElement record, string[] names) => names.Any(n => record.TryGetProperty(n, out _));

    public static string? Text(this JsonElement record, params string[] names)
    {
        if (record.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in names)
        {
            if (!record.TryGetProperty(name, out var value)) continue;
            if (value.ValueKind == JsonValueKind.String) return value.GetString();
            if (value.ValueKind == JsonValueKind.Object) return value.Text("slug", "login", "name");
        }

        return null;
    }

    /// <summary>A count; null when it is absent. <paramref name="wrong"/> tells a value that is no count.</summary>
    public static int? Count(this JsonElement record, string name, out bool wrong)
    {
        wrong = false;
        if (!record.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count >= 0) return count;
        wrong = true;
        return null;
    }

    public static bool UsedAnything(this JsonElement record) =>
        record.EnumerateObject().Any(p => p.Name.StartsWith(UsedPrefix, StringComparison.Ordinal) && p.Value.ValueKind == JsonValueKind.True);

    public static DateTimeOffset? Time(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : null;
}
