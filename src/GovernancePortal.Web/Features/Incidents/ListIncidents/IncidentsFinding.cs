using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Incidents.ListIncidents;

/// <summary>What the list says, in one sentence.</summary>
public static class IncidentsFinding
{
    public static string Of(IncidentList list, IncidentFilter filter)
    {
        if (list.Totals.All == 0) return filter.UnitId is null && filter.From is null && filter.Until is null ? "No incident has been reported that you may see." : "No incident began here in this time.";

        var all = $"{Say.Number(list.Totals.All, capital: true)} {(list.Totals.All == 1 ? "incident" : "incidents")}";
        var related = list.Totals.Related == list.Totals.All ? "all AI-related" : $"{Say.Number(list.Totals.Related)} AI-related";
        return $"{all}, {related}.";
    }

    /// <summary>What filters do not change.</summary>
    public static string Totals(IncidentTotals totals) =>
        $"In {Say.Number(totals.Advice)} a person acted on AI advice; they count as AI-related whatever the list shows."
        + (totals.Unknown > 0 ? $" Of {Say.Number(totals.Unknown)} nobody has said yet what AI had to do with it." : "");
}
