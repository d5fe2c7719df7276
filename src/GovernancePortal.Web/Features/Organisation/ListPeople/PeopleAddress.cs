using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Organisation.ListPeople;

/// <summary>The state of the people list as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record PeopleAddress(string? Search, string? Unit, string? Level, string? Kind, string? Sort, int Page, int? Size) : IListAddress<PeopleAddress, ListPeopleResponse>
{
    public PeopleOrder Order =>
        Sort?.TrimStart('-') switch
        {
            "unit" => PeopleOrder.Unit,
            "number" => PeopleOrder.Number,
            _ => PeopleOrder.Name,
        };

    public bool Descending => Sort?.StartsWith('-') == true;

    public PeopleFilter Filter =>
        new(
            string.IsNullOrWhiteSpace(Search) ? null : Search,
            Guid.TryParse(Unit, out var unit) ? new UnitId(unit) : null,
            Enum.TryParse<Level>(Level, ignoreCase: true, out var level) && level != Domain.Organisation.Level.Unknown ? level : null,
            Kind switch
            {
                "contractor" => true,
                "employee" => false,
                _ => null,
            }
        );

    public IRequest<Result<ListPeopleResponse>> Query => new ListPeopleQuery(Filter, Order, Descending, new Paging(Page, Size ?? Paging.DefaultSize));

    public string Href =>
        QueryHelpers.AddQueryString(
            "people",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Search,
                ["unit"] = Unit,
                ["level"] = Level,
                ["kind"] = Kind,
                ["sort"] = Sort,
                ["page"] = Page > 1 ? $"{Page}" : null,
                ["size"] = Size?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }.Where(pair => !string.IsNullOrEmpty(pair.Value))
        );

    /// <summary>The address that sorts by a column, or turns the direction when it already does.</summary>
    public string SortedBy(string column) =>
        (this with { Sort = string.Equals(Sort ?? "name", column, StringComparison.Ordinal) ? "-" + column : column, Page = 1 }).Href;

    public PeopleAddress Searched(string? text) => this with { Search = text, Page = 1 };
}
