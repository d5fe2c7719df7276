using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Knowledge.ListPages;

/// <summary>The state of the register's list as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record PagesAddress(string? Search, string? Which, Guid? Unit, string? Sort, int Page) : IListAddress<PagesAddress, PageList>
{
    /// <summary>The view that stewards work from.</summary>
    public const string Work = "work";

    public bool IsWork => Which is Work;

    public PageState? State => !IsWork && Enum.TryParse<PageState>(Which, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    public PageOrder Order => Sort?.TrimStart('-') switch { "title" => PageOrder.Title, "due" => PageOrder.Due, "need" => PageOrder.Need, _ => IsWork ? PageOrder.Need : PageOrder.Title };

    public bool Descending => Sort?.StartsWith('-') == true;

    public PageFilter Filter => new(string.IsNullOrWhiteSpace(Search) ? null : Search, State, Unit is { } unit ? new UnitId(unit) : null, IsWork);

    public IRequest<Result<PageList>> Query => new ListPagesQuery(Filter, Order, Descending, new Paging(Page, Paging.DefaultSize));

    public string Href => At("knowledge", Page > 1 ? $"{Page}" : null);

    /// <summary>Where the same view is had as a file, whole.</summary>
    public string FileHref(string form) => At($"knowledge/pages.{form}", page: null);

    private string At(string path, string? page) =>
        QueryHelpers.AddQueryString(
            path,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Search,
                ["state"] = Which,
                ["unit"] = Unit?.ToString(),
                ["sort"] = Sort,
                ["page"] = page,
            }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>The address that sorts by a column, or turns the direction when it already does.</summary>
    public string SortedBy(string column) => (this with { Sort = string.Equals(Sort, column, StringComparison.Ordinal) ? "-" + column : column, Page = 1 }).Href;

    public PagesAddress Searched(string? text) => this with { Search = text, Page = 1 };
}
