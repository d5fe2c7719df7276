using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Changes.Host;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Changes.WatchHost;

/// <summary>Whether the portal and GitHub hear each other.</summary>
[Requires(Policies.WatchCodeHost)]
public sealed record GetHostStateQuery : IRequest<Result<HostReport>>, IWholeOrganisationRequest;

/// <param name="Receives">Whether a secret is set; without one every delivery is refused.</param>
/// <param name="LastTakenAt">When the last delivery was taken in.</param>
/// <param name="TakenInWeek">How many were in the last seven days.</param>
/// <param name="Refused">What was refused in the last seven days, by reason.</param>
/// <param name="Sends">Whether the portal answers; without the app it does not.</param>
/// <param name="LastToldAt">When GitHub last took an answer.</param>
/// <param name="Waiting">Answers that are still to be told.</param>
/// <param name="GivenUp">Answers that were tried too often, by what was wrong.</param>
public sealed record HostReport(
    bool Receives, DateTimeOffset? LastTakenAt, int TakenInWeek, IReadOnlyList<HostTrouble> Refused, bool Sends, DateTimeOffset? LastToldAt, int Waiting, IReadOnlyList<HostTrouble> GivenUp);

/// <param name="Cause">In a few words.</param>
public sealed record HostTrouble(string Cause, int Count, DateTimeOffset LastAt);

internal sealed class GetHostStateHandler(IDbContextFactory<PortalDbContext> contexts, IOptions<GitHubOptions> options, TimeProvider clock) : IRequestHandler<GetHostStateQuery, Result<HostReport>>
{
    private const int Days = 7;
    private const int MostCauses = 50;

    public async Task<Result<HostReport>> Handle(GetHostStateQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = clock.GetUtcNow().AddDays(-Days);
        var refused = await db
            .WebhookRefusals.Where(r => r.LastAt >= since)
            .GroupBy(r => r.Reason)
            .Select(g => new { Cause = g.Key, Count = g.Sum(r => r.Count), Last = g.Max(r => r.LastAt) })
            .OrderByDescending(g => g.Last)
            .ToListAsync(cancellationToken);
        var open = db.HostAnswers.Where(a => a.Kind == HostAnswerKind.CheckRun || a.Verdict != GateVerdict.Pending);
        var givenUp = await db
            .HostAnswers.Where(a => a.State == HostAnswerState.GivenUp)
            .GroupBy(a => a.Fault)
            .Select(g => new { Cause = g.Key, Count = g.Count(), Last = g.Max(a => a.DueAt) })
            .OrderByDescending(g => g.Last)
            .Take(MostCauses)
            .ToListAsync(cancellationToken);
        return new HostReport(
            options.Value.Receives,
            await db.WebhookDeliveries.MaxAsync(d => (DateTimeOffset?)d.ReceivedAt, cancellationToken),
            await db.WebhookDeliveries.CountAsync(d => d.ReceivedAt >= since, cancellationToken),
            [.. refused.Select(r => new HostTrouble(r.Cause, r.Count, r.Last))],
            options.Value.Sends,
            await db.HostAnswers.MaxAsync(a => a.ToldAt, cancellationToken),
            await open.CountAsync(a => a.State == HostAnswerState.Waiting, cancellationToken),
            [.. givenUp.Select(g => new HostTrouble(g.Cause, g.Count, g.Last))]);
    }
}
