using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>Everything that a stored work role says.</summary>
/// <param name="Title">For people; unique among roles that are not retired.</param>
/// <param name="Kind">Of new work.</param>
/// <param name="Level">On which it is.</param>
public sealed record RoleTerms(string Title, WorkKind Kind, Level Level)
{
    private const double MostMonthsPerLevel = 12;
    private const double MostWeight = 100;

    public IReadOnlyList<SkillNeed> Skills { get; init; } = [];

    /// <summary>Weight of each system or knowledge area.</summary>
    public IReadOnlyDictionary<string, double> Knowledge { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>0 to 1.</summary>
    public double MinKnowledge { get; init; }

    public double MaxTrainingMonths { get; init; } = WorkRole.StandardTrainingMonths;

    /// <summary>Empty for anywhere.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary>Months for which whoever moves keeps what they earn; 0 for none.</summary>
    public int PayProtectedMonths { get; init; }

    internal RoleTerms Tidied() => this with
    {
        Title = Title.Trim(),
        Skills = [.. Skills.Select(s => s with { Skill = s.Skill.Trim() }).OrderBy(s => s.Skill, StringComparer.Ordinal)],
        Knowledge = new SortedDictionary<string, double>(Knowledge.ToDictionary(k => k.Key.Trim(), k => k.Value, StringComparer.Ordinal), StringComparer.Ordinal),
        Locations = [.. Locations.Select(l => l.Trim()).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).OrderBy(l => l, StringComparer.Ordinal)],
    };

    public IReadOnlyList<FieldError> Faults()
    {
        var faults = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(Title)) faults.Add(new(nameof(Title), "Give it a title."));
        else if (Title.Trim().Length > RoleProfile.TitleMaxLength) faults.Add(new(nameof(Title), $"Use at most {RoleProfile.TitleMaxLength} characters."));
        if (!Enum.IsDefined(Kind)) faults.Add(new(nameof(Kind), "Choose a kind of work."));
        if (Level == Level.Unknown || !Enum.IsDefined(Level)) faults.Add(new(nameof(Level), "Choose a level."));
        if (Skills.Count > RoleProfile.MostSkills) faults.Add(new(nameof(Skills), $"Name at most {RoleProfile.MostSkills} skills."));
        if (Skills.Select(s => s.Skill.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() < Skills.Count) faults.Add(new(nameof(Skills), "Name every skill once."));
        foreach (var need in Skills) faults.AddRange(Of(need));
        if (Knowledge.Count > RoleProfile.MostAreas) faults.Add(new(nameof(Knowledge), $"Name at most {RoleProfile.MostAreas} systems or areas."));
        if (Knowledge.Keys.Select(k => k.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() < Knowledge.Count) faults.Add(new(nameof(Knowledge), "Name every system or area once."));
        if (Knowledge.Any(k => string.IsNullOrWhiteSpace(k.Key) || k.Key.Trim().Length > PersonSystem.NameMaxLength)) faults.Add(new(nameof(Knowledge), $"A system or area has a name of at most {PersonSystem.NameMaxLength} characters."));
        if (Knowledge.Values.Any(v => !(v is > 0 and <= MostWeight))) faults.Add(new(nameof(Knowledge), $"A weight is above 0 and at most {MostWeight}."));
        if (!(MinKnowledge is >= 0 and <= 1)) faults.Add(new(nameof(MinKnowledge), "Enter 0 to 100%."));
        if (!(MaxTrainingMonths is > 0 and <= RoleProfile.MostTrainingMonths)) faults.Add(new(nameof(MaxTrainingMonths), $"Enter more than 0 and at most {RoleProfile.MostTrainingMonths} months."));
        if (Locations.Any(l => l.Trim().Length > Person.LocationMaxLength) || Locations.Count > RoleProfile.MostAreas) faults.Add(new(nameof(Locations), $"A location has at most {Person.LocationMaxLength} characters."));
        if (PayProtectedMonths is < 0 or > RoleProfile.MostPayMonths) faults.Add(new(nameof(PayProtectedMonths), $"Enter 0 to {RoleProfile.MostPayMonths} months."));
        return faults;
    }

    private static IEnumerable<FieldError> Of(SkillNeed need)
    {
        if (string.IsNullOrWhiteSpace(need.Skill) || need.Skill.Trim().Length > PersonSkill.NameMaxLength) yield return new(nameof(Skills), $"A skill has a name of at most {PersonSkill.NameMaxLength} characters.");
        if (!(need.Level is > 0 and <= SkillLevel.Most)) yield return new(nameof(Skills), $"{need.Skill.Trim()}: a level is above 0 and at most {SkillLevel.Most}.");
        if (!(need.Weight is > 0 and <= MostWeight)) yield return new(nameof(Skills), $"{need.Skill.Trim()}: a weight is above 0 and at most {MostWeight}.");
        if (!(need.MonthsPerLevel is >= 0 and <= MostMonthsPerLevel)) yield return new(nameof(Skills), $"{need.Skill.Trim()}: enter 0 to {MostMonthsPerLevel} months for a level.");
    }
}
