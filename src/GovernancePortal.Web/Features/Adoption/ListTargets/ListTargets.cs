using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.ListTargets;

public enum TargetSort
{
    Unit,
    State,
    Readiness,
    Due,
}

/// <summary>The targets that the user may see, a page at a time.</summary>
[Requires(Policies.ViewTargets)]
public sealed record ListTargetsQuery(
    TargetState? State = null, TargetSort Sort = TargetSort.Unit, bool Descending = false, int Page = 1, int PageSize = ListTargetsQuery.DefaultPageSize)
    : IRequest<Result<TargetList>>
{
    public const int DefaultPageSize = 50;
    public const int MaxPageSize = 200;
}

internal sealed class ListTargetsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<ListTargetsQuery, Result<TargetList>>
{
    public async Task<Result<TargetList>> Handle(ListTargetsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var targets = db.AdoptionTargets.AsNoTracking().Within(db, user, Policies.ViewTargets);
        var counts = await targets.IgnoreAutoIncludes().GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        if (request.State is { } state) targets = targets.Where(t => t.State == state);

        var total = request.State is { } only ? counts.GetValueOrDefault(only) : counts.Values.Sum();
        var size = Math.Clamp(request.PageSize, 1, ListTargetsQuery.MaxPageSize);
        var page = Math.Clamp(request.Page, 1, Math.Max(1, (total + size - 1) / size));
        var joined =
            from target in targets
            join unit in db.Units on target.Scope equals unit.Id
            select new TargetWithUnit { Target = target, Unit = unit };
        var rows = await Sorted(joined, request).Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken);

        var paused = user.ScopeOf(Policies.SeeUseWhilePaused);
        return new TargetList([.. rows.Select(r => Row(r, UseReading.Of(r.Target.LastMetric, r.Unit.TotalHeadcount, r.Target.State, paused, r.Unit.Left)))], total, page, size, counts);
    }

    private static IQueryable<TargetWithUnit> Sorted(IQueryable<TargetWithUnit> rows, ListTargetsQuery request)
    {
        var ordered = (request.Sort, request.Descending) switch
        {
            (TargetSort.State, false) => rows.OrderBy(r => r.Target.State),
            (TargetSort.State, true) => rows.OrderByDescending(r => r.Target.State),
            (TargetSort.Readiness, false) => rows.OrderBy(r => r.Target.Readiness),
            (TargetSort.Readiness, true) => rows.OrderByDescending(r => r.Target.Readiness),
            (TargetSort.Due, false) => rows.OrderBy(r => r.Target.DueDate),
            (TargetSort.Due, true) => rows.OrderByDescending(r => r.Target.DueDate),
            (_, true) => rows.OrderByDescending(r => r.Unit.Path),
            _ => rows.OrderBy(r => r.Unit.Path),
        };
        return ordered.ThenBy(r => r.Target.Id);
    }

    private static TargetRow Row(TargetWithUnit row, UseReading use)
    {
        var (target, unit) = (row.Target, row.Unit);
        return new TargetRow(
            target.Id,
            TargetWords.Title(target.Metric, target.TargetValue),
            unit.Name,
            unit.Path,
            target.Metric,
            target.TargetValue,
            target.State,
            target.StateSince,
            target.DueDate,
            target.Readiness,
            target.ReadinessText,
            [.. target.Blockers.Select(TargetReadiness.DescribeBlocker)],
            use,
            target.LastEvaluatedOn);
    }
}

internal sealed class TargetWithUnit
{
    public required AdoptionTarget Target { get; init; }

    public required Unit Unit { get; init; }
}

/// <param name="Total">How many there are on all pages.</param>
/// <param name="Counts">By state, whatever is filtered.</param>
public sealed record TargetList(IReadOnlyList<TargetRow> Items, int Total, int Page, int PageSize, IReadOnlyDictionary<TargetState, int> Counts);

/// <param name="Use">The use figure as the user may see it.</param>
public sealed record TargetRow(
    AdoptionTargetId Id,
    string Title,
    string UnitName,
    string UnitPath,
    string? Metric,
    double? TargetValue,
    TargetState State,
    DateTimeOffset StateSince,
    DateOnly? DueDate,
    double Readiness,
    string ReadinessText,
    IReadOnlyList<string> Blockers,
    UseReading Use,
    DateOnly? LastEvaluatedOn);
