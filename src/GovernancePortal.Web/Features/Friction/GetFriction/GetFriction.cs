using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Friction;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Friction.GetFriction;

/// <summary>What was told about a unit, the units right below it, and what people wrote.</summary>
/// <param name="UnitId">Null for the first unit that the role covers.</param>
/// <param name="Period">Null for the newest that was told.</param>
[Requires(Policies.ViewFriction)]
public sealed record GetFrictionQuery(UnitId? UnitId, int? Period) : IRequest<Result<FrictionView>>;

/// <param name="Parent">The unit above, where the role covers it.</param>
/// <param name="Period">Null while no period was told.</param>
/// <param name="Periods">All that were told, the newest first.</param>
/// <param name="Figure">Null where fewer than five people reported, or where telling it would tell on fewer.</param>
/// <param name="Texts">Of people of this unit who are in no smaller told unit; in an order that says nothing.</param>
public sealed record FrictionView(
    UnitId UnitId, string Name, UnitId? Parent, FrictionPeriod? Period, IReadOnlyList<FrictionPeriod> Periods, FrictionFigure? Figure, IReadOnlyList<UnitFriction> Below, IReadOnlyList<string> Texts, FrictionPeriod Running);

public sealed record UnitFriction(UnitId UnitId, string Name, FrictionFigure? Figure);

internal sealed class GetFrictionHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetFrictionQuery, Result<FrictionView>>
{
    private const int MostPeriods = 26;
    private const int MostUnits = 200;
    private const int MostTexts = 100;

    public async Task<Result<FrictionView>> Handle(GetFrictionQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var covered = db.Units.AsNoTracking().Within(user.ScopeOf(Policies.ViewFriction));
        var unit = request.UnitId is { } wanted
            ? await covered.SingleOrDefaultAsync(u => u.Id == wanted, cancellationToken)
            : await covered.OrderBy(u => u.Left).FirstOrDefaultAsync(cancellationToken);
        if (unit is null) return AccessErrors.OutOfScope;

        var numbers = await db.FrictionFigures.Select(f => f.Period).Distinct().OrderByDescending(p => p).Take(MostPeriods).ToListAsync(cancellationToken);
        var periods = numbers.ConvertAll(n => new FrictionPeriod(n));
        FrictionPeriod? period = request.Period is { } asked && numbers.Contains(asked) ? new FrictionPeriod(asked) : periods.Count > 0 ? periods[0] : null;

        var children = await db.Units.Where(u => u.ParentId == unit.Id).OrderBy(u => u.Left).Take(MostUnits).Select(u => new { u.Id, u.Name }).ToListAsync(cancellationToken);
        var figures = await FiguresAsync(db, period, [unit.Id, .. children.Select(c => c.Id)], cancellationToken);
        var parent = await covered.Where(u => u.Id == unit.ParentId).Select(u => (UnitId?)u.Id).SingleOrDefaultAsync(cancellationToken);
        return new FrictionView(
            unit.Id,
            unit.Name,
            parent,
            period,
            periods,
            figures.GetValueOrDefault(unit.Id),
            [.. children.Select(c => new UnitFriction(c.Id, c.Name, figures.GetValueOrDefault(c.Id)))],
            await TextsAsync(db, period, unit.Id, cancellationToken),
            FrictionPeriod.Of(clock.Today()));
    }

    private static async Task<Dictionary<UnitId, FrictionFigure>> FiguresAsync(PortalDbContext db, FrictionPeriod? period, UnitId[] units, CancellationToken cancellationToken)
    {
        if (period is not { Number: var number }) return [];
        return await db.FrictionFigures.AsNoTracking().Where(f => f.Period == number && units.Contains(f.UnitId)).ToDictionaryAsync(f => f.UnitId, cancellationToken);
    }

    // By the id, which is random.
    private static async Task<IReadOnlyList<string>> TextsAsync(PortalDbContext db, FrictionPeriod? period, UnitId unit, CancellationToken cancellationToken)
    {
        if (period is not { Number: var number }) return [];
        return await db
            .FrictionTexts.Where(t => t.Period == number && t.UnitId == unit)
            .OrderBy(t => t.Id)
            .Take(MostTexts)
            .Select(t => t.Text)
            .ToListAsync(cancellationToken);
    }
}
