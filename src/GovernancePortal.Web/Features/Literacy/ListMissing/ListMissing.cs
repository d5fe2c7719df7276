using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.ListMissing;

/// <summary>Who lacks what, by name. Names are for the people's own lead; everybody else sees numbers.</summary>
[Requires(Policies.LogTraining)]
public sealed record ListMissingQuery(UnitId? UnitId, Paging Paging) : IRequest<Result<MissingList>>;

public sealed record MissingList(DateOnly Today, string? Unit, PageOf<MissingRow> People);

public sealed record MissingRow(PersonId Id, string Name, bool IsContractor, string Unit, IReadOnlyList<MissingCourse> Courses);

/// <param name="Needs">The course, with the version it takes.</param>
/// <param name="Why">What keeps it from being met.</param>
/// <param name="Shape">Status mark.</param>
public sealed record MissingCourse(Guid CourseId, string Needs, string Why, string Shape);

internal sealed class ListMissingHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ListMissingQuery, Result<MissingList>>
{
    public async Task<Result<MissingList>> Handle(ListMissingQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var scope = user.ScopeOf(Policies.LogTraining);
        var unit = request.UnitId is { } id ? await db.Units.AsNoTracking().Within(scope).SingleOrDefaultAsync(u => u.Id == id, cancellationToken) : null;
        if (request.UnitId is not null && unit is null) return CommonErrors.NotFound;
        if (unit is not null) scope = UnitScope.Of([new UnitRange(unit.Left, unit.Right)]);

        var total = await LiteracyCoverage.CountLackingAsync(db, scope, today, cancellationToken);
        var paging = request.Paging.Within(total);
        var lacking = await LiteracyCoverage.LackingAsync(db, scope, today, total, cancellationToken);
        var people = await lacking.AsNoTracking().OrderBy(p => p.SearchName).ThenBy(p => p.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        var unitIds = people.Select(p => p.UnitId).Distinct().ToArray();
        var units = await db.Units.Where(u => unitIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        var gaps = (await LiteracyCoverage.GapsAsync(db, people, today, cancellationToken)).ToLookup(g => g.PersonId);
        var rows = people.Select(p => new MissingRow(p.Id, p.Name, p.IsContractor, units[p.UnitId], [.. gaps[p.Id].Select(CourseOf)]));
        return new MissingList(today, unit?.Name, new PageOf<MissingRow>([.. rows], total, paging.Page, paging.Size));
    }

    private static MissingCourse CourseOf(MissingTraining gap) =>
        new(gap.CourseId.Value, gap.MinimumVersion.Length == 0 ? gap.Course : $"{gap.Course}, from version {gap.MinimumVersion}", GapWords.Text(gap.Gap), GapWords.Shape(gap.Gap));
}
