using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;

namespace GovernancePortal.Web.Features.Incidents.Reading;

/// <summary>
/// Reads what another system says about AI's part: the portal's own word, or only the level of autonomy by which the AI Incident Database (CSETv1) classes it.
/// </summary>
internal static class CauseVocabulary
{
    public const string ExpectedInvolvement = "Unknown, NotAi, AuthoredByAi, ActedOnAdvice, ActedAlone or StaleSource";
    public const string ExpectedAutonomy = "Autonomy1, Autonomy2, Autonomy3 or unclear";
    public const string ExpectedFactors = "MissingReview, TrainingGap, StalePage, ExcessPermission, TimePressure, StaffingCut or Other, with semicolons between";

    public static bool TryInvolvement(string text, out AiInvolvement involvement) => TryWord(text, out involvement);

    /// <summary>As the database writes it ("Autonomy1", "1", "AI1") and in words.</summary>
    public static bool TryAutonomy(string text, out CsetAutonomy autonomy)
    {
        var plain = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        CsetAutonomy? found = plain switch
        {
            "autonomy1" or "ai1" or "level1" or "1" or "fully" => CsetAutonomy.Fully,
            "autonomy2" or "ai2" or "level2" or "2" or "ontheloop" => CsetAutonomy.OnTheLoop,
            "autonomy3" or "ai3" or "level3" or "3" or "intheloop" => CsetAutonomy.InTheLoop,
            "unclear" or "unknown" or "unclearunknown" or "" => CsetAutonomy.Unclear,
            _ => null,
        };
        autonomy = found ?? CsetAutonomy.Unclear;
        return found is not null;
    }

    public static bool TryFactors(string text, out ContributingFactors factors)
    {
        factors = ContributingFactors.None;
        foreach (var word in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryWord<ContributingFactors>(word, out var factor)) return false;
            factors |= factor;
        }

        return true;
    }

    /// <summary>The cause that follows; null when nothing is said about it. What cannot be read is told by its field.</summary>
    /// <param name="source">Named in the words of a cause that comes without any.</param>
    public static Cause? Read(string? involvement, string? autonomy, string? factors, string? words, string source, List<FieldError> faults)
    {
        var (part, level, helped) = (AiInvolvement.Unknown, CsetAutonomy.Unclear, ContributingFactors.None);
        if (!string.IsNullOrWhiteSpace(involvement) && !TryInvolvement(involvement.Trim(), out part)) faults.Add(new("involvement", $"Use {ExpectedInvolvement}."));
        if (!string.IsNullOrWhiteSpace(autonomy) && !TryAutonomy(autonomy, out level)) faults.Add(new("autonomy", $"Use {ExpectedAutonomy}."));
        if (!string.IsNullOrWhiteSpace(factors) && !TryFactors(factors, out helped)) faults.Add(new("factors", $"Use {ExpectedFactors}."));
        if (part == AiInvolvement.NotAi && level.Involvement().IsAiRelated()) faults.Add(new("autonomy", "A level of autonomy and “AI had no part in it” contradict each other."));
        if (part == AiInvolvement.Unknown) part = level.Involvement();
        if (part == AiInvolvement.Unknown && helped == ContributingFactors.None && string.IsNullOrWhiteSpace(words)) return null;

        var stated = string.IsNullOrWhiteSpace(words) ? $"{IncidentWords.Involvement(part)}, as {source} states it{(level == CsetAutonomy.Unclear ? "" : $" (CSETv1 autonomy level {(int)level})")}." : words;
        return new Cause(part, ButFor.Unanswered, "", helped, stated);
    }

    private static bool TryWord<T>(string text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text.Length > 0 && !char.IsAsciiDigit(text[0]) && text[0] != '-' && !text.Contains(',', StringComparison.Ordinal) && Enum.TryParse(text.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out value) && Enum.IsDefined(value);
    }
}
