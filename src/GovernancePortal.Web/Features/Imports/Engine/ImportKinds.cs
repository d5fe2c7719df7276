using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Platform.Access;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Words, address and policy of a kind of import.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">Its name on pages.</param>
/// <param name="Rows">What a row is, in the plural.</param>
/// <param name="Formats">What files are understood.</param>
/// <param name="Policy">Who may import it.</param>
public sealed record ImportKindInfo(ImportKind Kind, string Slug, string Title, string Rows, string Formats, string Policy)
{
    /// <summary>The title within a sentence.</summary>
    public string Noun => Names.Any(n => Title.StartsWith(n, StringComparison.Ordinal)) ? Title : Title.ToLowerInvariant();

    private static string[] Names => ["GitHub", "Microsoft", "Claude"];
}

/// <summary>All kinds of import.</summary>
public static class ImportKinds
{
    public static IReadOnlyList<ImportKindInfo> All { get; } =
        [
            new(ImportKind.Roster, "roster", "Roster", "people", "CSV with one row per person", Policies.ImportRoster),
            new(ImportKind.Completions, "completions", "Training completions", "completions", "CSV with one row per completion", Policies.ImportTraining),
            new(
                ImportKind.CopilotUsage,
                "copilot-usage",
                "GitHub Copilot usage",
                "days of use",
                "JSON or NDJSON: organisation report or users report, 1 day or 28 days, or licence seats",
                Policies.ImportUsage
            ),
            new(
                ImportKind.CopilotTeams,
                "copilot-teams",
                "GitHub Copilot teams",
                "memberships",
                "CSV, JSON or NDJSON: login, team and day, or licence seats",
                Policies.ImportUsage
            ),
            new(
                ImportKind.Microsoft365Usage,
                "microsoft-365-copilot",
                "Microsoft 365 Copilot usage",
                "days of use",
                "CSV of the report of last activity by user",
                Policies.ImportUsage
            ),
            new(
                ImportKind.ClaudeCodeUsage,
                "claude-code",
                "Claude Code usage",
                "days of use",
                "OpenTelemetry metrics as OTLP JSON or NDJSON",
                Policies.ImportUsage
            ),
            new(ImportKind.PlainUsage, "usage", "Usage of any tool", "days of use", "CSV: person, tool, day and active", Policies.ImportUsage),
            new(ImportKind.Deployments, "deployments", "Deployments", "rows", "CSV with one row per commit of a deployment", Policies.ImportUsage),
            new(ImportKind.DeliveryIncidents, "incidents", "Delivery incidents", "incidents", "CSV with one row per incident", Policies.ImportUsage),
            new(ImportKind.DeliveryScopes, "delivery-projects", "Projects of delivery", "scopes", "CSV: project, kind of scope and scope", Policies.ImportUsage),
            new(ImportKind.DeliveryUnits, "delivery-units", "Units of projects", "projects", "CSV: project and the unit that answers for it", Policies.ImportFigures),
            new(ImportKind.GuardrailFigures, "guardrail-figures", "Guardrail figures", "figures", "CSV: unit, guardrail, day and value; also sample and source", Policies.ImportFigures),
            new(ImportKind.OutcomeFigures, "outcome-figures", "Outcome figures", "figures", "CSV: unit, metric, day and value; also source", Policies.ImportFigures),
            new(ImportKind.Incidents, "incident-reports", "Incidents with their cause", "incidents", "CSV with one row per incident", Policies.ImportIncidents),
            new(ImportKind.KnowledgePages, "knowledge", "Knowledge pages", "pages", "Markdown files, one or a zip of them, or CSV, JSON or NDJSON with one row per page", Policies.ImportPages),
        ];

    /// <summary>Whether files of the kind may be tables.</summary>
    public static bool TakesTables(ImportKind kind) => ImportFields.Of(kind).Count > 0;

    /// <summary>Whether files of the kind may be JSON.</summary>
    public static bool TakesRecords(ImportKind kind) => kind is ImportKind.CopilotUsage or ImportKind.CopilotTeams or ImportKind.ClaudeCodeUsage or ImportKind.KnowledgePages;

    /// <summary>Whether files of the kind may be Markdown, or a zip of it.</summary>
    public static bool TakesMarkdown(ImportKind kind) => kind == ImportKind.KnowledgePages;

    public static ImportKindInfo Of(ImportKind kind) => All.Single(k => k.Kind == kind);

    public static ImportKindInfo? BySlug(string? slug) => All.FirstOrDefault(k => k.Slug.Equals(slug, StringComparison.OrdinalIgnoreCase));
}
