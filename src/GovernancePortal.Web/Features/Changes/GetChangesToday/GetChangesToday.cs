using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.GetChangesToday;

/// <summary>What a home page says of changes: what waits, first what matters most, and what vetting caught.</summary>
[Requires(Policies.ViewChanges)]
public sealed record GetChangesTodayQuery : IRequest<Result<ChangesToday>>;

/// <param name="First">The first few that wait.</param>
/// <param name="Caught">Faults that reviewers found before production in twelve weeks.</param>
/// <param name="Passes">Emergency passes that nobody has reviewed.</param>
public sealed record ChangesToday(IReadOnlyList<WaitingChange> First, int Waiting, int Late, int Passes, int Caught, DateTimeOffset Now);

public sealed record WaitingChange(ChangeId Id, string Title, string Repository, int Number, RiskTier Tier, DateTimeOffset DueAt);

internal sealed class GetChangesTodayHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetChangesTodayQuery, Result<ChangesToday>>
{
    private const int Shown = 5;
    private const int Days = 84;

    public async Task<Result<ChangesToday>> Handle(GetChangesTodayQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (now, from) = (clock.GetUtcNow(), clock.Today().AddDays(-Days));
        var units = db.Units.Within(user.ScopeOf(Policies.ViewChanges)).Select(u => u.Id);
        var changes = db.ProposedChanges.AsNoTracking().Where(c => units.Contains(c.UnitId));
        var waiting = changes.Where(c => c.Queue == QueuePlace.Waiting);
        var first = await waiting.OrderByDescending(c => c.Tier).ThenBy(c => c.DueAt).ThenBy(c => c.Id).Take(Shown).Select(c => new WaitingChange(c.Id, c.Title, c.Repository, c.Number, c.Tier, c.DueAt)).ToListAsync(cancellationToken);
        return new ChangesToday(
            first,
            await waiting.CountAsync(cancellationToken),
            await waiting.CountAsync(c => c.DueAt < now, cancellationToken),
            await changes.CountAsync(c => c.PassedAt != null, cancellationToken),
            await db.SignOffs.CountAsync(s => s.Finding != FindingType.None && s.Kind == SignOffKind.Rejection && s.Day >= from && changes.Any(c => c.Id == s.ChangeId), cancellationToken),
            now);
    }
}
