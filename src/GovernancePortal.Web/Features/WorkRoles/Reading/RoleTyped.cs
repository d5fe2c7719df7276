using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.WorkRoles.Reading;

/// <summary>A work role as it stands in the form: skills and knowledge a line each.</summary>
internal sealed class RoleTyped
{
    private const char Between = ';';
    private const string Mandatory = "mandatory";
    private const int SkillParts = 5;

    public string Title { get; set; } = "";

    public string Kind { get; set; } = nameof(WorkKind.AiChangeVetter);

    public string Level { get; set; } = nameof(Domain.Organisation.Level.Mid);

    public string Skills { get; set; } = "";

    public string Knowledge { get; set; } = "";

    public string MinKnowledge { get; set; } = "0";

    public string MaxTrainingMonths { get; set; } = TypedFigures.Text(WorkRole.StandardTrainingMonths);

    public string Locations { get; set; } = "";

    public string PayProtectedMonths { get; set; } = "12";

    public static RoleTyped Of(RoleTerms terms) => new()
    {
        Title = terms.Title,
        Kind = terms.Kind.ToString(),
        Level = terms.Level.ToString(),
        Skills = string.Join('\n', terms.Skills.Select(s => $"{s.Skill}; {TypedFigures.Text(s.Level)}; {TypedFigures.Text(s.Weight)}; {(s.IsMandatory ? Mandatory : "")}; {TypedFigures.Text(s.MonthsPerLevel)}")),
        Knowledge = string.Join('\n', terms.Knowledge.Select(k => $"{k.Key}; {TypedFigures.Text(k.Value)}")),
        MinKnowledge = TypedFigures.Percent(terms.MinKnowledge),
        MaxTrainingMonths = TypedFigures.Text(terms.MaxTrainingMonths),
        Locations = string.Join('\n', terms.Locations),
        PayProtectedMonths = Typed.Text(terms.PayProtectedMonths),
    };

    /// <summary>What cannot be read is told at its field, with the line.</summary>
    public RoleTerms Read(List<FieldError> faults) =>
        new(Title, Enum.TryParse<WorkKind>(Kind, out var kind) ? kind : (WorkKind)(-1), Enum.TryParse<Level>(Level, out var level) ? level : default)
        {
            Skills = [.. Lines(Skills).Select(line => Skill(line, faults))],
            Knowledge = Areas(faults),
            MinKnowledge = TypedFigures.Share(MinKnowledge, nameof(RoleTerms.MinKnowledge), faults),
            MaxTrainingMonths = TypedFigures.Needed(MaxTrainingMonths, nameof(RoleTerms.MaxTrainingMonths), faults),
            Locations = [.. Lines(Locations)],
            PayProtectedMonths = Typed.Number(PayProtectedMonths, nameof(RoleTerms.PayProtectedMonths), faults) ?? 0,
        };

    private static SkillNeed Skill(string line, List<FieldError> faults)
    {
        var parts = line.Split(Between, StringSplitOptions.TrimEntries);
        if (parts.Length is < 2 or > SkillParts) faults.Add(new(nameof(RoleTerms.Skills), $"“{line}” is not a skill and a level. Write “AI code review; 3”."));
        var mandatory = Part(parts, 3);
        if (mandatory.Length > 0 && !mandatory.Equals(Mandatory, StringComparison.OrdinalIgnoreCase)) faults.Add(new(nameof(RoleTerms.Skills), $"“{line}”: the fourth part is “{Mandatory}” or nothing."));
        return new(parts[0], Figure(parts, 1, 1, faults), Figure(parts, 2, 1, faults), mandatory.Length > 0, Figure(parts, 4, SkillNeed.StandardMonthsPerLevel, faults));
    }

    private SortedDictionary<string, double> Areas(List<FieldError> faults)
    {
        var areas = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var parts in Lines(Knowledge).Select(line => line.Split(Between, StringSplitOptions.TrimEntries)))
        {
            if (!areas.TryAdd(parts[0], parts.Length > 1 ? TypedFigures.Number(parts[1], nameof(RoleTerms.Knowledge), faults) ?? 1 : 1)) faults.Add(new(nameof(RoleTerms.Knowledge), $"{parts[0]} stands there twice."));
        }

        return areas;
    }

    private static double Figure(string[] parts, int at, double standard, List<FieldError> faults) => TypedFigures.Number(Part(parts, at), nameof(RoleTerms.Skills), faults) ?? standard;

    private static string Part(string[] parts, int at) => at < parts.Length ? parts[at] : "";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
