using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.GetTargetTrend;

/// <summary>Readiness and use of a target over a year, with its pauses: by week, and by day while it is young.</summary>
[Requires(Policies.ViewTargets)]
public sealed record GetTargetTrendQuery(AdoptionTargetId TargetId) : IRequest<Result<TargetTrend>>;

/// <param name="Points">Oldest first; a week or day without an evaluation is left out.</param>
/// <param name="ByDay">Whether each point is a day and not a week.</param>
/// <param name="Pauses">Oldest first.</param>
/// <param name="Until">The last day of the picture.</param>
/// <param name="Activity">Why use looks like activity without value, as of the newest evaluation; without figures where the use figure may not be shown.</param>
/// <param name="Rules">The thresholds of that.</param>
public sealed record TargetTrend(
    string? Metric, double? TargetValue, IReadOnlyList<TrendPoint> Points, bool ByDay, IReadOnlyList<TargetPause> Pauses, DateOnly Until, string? Activity, ActivityRules Rules);

/// <summary>One day, or the newest evaluation of one week.</summary>
/// <param name="Use">As the user may see it.</param>
public sealed record TrendPoint(DateOnly Day, double Readiness, UseReading Use, TargetState State);

internal sealed class GetTargetTrendHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetTargetTrendQuery, Result<TargetTrend>>
{
    private const int Days = 53 * 7;

    /// <summary>Up to so many days each is drawn.</summary>
    private const int Young = 42;

    public async Task<Result<TargetTrend>> Handle(GetTargetTrendQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var target = await db
            .AdoptionTargets.AsNoTracking().IgnoreAutoIncludes()
            .Within(db, user, Policies.ViewTargets)
            .SingleOrDefaultAsync(t => t.Id == request.TargetId, cancellationToken);
        if (target is null) return TargetErrors.NotFound;

        var unit = await db.Units.Where(u => u.Id == target.Scope).Select(u => new { u.Left }).SingleAsync(cancellationToken);
        var today = clock.Today();
        var from = today.AddDays(-Days);
        var steps = await db
            .Evaluations.Where(e => e.TargetId == target.Id && e.Date > from)
            .OrderBy(e => e.Date)
            .Select(e => new { e.Date, e.Before, e.After, e.Readiness, e.Metric, e.MetricSample, e.Activity, e.ActivityWords })
            .ToListAsync(cancellationToken);

        var paused = user.ScopeOf(Policies.SeeUseWhilePaused);
        var groups = await UseGroups.ReadAsync(db, cancellationToken);
        var isPaused = target.State == TargetState.Paused;
        var pauses = TargetPauses.Of([.. steps.Select(s => new StateStep(s.Date, s.Before, s.After))], isPaused ? target.StateSince.UtcDay() : null);
        var byDay = steps.Count > 0 && steps[^1].Date.DayNumber - steps[0].Date.DayNumber <= Young;
        var points = steps
            .GroupBy(s => byDay ? s.Date.DayNumber : s.Date.DayNumber / 7)
            .Select(g => g.Last())
            .Select(s => new TrendPoint(s.Date, s.Readiness, UseThen(s.Date, s.Metric, s.MetricSample), s.After));
        var newest = steps.Count == 0 ? null : steps[^1];
        var activity = newest is not { Activity: { } sign } ? null
            : !groups.MayTell(unit.Left) || (isPaused && !paused.Covers(unit.Left)) ? ActivityFinding.Plain(sign)
            : newest.ActivityWords;
        return new TargetTrend(
            target.Metric, target.TargetValue, [.. points], byDay, pauses, newest is { Date: var last } && last > today ? last : today, activity, ActivityRules.Standard);

        // While it is paused now, no figure of the past is shown either: the last one would tell the present one.
        UseReading UseThen(DateOnly day, double? share, long? people) =>
            people < TargetMetrics.SmallestGroup
                ? new UseReading(null, UseShown.SmallGroup)
                : UseReading.Of(share, groups, isPaused || pauses.Any(p => p.Covers(day)) ? TargetState.Paused : TargetState.Active, paused, unit.Left);
    }
}
