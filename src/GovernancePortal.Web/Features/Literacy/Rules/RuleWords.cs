using GovernancePortal.Domain.Literacy;

namespace GovernancePortal.Web.Features.Literacy.Rules;

/// <summary>What is required of whom, as a person would say it.</summary>
internal static class RuleWords
{
    private static readonly (LevelSet Level, string Word)[] Levels =
        [(LevelSet.Junior, "junior"), (LevelSet.Mid, "mid"), (LevelSet.Senior, "senior"), (LevelSet.Principal, "principal")];

    /// <summary>As in "Everybody in Technology, from version 2, valid 12 months, 30 days for joiners".</summary>
    public static string Sentence(string unit, RuleTerms terms)
    {
        var parts = new List<string> { Who(unit, terms.Audience) };
        if (terms.MinimumVersion.Length > 0) parts.Add($"from version {terms.MinimumVersion}");
        if (terms.ValidityMonths is { } months) parts.Add(months == 1 ? "valid 1 month" : $"valid {months} months");
        if (terms.GraceDays > 0) parts.Add(terms.GraceDays == 1 ? "1 day for joiners" : $"{terms.GraceDays} days for joiners");
        return string.Join(", ", parts);
    }

    public static string Who(string unit, Audience audience)
    {
        var who = audience.IsContractor switch { true => "Every contractor", false => "Every employee", null => "Everybody" } + $" in {unit}";
        if (audience.WorkRole.Length > 0) who += $" with the role {audience.WorkRole}";
        if (audience.Levels != LevelSet.All) who += $" at level {OneOf([.. Levels.Where(l => audience.Levels.HasFlag(l.Level)).Select(l => l.Word)])}";
        var does = new List<string>();
        if (audience.Tool.Length > 0) does.Add($"used {audience.Tool} in the last {Audience.ToolDays} days");
        if (audience.Oversees) does.Add("oversees AI output");
        return does.Count == 0 ? who : $"{who} who {string.Join(" and ", does)}";
    }

    public static string Cause(RefreshCause cause) =>
        cause switch
        {
            RefreshCause.NewToolVersion => "New version of the tool",
            RefreshCause.IncidentWithTrainingCause => "Incident with a training cause",
            RefreshCause.ChangedRule => "Changed rule",
            _ => "First asked",
        };

    private static string OneOf(IReadOnlyList<string> words) => words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
}
