using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.ListCourses;

public sealed partial class CoursesPage
{
    private Error? _error;
    private string _finding = "Reading the courses…";
    private CourseList? _list;
    private string? _search;
    private CoursesAddress? _shown;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Owner { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private CoursesAddress Here => new(Search, State, Owner, Sort, Page ?? 1);

    private bool HasOwnerless => _list is { Taught: > 0, Ownerless: > 0 } && Here.Filter is { State: CourseState.Taught, Search: null, WithoutOwner: false };

    protected override async Task OnParametersSetAsync()
    {
        // The frame may draw the page again while somebody types: only another address is a reason to start over.
        if (_shown == Here) return;
        (_shown, _search) = (Here, Search);
        var result = await Mediator.Send(Here.Query, Closing);
        (_error, _list) = (result.Error, result.IsSuccess ? result.Value : null);
        _finding = _list is null ? "The list could not be read." : Finding(_list, Here.Filter);
    }

    private static string Finding(CourseList list, CourseFilter filter)
    {
        var found = list.Courses.Total;
        if (filter.Search is not null || filter.WithoutOwner) return found == 0 ? "No course matches these filters." : $"{Say.Number(found, capital: true)} {(found == 1 ? "course matches" : "courses match")}.";
        if (filter.State == CourseState.Retired) return found == 0 ? "No course has been retired." : $"{Say.Number(found, capital: true)} {(found == 1 ? "course is" : "courses are")} no longer taught.";
        return list.Taught == 0 ? "No course is taught yet, so nobody can be asked to take one." : $"{Taught(list)}{(list.Ownerless == 0 ? "; each has an owner" : $"; {Ownerless(list)}")}.";
    }

    private static string Taught(CourseList list) => $"{Say.Number(list.Taught, capital: true)} {(list.Taught == 1 ? "course is" : "courses are")} taught";

    private static string Ownerless(CourseList list) => $"{Say.Number(list.Ownerless)} {(list.Ownerless == 1 ? "has" : "have")} no owner";

    private void SearchAsync() => Go(Here with { Search = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(), Page = 1 });

    private void Go(CoursesAddress address) => Navigation.NavigateTo(address.Href);
}
