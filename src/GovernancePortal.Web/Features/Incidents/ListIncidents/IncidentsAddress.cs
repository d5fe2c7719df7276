using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Incidents.ListIncidents;

/// <summary>The state of the list as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record IncidentsAddress(string? Search, string? State, int? Severity, Guid? Unit, string? Ai, string? From, string? Until, string? Sort, int Page) : IListAddress<IncidentsAddress, IncidentList>
{
    public IncidentOrder Order => Sort?.TrimStart('-') switch { "severity" => IncidentOrder.Severity, "number" => IncidentOrder.Number, _ => IncidentOrder.Started };

    /// <summary>The newest come first unless the address says otherwise.</summary>
    public bool Descending => Sort is null or "" || Sort.StartsWith('-');

    public IncidentFilter Filter =>
        new(
            string.IsNullOrWhiteSpace(Search) ? null : Search,
            Parsed<IncidentState>(State),
            Severity is >= 1 and <= 4 ? Severity : null,
            Unit is { } unit ? new UnitId(unit) : null,
            Parsed<IncidentAi>(Ai),
            Day(From),
            Day(Until));

    public IRequest<Result<IncidentList>> Query => new ListIncidentsQuery(Filter, Order, Descending, new Paging(Page, Paging.DefaultSize));

    public string Href => At("incidents", Page > 1 ? $"{Page}" : null);

    /// <summary>Where the same view is had as a file, whole.</summary>
    public string FileHref(string form) => At($"incidents/list.{form}", page: null);

    private string At(string path, string? page) =>
        QueryHelpers.AddQueryString(
            path,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Search,
                ["state"] = State,
                ["severity"] = Severity?.ToString(CultureInfo.InvariantCulture),
                ["unit"] = Unit?.ToString(),
                ["ai"] = Ai,
                ["from"] = From,
                ["until"] = Until,
                ["sort"] = Sort,
                ["page"] = page,
            }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>The address that sorts by a column, or turns the direction when it already does.</summary>
    public string SortedBy(string column) =>
        (this with { Sort = string.Equals(Sort ?? "-started", column, StringComparison.Ordinal) ? "-" + column : column, Page = 1 }).Href;

    private static T? Parsed<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    // A day beyond the calendar's last could not be counted on from.
    private static DateOnly? Day(string? text) => Typed.Day(text ?? "", "", []) is { Year: > 1900 and < 9000 } day ? day : null;

    public IncidentsAddress Searched(string? text) => this with { Search = text, Page = 1 };
}
