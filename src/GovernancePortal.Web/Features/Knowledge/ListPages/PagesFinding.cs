using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Knowledge.ListPages;

/// <summary>What the register says, in one sentence.</summary>
public static class PagesFinding
{
    public static string Of(PageList list, PageFilter filter)
    {
        var found = list.Pages.Total;
        if (filter.Search is not null || filter.State is not null) return found == 0 ? "No page matches these filters." : $"{Say.Of(found, "page matches", "pages match")}.";
        var where = list.UnitName is { } unit ? $" of {unit}" : "";
        if (list.All == 0) return $"No page{where} is registered, so agents may read none.";
        if (filter.Work) return found == 0 ? $"No page{where} waits for you." : $"{Say.Number(found, capital: true)} {(found == 1 ? "page waits" : "pages wait")}; the first one does most harm.";
        return list.Readable == list.All
            ? $"Agents may read {(list.All == 1 ? "the one page" : $"all {Say.Count(list.All)} pages")}{where}."
            : $"Agents may read {Say.Number(list.Readable)} of {Say.Of(list.All, "page", "pages")}{where}; {(list.All - list.Readable == 1 ? "one is" : $"{Say.Number(list.All - list.Readable)} are")} withheld.";
    }
}
