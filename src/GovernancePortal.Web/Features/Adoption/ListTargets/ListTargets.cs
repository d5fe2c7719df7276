using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
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
public sealed record ListTargetsQuery(TargetState? State, TargetSort Sort, bool Descending, Paging Paging) : IRequest<Result<TargetList>>;

internal sealed class ListTargetsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<ListTargetsQuery, Result<TargetList>>
{
    public async Task<Result<TargetList>> Handle(ListTargetsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var targets = db.AdoptionTargets.AsNoTracking().Within(db, user, Policies.ViewTargets);
        var counts = await targets.IgnoreAutoIncludes().GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        if (request.State is { } state) targets = targets.Where(t => t.State == state);

        var total = request.State is { } only ? counts.GetValueOrDefault(only) : counts.Values.Sum();
        var paging = request.Paging.Within(total);
        var joined =
            from target in targets
            join unit in db.Units on target.Scope equals unit.Id
            select new TargetWithUnit { Target = target, Unit = unit };
        var rows = await Sorted(joined, request).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);

        var paused = user.ScopeOf(Policies.SeeUseWhilePaused);
        var groups = await UseGroups.ReadAsync(db, cancellationToken);
        var items = rows.Select(r => Row(r, UseReading.Of(r.Target.LastMetric, groups, r.Target.State, paused, r.Unit.Left))).ToArray();
        return new TargetList(new PageOf<TargetRow>(items, total, paging.Page, paging.Size), counts);
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
            target.LastEvaluatedOn,
            WaiverWords.InForce(target.Waived));
    }
}

internal sealed class TargetWithUnit
{
    public required AdoptionTarget Target { get; init; }

    public required Unit Unit { get; init; }
}

/// <param name="Targets">This page.</param>
/// <param name="Counts">By state, whatever is filtered.</param>
public sealed record TargetList(PageOf<TargetRow> Targets, IReadOnlyDictionary<TargetState, int> Counts);

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
    DateOnly? LastEvaluatedOn,
    string? Waived);
