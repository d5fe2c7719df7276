using System.Linq.Expressions;
using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.ListCourses;

/// <summary>The courses, one page at a time.</summary>
[Requires(Policies.ViewCourses)]
public sealed record ListCoursesQuery(CourseFilter Filter, CourseOrder Order, bool Descending, Paging Paging) : IRequest<Result<CourseList>>;

/// <param name="Search">Part of a name or code.</param>
/// <param name="State">Which courses, by whether they are taught.</param>
/// <param name="WithoutOwner">Only those for which nobody who works here answers.</param>
public sealed record CourseFilter(string? Search = null, CourseState State = CourseState.Taught, bool WithoutOwner = false);

public enum CourseState
{
    Taught,
    Retired,
    All,
}

public enum CourseOrder
{
    Name,
    Code,
    Requirements,
}

/// <param name="Courses">This page.</param>
/// <param name="Taught">How many are taught, whatever the filter.</param>
/// <param name="Ownerless">How many of those have no owner who works here.</param>
public sealed record CourseList(PageOf<CourseRow> Courses, int Taught, int Ownerless);

/// <param name="Owner">Name; null when nobody who works here owns it.</param>
/// <param name="Requirements">How many requirements ask for it now.</param>
public sealed record CourseRow(
    CourseId Id, string Name, string Code, string CurrentVersion, int? ValidityMonths, string? Owner, string Tools, int Requirements, DateOnly? RetiredOn);

internal sealed class ListCoursesValidator : AbstractValidator<ListCoursesQuery>
{
    public ListCoursesValidator()
    {
        RuleFor(q => q.Filter.Search).MaximumLength(Course.NameMaxLength).WithMessage("Search for fewer letters.");
        RuleFor(q => q.Filter.State).IsInEnum();
        RuleFor(q => q.Order).IsInEnum();
    }
}

internal sealed class ListCoursesHandler(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock) : IRequestHandler<ListCoursesQuery, Result<CourseList>>
{
    public async Task<Result<CourseList>> Handle(ListCoursesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();

        var taught = db.Courses.IgnoreAutoIncludes().Where(c => c.RetiredOn == null || c.RetiredOn > today);
        var counts = (All: await taught.CountAsync(cancellationToken), Ownerless: await WithoutOwner(db, taught, today).CountAsync(cancellationToken));

        var matching = Matching(db, request.Filter, today);
        var total = await matching.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var page = Sorted(db, matching, request, today).Skip(paging.Skip).Take(paging.Size);
        var rows = await Rows(db, page, today).ToListAsync(cancellationToken);
        return new CourseList(new PageOf<CourseRow>(rows, total, paging.Page, paging.Size), counts.All, counts.Ownerless);
    }

    private static IQueryable<Course> Matching(PortalDbContext db, CourseFilter filter, DateOnly today)
    {
        var courses = db.Courses.IgnoreAutoIncludes();
        if (filter.State == CourseState.Taught) courses = courses.Where(c => c.RetiredOn == null || c.RetiredOn > today);
        if (filter.State == CourseState.Retired) courses = courses.Where(c => c.RetiredOn <= today);
        if (filter.WithoutOwner) courses = WithoutOwner(db, courses, today);
        if (string.IsNullOrWhiteSpace(filter.Search)) return courses;

        var anywhere = LikePattern.Containing(filter.Search.Trim());
        return courses.Where(c => EF.Functions.Like(c.Name, anywhere, LikePattern.Escape) || EF.Functions.Like(c.Code, anywhere, LikePattern.Escape));
    }

    private static IQueryable<Course> WithoutOwner(PortalDbContext db, IQueryable<Course> courses, DateOnly today) =>
        courses.Where(c => !db.People.Any(p => p.Id == c.OwnerId && (p.LeftOn == null || p.LeftOn > today)));

    private static IQueryable<CourseRow> Rows(PortalDbContext db, IQueryable<Course> courses, DateOnly today) =>
        courses.Select(c => new CourseRow(
            c.Id,
            c.Name,
            c.Code,
            c.CurrentVersion,
            c.ValidityMonths,
            db.People.Where(p => p.Id == c.OwnerId && (p.LeftOn == null || p.LeftOn > today)).Select(p => p.Name).FirstOrDefault(),
            c.Tools,
            db.LiteracyRequirements.Count(r => r.CourseId == c.Id && r.AskedFrom <= today && (r.RetiredOn == null || r.RetiredOn > today)),
            c.RetiredOn
        ));

    private static IQueryable<Course> Sorted(PortalDbContext db, IQueryable<Course> courses, ListCoursesQuery request, DateOnly today)
    {
        var ordered = (request.Order, request.Descending) switch
        {
            (CourseOrder.Code, false) => courses.OrderBy(c => c.Code),
            (CourseOrder.Code, true) => courses.OrderByDescending(c => c.Code),
            (CourseOrder.Requirements, false) => courses.OrderBy(Asking(db, today)).ThenBy(c => c.Name),
            (CourseOrder.Requirements, true) => courses.OrderByDescending(Asking(db, today)).ThenBy(c => c.Name),
            (_, true) => courses.OrderByDescending(c => c.Name),
            _ => courses.OrderBy(c => c.Name),
        };
        return ordered.ThenBy(c => c.Id);
    }

    private static Expression<Func<Course, int>> Asking(PortalDbContext db, DateOnly today) =>
        c => db.LiteracyRequirements.Count(r => r.CourseId == c.Id && r.AskedFrom <= today && (r.RetiredOn == null || r.RetiredOn > today));
}
