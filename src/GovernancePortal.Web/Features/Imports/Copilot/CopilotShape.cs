using System.Text.Json;

namespace GovernancePortal.Web.Features.Imports.Copilot;

/// <summary>What kind of Copilot file a record belongs to.</summary>
internal enum CopilotShape
{
    Unknown,
    Organisation,
    Users,
    Seats,
    Teams,

    /// <summary>The API that came before, which counts other things.</summary>
    Legacy,

    /// <summary>The answer that names where the reports can be fetched.</summary>
    Links,
}

internal static class CopilotShapes
{
    /// <summary>Properties whose array holds the records.</summary>
    public static IReadOnlySet<string> Arrays { get; } = new HashSet<string>(StringComparer.Ordinal) { "day_totals", "seats", "memberships", "user_teams" };

    private static readonly string[] LegacyMarks =
        ["copilot_ide_chat", "copilot_ide_code_completions", "copilot_dotcom_chat", "total_active_users", "total_engaged_users", "total_suggestions_count", "breakdown"];

    public static CopilotShape Of(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object) return CopilotShape.Unknown;
        if (LegacyMarks.Any(m => record.TryGetProperty(m, out _))) return CopilotShape.Legacy;
        if (record.TryGetProperty("download_links", out _)) return CopilotShape.Links;
        if (record.TryGetProperty("assignee", out _)) return CopilotShape.Seats;
        if (record.HasAny(CopilotFields.Team) && record.HasAny(CopilotFields.Login)) return CopilotShape.Teams;
        if (record.TryGetProperty("day", out _) && record.HasAny(CopilotFields.Login)) return CopilotShape.Users;
        return record.TryGetProperty("daily_active_users", out _) || record.TryGetProperty("user_initiated_interaction_count", out _)
            ? CopilotShape.Organisation
            : CopilotShape.Unknown;
    }
}
