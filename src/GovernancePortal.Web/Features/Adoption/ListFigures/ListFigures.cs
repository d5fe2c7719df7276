using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.ListFigures;

/// <summary>The imported figures that a guardrail of a target reads, the newest first; for change failure also the deployments that are counted.</summary>
[Requires(Policies.ViewTargets)]
public sealed record ListFiguresQuery(AdoptionTargetId TargetId, GuardrailType Type, Paging Paging) : IRequest<Result<FigureList>>;

/// <param name="Metric">Name of the outcome; null for a guardrail.</param>
/// <param name="Baseline">Of the outcome.</param>
/// <param name="Projects">Whose deployments of the last four weeks are counted; empty where none are.</param>
public sealed record FigureList(
    string Title, UnitId UnitId, string UnitName, GuardrailDefinition Guardrail, string? Metric, double? Baseline, IReadOnlyList<ProjectDelivery> Projects, PageOf<FigureOfDay> Figures);

public sealed record FigureOfDay(DateOnly Date, double Value, long? Sample, string Source);

internal sealed class ListFiguresHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ListFiguresQuery, Result<FigureList>>
{
    public async Task<Result<FigureList>> Handle(ListFiguresQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var isOutcome = request.Type == GuardrailType.OutcomeNotWorse;
        if (!isOutcome && !BroughtFigures.Types.Contains(request.Type)) return TargetErrors.NotFound;
        var mine = db.AdoptionTargets.IgnoreAutoIncludes().Within(db, user, Policies.ViewTargets).Where(t => t.Id == request.TargetId);
        if (!await mine.AnyAsync(cancellationToken)) return TargetErrors.NotFound;

        var head = await mine
            .Join(db.Units, t => t.Scope, u => u.Id, (t, u) => new { t.Metric, t.TargetValue, t.OutcomeMetric, t.OutcomeBaseline, u.Id, u.Name, u.Left, u.Right })
            .FirstOrDefaultAsync(cancellationToken);
        var (unit, metric) = (head?.Id ?? default, head?.OutcomeMetric);
        var figures = isOutcome
            ? db.OutcomeReadings.Where(r => r.UnitId == unit && r.Metric == metric).Select(r => new { r.Id, r.Date, r.Value, Sample = (long?)null, r.Source })
            : db.GuardrailReadings.Where(r => r.UnitId == unit && r.Type == request.Type).Select(r => new { r.Id, r.Date, r.Value, r.Sample, r.Source });
        var total = await figures.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var page = await figures.OrderByDescending(r => r.Date).ThenByDescending(r => r.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        var delivery = request.Type == GuardrailType.ChangeFailureRate
            ? await DeliveryFigures.ReadAsync(db, head?.Left ?? 0, head?.Right ?? 0, clock.Today(), cancellationToken)
            : UnitDelivery.None;
        return new FigureList(
            TargetWords.Title(head?.Metric, head?.TargetValue),
            unit,
            head?.Name ?? "",
            GuardrailCatalogue.Of(request.Type),
            isOutcome ? metric : null,
            head?.OutcomeBaseline,
            delivery.Projects,
            new PageOf<FigureOfDay>([.. page.Select(r => new FigureOfDay(r.Date, r.Value, r.Sample, r.Source))], total, paging.Page, paging.Size));
    }
}
