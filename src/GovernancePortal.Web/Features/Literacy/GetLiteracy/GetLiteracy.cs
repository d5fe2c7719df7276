using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.GetLiteracy;

/// <summary>Training coverage of a part of the organisation in numbers: by unit, over the year, and what runs out.</summary>
/// <param name="UnitId">The unit and everything below it; null for all that the role covers.</param>
/// <param name="On">A past day, as it was known then; null for today.</param>
[Requires(Policies.ViewLiteracy)]
public sealed record GetLiteracyQuery(UnitId? UnitId = null, DateOnly? On = null) : IRequest<Result<LiteracyOverview>>;

/// <param name="On">The day that is shown.</param>
/// <param name="Source">Where the figures of that day come from.</param>
/// <param name="Place">The unit, or what the role covers.</param>
/// <param name="Above">The unit above, when the role covers it.</param>
/// <param name="Below">The units directly below, with everything below them.</param>
/// <param name="Trend">The last kept day of each month of the past year, and the day that is shown.</param>
/// <param name="Expiries">People whose coverage ends, by month; empty for a past day.</param>
/// <param name="Rules">Each requirement on its own, as it was counted on <paramref name="RulesOn"/>.</param>
public sealed record LiteracyOverview(
    DateOnly Today,
    DateOnly On,
    FiguresFrom Source,
    UnitId? UnitId,
    string Place,
    UnitLink? Above,
    CoverageCount All,
    IReadOnlyList<UnitCoverage> Below,
    IReadOnlyList<TrendPoint> Trend,
    IReadOnlyList<ExpiryMonth> Expiries,
    IReadOnlyList<RuleCoverage> Rules,
    DateOnly? RulesOn
);

public enum FiguresFrom
{
    Now,

    /// <summary>Counted that night and kept.</summary>
    Kept,

    /// <summary>Worked out from the records that were known by then, in today's units.</summary>
    WorkedOut,
}

public sealed record UnitLink(UnitId Id, string Name);

public sealed record UnitCoverage(UnitId Id, string Name, CoverageCount Count, bool HasUnits);

public sealed record TrendPoint(DateOnly Day, CoverageCount Count);

/// <param name="Month">Its first day.</param>
public sealed record ExpiryMonth(DateOnly Month, int People);

public sealed record RuleCoverage(Guid CourseId, string Course, string Unit, string MinimumVersion, CoverageCount Count);

internal sealed class GetLiteracyHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetLiteracyQuery, Result<LiteracyOverview>>
{
    public async Task<Result<LiteracyOverview>> Handle(GetLiteracyQuery request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (request.On > today) return new Error("literacy.future", "This day has not come yet. Choose today or a day before it.", ErrorKind.Invalid);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = user.ScopeOf(Policies.ViewLiteracy);
        var place = await LiteracyPlace.FindAsync(db, mine, request.UnitId, cancellationToken);
        if (place is null) return CommonErrors.NotFound;

        var on = request.On ?? today;
        var (counts, source) = await LiteracyFigures.CountAsync(db, place.Scope, on, today, cancellationToken);
        var all = LiteracyFigures.Sum(counts.Values);
        var (rules, rulesOn) = await LiteracyFigures.RulesAsync(db, place.Scope, on, cancellationToken);
        return new LiteracyOverview(
            today,
            on,
            source,
            place.Unit?.Id,
            place.Name,
            place.Above,
            all,
            await place.BelowAsync(db, counts, cancellationToken),
            [.. await LiteracyFigures.TrendAsync(db, place.Scope, on, cancellationToken), new TrendPoint(on, all)],
            on == today ? await LiteracyFigures.ExpiriesAsync(db, place.Scope, today, cancellationToken) : [],
            rules,
            rulesOn);
    }
}
