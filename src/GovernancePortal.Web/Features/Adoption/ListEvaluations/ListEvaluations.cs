using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.ListEvaluations;

/// <summary>The evaluations of a target, the newest first, each with what was found that day.</summary>
[Requires(Policies.ViewTargets)]
public sealed record ListEvaluationsQuery(AdoptionTargetId TargetId, Paging Paging) : IRequest<Result<EvaluationList>>;

public sealed record EvaluationList(string Title, string UnitName, PageOf<EvaluationRow> Evaluations);

/// <param name="Use">As the user may see it.</param>
/// <param name="Findings">With the thresholds of the day.</param>
/// <param name="Activity">Why use looked like activity without value; without figures where the use figure is not shown.</param>
public sealed record EvaluationRow(
    DateOnly Date, DateTimeOffset EvaluatedAt, TargetState Before, TargetState After, double Readiness, UseReading Use, double? Outcome, IReadOnlyList<GuardrailFinding> Findings, string? Activity);

internal sealed class ListEvaluationsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<ListEvaluationsQuery, Result<EvaluationList>>
{
    public async Task<Result<EvaluationList>> Handle(ListEvaluationsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = db.AdoptionTargets.IgnoreAutoIncludes().Within(db, user, Policies.ViewTargets).Where(t => t.Id == request.TargetId);
        if (!await mine.AnyAsync(cancellationToken)) return TargetErrors.NotFound;

        var head = await mine
            .Join(db.Units, t => t.Scope, u => u.Id, (t, u) => new { t.Metric, t.TargetValue, t.State, u.Name, u.Left })
            .FirstOrDefaultAsync(cancellationToken);
        var evaluations = db.Evaluations.AsNoTracking().Where(e => e.TargetId == request.TargetId);
        var total = await evaluations.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var page = await evaluations.OrderByDescending(e => e.Date).ThenByDescending(e => e.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        var paused = user.ScopeOf(Policies.SeeUseWhilePaused);
        var groups = await UseGroups.ReadAsync(db, cancellationToken);
        var rows = page.Select(e => new EvaluationRow(
            e.Date, e.EvaluatedAt, e.Before, e.After, e.Readiness, UseThen(e), e.Outcome, e.Findings, ActivityThen(e)));
        return new EvaluationList(TargetWords.Title(head?.Metric, head?.TargetValue), head?.Name ?? "", new PageOf<EvaluationRow>([.. rows], total, paging.Page, paging.Size));

        string? ActivityThen(EvaluationRecord e) =>
            e.ActivityFinding is not { } found ? null : UseThen(e).Shown is UseShown.Paused or UseShown.SmallGroup ? ActivityFinding.Plain(found.Sign) : found.Words;

        // While it is paused now, no figure of the past is shown either: the last one would tell the present one.
        UseReading UseThen(EvaluationRecord e) =>
            e.MetricSample < TargetMetrics.SmallestGroup
                ? new UseReading(null, UseShown.SmallGroup)
                : UseReading.Of(e.Metric, groups, head!.State == TargetState.Paused ? TargetState.Paused : e.After, paused, head.Left);
    }
}
