using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.WorkRoles.ListRoles;

public enum WorkRoleOrder
{
    Title,
    Level,
}

/// <summary>Work roles for the new work, one page at a time.</summary>
/// <param name="Search">Part of the title.</param>
/// <param name="State">Null for all.</param>
[Requires(Policies.ManageWorkRoles)]
public sealed record ListWorkRolesQuery(string? Search, RoleState? State, WorkRoleOrder Order, bool Descending, Paging Paging) : IRequest<Result<WorkRoleList>>;

/// <param name="All">Whatever the filters.</param>
/// <param name="Unargued">Published ones for which no seat is asked in the reader's units.</param>
public sealed record WorkRoleList(PageOf<WorkRoleRow> Roles, int All, int Published, int Unargued);

/// <param name="Asked">Seats in the reader's units.</param>
public sealed record WorkRoleRow(RoleProfileId Id, string Title, WorkKind Kind, Level Level, RoleState State, int Asked, int PayProtectedMonths);

internal sealed class ListWorkRolesValidator : AbstractValidator<ListWorkRolesQuery>
{
    public ListWorkRolesValidator()
    {
        RuleFor(q => q.Search).MaximumLength(RoleProfile.TitleMaxLength).WithMessage("Search for fewer letters.");
        RuleFor(q => q.State).IsInEnum();
        RuleFor(q => q.Order).IsInEnum();
    }
}

internal sealed class ListWorkRolesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<ListWorkRolesQuery, Result<WorkRoleList>>
{
    public async Task<Result<WorkRoleList>> Handle(ListWorkRolesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var units = db.Units.Within(user.ScopeOf(Policies.ManageWorkRoles));
        var seats = db.RoleSeats.Where(s => units.Any(u => u.Id == s.UnitId));
        var rows = db.RoleProfiles.AsNoTracking();
        if (request.State is { } state) rows = rows.Where(r => r.State == state);
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var anywhere = LikePattern.Containing(request.Search.Trim());
            rows = rows.Where(r => EF.Functions.Like(r.Title, anywhere, LikePattern.Escape));
        }

        var total = await rows.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var page = await Sorted(rows, request.Order, request.Descending)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Select(r => new WorkRoleRow(r.Id, r.Title, r.Kind, r.Level, r.State, seats.Where(s => s.RoleId == r.Id).Sum(s => s.Asked), r.PayProtectedMonths))
            .ToListAsync(cancellationToken);
        var published = db.RoleProfiles.Where(r => r.State == RoleState.Published);
        return new WorkRoleList(
            new PageOf<WorkRoleRow>(page, total, paging.Page, paging.Size),
            await db.RoleProfiles.CountAsync(cancellationToken),
            await published.CountAsync(cancellationToken),
            await published.CountAsync(r => !seats.Any(s => s.RoleId == r.Id && s.Asked > 0), cancellationToken));
    }

    private static IQueryable<RoleProfile> Sorted(IQueryable<RoleProfile> rows, WorkRoleOrder order, bool descending) =>
        (order, descending) switch
        {
            (WorkRoleOrder.Level, false) => rows.OrderBy(r => r.Level).ThenBy(r => r.Id),
            (WorkRoleOrder.Level, true) => rows.OrderByDescending(r => r.Level).ThenByDescending(r => r.Id),
            (_, false) => rows.OrderBy(r => r.Title).ThenBy(r => r.Id),
            _ => rows.OrderByDescending(r => r.Title).ThenByDescending(r => r.Id),
        };
}
