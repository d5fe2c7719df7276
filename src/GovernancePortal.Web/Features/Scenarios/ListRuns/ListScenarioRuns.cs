using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.ListRuns;

/// <summary>What a scenario is.</summary>
[Requires(Policies.SeeScenarios)]
public sealed record GetScenarioTitleQuery(ScenarioId Id) : IRequest<Result<ScenarioTitle>>;

/// <summary>The runs of a scenario, the newest first.</summary>
[Requires(Policies.SeeScenarios)]
public sealed record ListScenarioRunsQuery(ScenarioId Id, Paging Paging) : IRequest<Result<PageOf<ScenarioRunRow>>>;

/// <param name="Changes">What differs from the run before, in sentences.</param>
public sealed record ScenarioRunRow(int Number, DateTimeOffset RanAt, string RanByName, string ModelVersion, int Draws, ulong Seed, string? Best, string? Verdict, IReadOnlyList<string> Changes);

internal sealed class ListScenarioRunsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user)
    : IRequestHandler<GetScenarioTitleQuery, Result<ScenarioTitle>>,
        IRequestHandler<ListScenarioRunsQuery, Result<PageOf<ScenarioRunRow>>>
{
    public async Task<Result<ScenarioTitle>> Handle(GetScenarioTitleQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ScenarioAccess.FindAsync(db, user, Policies.SeeScenarios, request.Id, cancellationToken);
        return found.IsSuccess ? await ScenarioRunReader.TitleAsync(db, user, found.Value, cancellationToken) : found.Error!;
    }

    public async Task<Result<PageOf<ScenarioRunRow>>> Handle(ListScenarioRunsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Scenarios.Within(db, user.ScopeOf(Policies.SeeScenarios)).AnyAsync(s => s.Id == request.Id, cancellationToken)) return ScenarioErrors.NotFound;

        var runs = db.ScenarioRuns.AsNoTracking().Where(r => r.ScenarioId == request.Id);
        var total = await runs.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await runs
            .OrderByDescending(r => r.Number)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Select(r => new { r.Number, r.RanAt, r.RanByName, r.ModelVersion, r.Draws, r.Seed, r.Best, r.Verdict, r.Changes })
            .ToListAsync(cancellationToken);
        return new PageOf<ScenarioRunRow>(
            rows.ConvertAll(r => new ScenarioRunRow(r.Number, r.RanAt, r.RanByName, r.ModelVersion, r.Draws, r.Seed, r.Best, r.Verdict, r.Changes.Split('\n'))), total, paging.Page, paging.Size);
    }
}
