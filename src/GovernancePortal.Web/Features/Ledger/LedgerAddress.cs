using System.Globalization;
using GovernancePortal.Web.Features.Ledger.ListLedgerEntries;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Ledger;

/// <summary>The state of the log as the page's address carries it; a value that is not understood counts as not given.</summary>
public sealed record LedgerAddress(string? Kind, string? Subject, string? Actor, string? From, string? To, int Page, int? Size)
{
    public DateOnly? FromDay => Day(From);

    public DateOnly? ToDay => Day(To);

    public LedgerFilter Filter => new(Text(Kind), Text(Subject), Text(Actor), FromDay, ToDay);

    public ListLedgerEntriesQuery Query => new(Filter, new Paging(Page, Size ?? Paging.DefaultSize));

    public string Href =>
        QueryHelpers.AddQueryString(
            "ledger",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["kind"] = Kind,
                ["subject"] = Subject,
                ["by"] = Actor,
                ["from"] = From,
                ["to"] = To,
                ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
                ["size"] = Size?.ToString(CultureInfo.InvariantCulture),
            }.Where(pair => !string.IsNullOrEmpty(pair.Value))
        );

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
