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
    public string Noun => Title.StartsWith("Copilot", StringComparison.Ordinal) ? Title : Title.ToLowerInvariant();
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
                "Copilot usage",
                "days of use",
                "JSON or NDJSON: organisation report, users report or licence seats",
                Policies.ImportUsage
            ),
            new(
                ImportKind.CopilotTeams,
                "copilot-teams",
                "Copilot teams",
                "memberships",
                "CSV, JSON or NDJSON: login, team and day, or licence seats",
                Policies.ImportUsage
            ),
        ];

    public static ImportKindInfo Of(ImportKind kind) => All.Single(k => k.Kind == kind);

    public static ImportKindInfo? BySlug(string? slug) => All.FirstOrDefault(k => k.Slug.Equals(slug, StringComparison.OrdinalIgnoreCase));
}
