using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Tools.ListTools;

/// <summary>What the register says, in one sentence.</summary>
public static class ToolsFinding
{
    public static string Of(ToolList list, ToolFilter filter)
    {
        var found = list.Tools.Total;
        if (filter.Search is not null || filter.Ungated) return found == 0 ? "No entry matches these filters." : $"{Say.Number(found, capital: true)} {(found == 1 ? "entry matches" : "entries match")}.";
        if (filter.State == ToolState.Retired) return found == 0 ? "No entry has been retired." : $"{Say.Number(found, capital: true)} {(found == 1 ? "entry is" : "entries are")} retired; they stay readable.";

        if (list.Approved == 0) return Nothing(list);

        var those = list.UnitName is { } name ? $"{Say.Number(list.Approved, capital: true)} {(list.Approved == 1 ? "entry works" : "entries work")} on {name}" : $"{Say.Number(list.Approved, capital: true)} {(list.Approved == 1 ? "entry is" : "entries are")} registered";
        return list.Open switch
        {
            0 => $"{those}; none of them can change production without a person in between.",
            1 => $"{those}; one can change production with nobody in between.",
            _ => $"{those}; {Say.Number(list.Open)} can change production with nobody in between.",
        };
    }

    private static string Nothing(ToolList list) =>
        (list.UnitName, list.NoneStatedOn) switch
        {
            ({ } unit, { } day) => $"Nothing is registered for {unit}; on {Say.Day(day)} it was stated that no agent has access to production there.",
            ({ } unit, null) => $"Nothing is registered for {unit}, and nobody has stated that there is nothing. That counts as failing.",
            _ => "The register is empty, so no target can show that nothing changes production unwatched.",
        };
}
