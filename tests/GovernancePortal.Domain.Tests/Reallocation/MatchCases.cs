using System.Text.Json;
using System.Text.Json.Serialization;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Domain.Tests.Reallocation;

/// <summary>Matches with the results of the reference model.</summary>
internal static class MatchCases
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<MatchCase> All { get; } =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reallocation", "cases", "match.json"))).RootElement.EnumerateArray().Select(Read)];

    private static MatchCase Read(JsonElement one)
    {
        var input = one.GetProperty("input");
        var people = input.GetProperty("people").EnumerateArray().Select(p => p.Deserialize<Person>(Web)!).Select(p => new Candidate(p.Id, p.Level)
        {
            Location = p.Location,
            Skills = p.Skills,
            Knowledge = p.Knowledge,
            Preferences = p.Preferences,
            Declined = p.Declined,
        });
        var roles = input.GetProperty("roles").EnumerateArray().Select(r => r.Deserialize<Role>(Web)!).Select(r => new WorkRole(r.Id, r.Title, r.Level)
        {
            Seats = r.Seats,
            MaxTrainingMonths = r.MaxTrainingMonths,
            MinKnowledge = r.MinKnowledge,
            Knowledge = r.Knowledge,
            Locations = r.Locations,
            Skills = [.. r.Skills.Select(s => new SkillNeed(s.Skill, s.Level, s.Weight, s.Mandatory, s.MonthsPerLevel))],
        });
        var settings = input.TryGetProperty("weights", out var weights)
            ? new MatchSettings(weights.Deserialize<FitWeights>(Web)!, input.GetProperty("scarcityBoost").GetDouble(), input.GetProperty("minScore").GetDouble())
            : MatchSettings.Standard;
        return new(one.GetProperty("title").GetString()!, [.. people], [.. roles], settings, one.GetProperty("expected"));
    }

    private sealed record Person(string Id, Level Level, string Location, Dictionary<string, double> Skills, Dictionary<string, double> Knowledge, Dictionary<string, int> Preferences, string[] Declined);

    private sealed record Role(
        string Id, string Title, Level Level, int Seats, double MaxTrainingMonths, double MinKnowledge, Need[] Skills, Dictionary<string, double> Knowledge, string[] Locations);

    private sealed record Need(string Skill, double Level, double Weight, bool Mandatory, double MonthsPerLevel);
}

internal sealed record MatchCase(string Title, IReadOnlyList<Candidate> People, IReadOnlyList<WorkRole> Roles, MatchSettings Settings, JsonElement Expected);
