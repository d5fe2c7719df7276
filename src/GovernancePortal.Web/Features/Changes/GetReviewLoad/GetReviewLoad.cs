using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.GetReviewLoad;

/// <summary>How much reviewers of each unit have to do, in groups of five or more; nothing is said of one person.</summary>
[Requires(Policies.ViewChanges)]
public sealed record GetReviewLoadQuery : IRequest<Result<ReviewLoad>>;

/// <param name="Groups">Units whose reviewers are at least five, in the order of the tree.</param>
/// <param name="IsShort">Some units are left out, because their reviewers are fewer than five or would follow from the others.</param>
public sealed record ReviewLoad(IReadOnlyList<GroupLoad> Groups, bool IsShort, int Waiting, int Late);

/// <param name="PerWeek">Sign-offs that the group gave in a week, over four weeks.</param>
/// <param name="Limit">Sign-offs a week that its people may give together.</param>
public sealed record GroupLoad(string Unit, int Reviewers, double PerWeek, int Limit)
{
    public double Share => Limit == 0 ? 0 : PerWeek / Limit;
}

internal sealed class GetReviewLoadHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetReviewLoadQuery, Result<ReviewLoad>>
{
    private const int Weeks = 4;
    private const int Most = 200;

    public async Task<Result<ReviewLoad>> Handle(GetReviewLoadQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (now, scope) = (clock.GetUtcNow(), user.ScopeOf(Policies.ViewChanges));
        var units = await db.Units.AsNoTracking().Within(scope).OrderBy(u => u.Left).Select(u => new { u.Name, u.Left, u.Right }).ToListAsync(cancellationToken);
        var reviewers = await ReviewersAsync(db, now.UtcDay(), cancellationToken);
        var signed = await SignedAsync(db, now.UtcDay().AddDays(1 - (Weeks * 7)), cancellationToken);

        // Chosen over the whole organisation, so that what one role is told and what another is do not give away a group between them.
        var all = await db.Units.Select(u => new UnitRange(u.Left, u.Right)).ToListAsync(cancellationToken);
        var people = new SubtreeSums(reviewers.Select(r => (r.Left, 1)));
        var told = SmallGroups.Tellable(all.OrderBy(r => r.Left).ThenByDescending(r => r.Right), people);
        var given = new SubtreeSums(reviewers.Select(r => (r.Left, signed.GetValueOrDefault(r.Id))));
        var limit = SignOffTerms.Default(RiskTier.Limited).MostPerWeek;
        var groups = units
            .Where(u => told.Contains(new UnitRange(u.Left, u.Right)))
            .Take(Most)
            .Select(u => (Range: new UnitRange(u.Left, u.Right), u.Name))
            .Select(u => new GroupLoad(u.Name, people.Within(u.Range), (double)given.Within(u.Range) / Weeks, people.Within(u.Range) * limit))
            .ToList();

        var waiting = db.ProposedChanges.Where(c => c.Queue == QueuePlace.Waiting && db.Units.Within(scope).Any(u => u.Id == c.UnitId));
        return new ReviewLoad(
            groups,
            units.Any(u => people.Within(new UnitRange(u.Left, u.Right)) > 0 && !told.Contains(new UnitRange(u.Left, u.Right))),
            await waiting.CountAsync(cancellationToken),
            await waiting.CountAsync(c => c.DueAt < now, cancellationToken));
    }

    private static async Task<IReadOnlyList<(PersonId Id, int Left)>> ReviewersAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var roles = PolicyTable.All[Policies.SignOffChanges].Roles.ToArray();
        var rows = await db
            .People.Where(p => (p.LeftOn == null || p.LeftOn > today) && db.Users.Any(u => u.PersonId == p.Id && u.RemovedAt == null && db.RoleAssignments.Any(a => a.UserId == u.Id && roles.Contains(a.Role))))
            .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p.Id, u.Left })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Id, r.Left))];
    }

    private static Task<Dictionary<PersonId, int>> SignedAsync(PortalDbContext db, DateOnly from, CancellationToken cancellationToken) =>
        db.SignOffs.Where(s => s.Kind == SignOffKind.Approval && s.Day >= from).GroupBy(s => s.By).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
}
