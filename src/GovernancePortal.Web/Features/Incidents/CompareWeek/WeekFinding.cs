using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Incidents.CompareWeek;

/// <summary>What the incidents of a week have in common, in one sentence.</summary>
public static class WeekFinding
{
    public static string Of(IncidentWeek week)
    {
        if (week.Incidents.Count == 0) return "No severe incident began in this week.";

        var count = week.Incidents.Count;
        var related = week.AiRelated.Count == count ? (count == 1 ? "AI-related" : "all AI-related") : $"{Say.Number(week.AiRelated.Count)} AI-related";
        var those = $"{Say.Number(count, capital: true)} severe {(count == 1 ? "incident" : "incidents")}, {related}";
        if (count == 1) return those + ".";
        if (week.Shared.Count == 0) return $"{those}; no factor is named in two of them.";

        var (factor, times) = week.Shared[0];
        return $"{those}; {IncidentWords.FactorList(factor).ToLowerInvariant()} helped {Say.Number(times)} of them to happen.";
    }
}
