using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Literacy.ListCourses;

/// <summary>The state of the course list as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record CoursesAddress(string? Search, string? State, string? Owner, string? Sort, int Page) : IListAddress<CoursesAddress, CourseList>
{
    public CourseOrder Order =>
        Sort?.TrimStart('-') switch
        {
            "code" => CourseOrder.Code,
            "required" => CourseOrder.Requirements,
            _ => CourseOrder.Name,
        };

    public bool Descending => Sort?.StartsWith('-') == true;

    public CourseFilter Filter =>
        new(
            string.IsNullOrWhiteSpace(Search) ? null : Search,
            State switch
            {
                "retired" => CourseState.Retired,
                "all" => CourseState.All,
                _ => CourseState.Taught,
            },
            Owner is "none"
        );

    public IRequest<Result<CourseList>> Query => new ListCoursesQuery(Filter, Order, Descending, new Paging(Page, Paging.DefaultSize));

    public string Href =>
        QueryHelpers.AddQueryString(
            "courses",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Search,
                ["state"] = State,
                ["owner"] = Owner,
                ["sort"] = Sort,
                ["page"] = Page > 1 ? $"{Page}" : null,
            }.Where(pair => !string.IsNullOrEmpty(pair.Value))
        );

    /// <summary>The address that sorts by a column, or turns the direction when it already does.</summary>
    public string SortedBy(string column) =>
        (this with { Sort = string.Equals(Sort ?? "name", column, StringComparison.Ordinal) ? "-" + column : column, Page = 1 }).Href;

    public CoursesAddress Searched(string? text) => this with { Search = text, Page = 1 };
}
