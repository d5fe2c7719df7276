using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.ListCourses;

public sealed partial class CoursesPage
{
    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Owner { get; set; }

    protected override CoursesAddress Here => new(Search, State, Owner, Sort, Page ?? 1);

    private bool HasOwnerless => List is { Taught: > 0, Ownerless: > 0 } && Here.Filter is { State: CourseState.Taught, Search: null, WithoutOwner: false };

    protected override string Noun => "courses";

    protected override string FindingOf(CourseList list)
    {
        var filter = Here.Filter;
        var found = list.Courses.Total;
        if (filter.Search is not null || filter.WithoutOwner) return found == 0 ? "No course matches these filters." : $"{Say.Number(found, capital: true)} {(found == 1 ? "course matches" : "courses match")}.";
        if (filter.State == CourseState.Retired) return found == 0 ? "No course has been retired." : $"{Say.Number(found, capital: true)} {(found == 1 ? "course is" : "courses are")} no longer taught.";
        return list.Taught == 0 ? "No course is taught yet, so nobody can be asked to take one." : $"{Taught(list)}{(list.Ownerless == 0 ? "; each has an owner" : $"; {Ownerless(list)}")}.";
    }

    private static string Taught(CourseList list) => $"{Say.Number(list.Taught, capital: true)} {(list.Taught == 1 ? "course is" : "courses are")} taught";

    private static string Ownerless(CourseList list) => $"{Say.Number(list.Ownerless)} {(list.Ownerless == 1 ? "has" : "have")} no owner";
}
