using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Organisation.ListPeople;

/// <summary>The people whom the user's role covers, one page at a time.</summary>
[Requires(Policies.ViewPeople)]
public sealed record ListPeopleQuery(PeopleFilter Filter, PeopleOrder Order, bool Descending, Paging Paging) : IRequest<Result<ListPeopleResponse>>;

/// <param name="Search">Beginning of a first name, last name, e-mail or employee number.</param>
/// <param name="UnitId">This unit and everything below it.</param>
/// <param name="Level">One level.</param>
/// <param name="IsContractor">True for contractors, false for employees.</param>
public sealed record PeopleFilter(string? Search = null, UnitId? UnitId = null, Level? Level = null, bool? IsContractor = null)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Search) && UnitId is null && Level is null && IsContractor is null;
}

public enum PeopleOrder
{
    Name,
    Unit,
    Number,
}

/// <param name="People">This page.</param>
/// <param name="InScope">Everybody the role covers, whatever the filter.</param>
/// <param name="FilterUnit">Path of the unit that the filter names.</param>
public sealed record ListPeopleResponse(PageOf<PersonRow> People, int InScope, string? FilterUnit);

public sealed record PersonRow(PersonId Id, string Name, string EmployeeNumber, string UnitPath, string WorkRole, Level Level, bool IsContractor, string Location);

internal sealed class ListPeopleValidator : AbstractValidator<ListPeopleQuery>
{
    public ListPeopleValidator()
    {
        RuleFor(q => q.Filter.Search).MaximumLength(Person.NameMaxLength).WithMessage("Search for fewer letters.");
        RuleFor(q => q.Order).IsInEnum();
    }
}

internal sealed class ListPeopleHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ListPeopleQuery, Result<ListPeopleResponse>>
{
    public async Task<Result<ListPeopleResponse>> Handle(ListPeopleQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = user.ScopeOf(Policies.ViewPeople);
        var lefts = scope.Ranges.Select(r => r.Left).ToArray();
        var inScope = await db.Units.Where(u => lefts.Contains(u.Left)).SumAsync(u => u.TotalHeadcount, cancellationToken);

        var (narrowed, unitPath) = await NarrowAsync(db, scope, request.Filter.UnitId, cancellationToken);
        var people = PeopleQuery.Matching(db, narrowed, request.Filter, clock.Today());
        var total = request.Filter.IsEmpty ? inScope : await people.CountAsync(cancellationToken);

        var paging = request.Paging.Within(total);
        var ids = await PeopleQuery.Page(db, people, request.Order, request.Descending, paging).ToListAsync(cancellationToken);
        var rows = await PeopleQuery.Rows(db, ids).ToDictionaryAsync(r => r.Id, cancellationToken);
        return new ListPeopleResponse(new PageOf<PersonRow>([.. ids.Where(rows.ContainsKey).Select(id => rows[id])], total, paging.Page, paging.Size), inScope, unitPath);
    }

    private static async Task<(UnitScope Scope, string? Path)> NarrowAsync(
        PortalDbContext db,
        UnitScope scope,
        UnitId? unitId,
        CancellationToken cancellationToken
    )
    {
        if (unitId is not { } id) return (scope, null);

        var unit = await db.Units.Within(scope).Where(u => u.Id == id).SingleOrDefaultAsync(cancellationToken);
        return unit is null ? (UnitScope.Nothing, null) : (UnitScope.Of([new UnitRange(unit.Left, unit.Right)]), unit.Path);
    }
}
