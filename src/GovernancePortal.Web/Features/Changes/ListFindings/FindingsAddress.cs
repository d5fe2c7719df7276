using System.Globalization;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Changes.ListFindings;

/// <summary>The state of the list of findings as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record FindingsAddress(string? Type, string? System, string? Month, int Page)
{
    public FindingFilter Filter =>
        new(
            Enum.TryParse<FindingType>(Type, ignoreCase: true, out var type) && Enum.IsDefined(type) && type != FindingType.None ? type : null,
            string.IsNullOrWhiteSpace(System) ? null : System,
            DateOnly.TryParseExact(Month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null);

    public string Href => QueryHelpers.AddQueryString("changes/findings", Pairs);

    public ListFindingsQuery Query => new(Filter, new Paging(Page, Paging.DefaultSize));

    /// <summary>The same filter as a file.</summary>
    public string FileHref(string format) => QueryHelpers.AddQueryString($"changes/findings.{format}", Pairs);

    private IEnumerable<KeyValuePair<string, string?>> Pairs =>
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["type"] = Type, ["system"] = System, ["month"] = Month, ["page"] = Page > 1 ? $"{Page}" : null }.Where(pair => !string.IsNullOrEmpty(pair.Value));
}
