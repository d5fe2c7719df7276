using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Domain.Tools;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.Exposure;

/// <summary>
/// Reads how many sign-offs the AI-assisted changes of a unit and everything below asked for, and who of its people may give them. A reviewer of another unit who helps out is not counted, as their time is
/// promised elsewhere.
/// </summary>
internal static class VettingCapacityReader
{
    public const int Weeks = 4;

    private const int DaysInWeek = 7;

    /// <param name="db">The database.</param>
    /// <param name="unitId">With everything below it.</param>
    /// <param name="personIds">Those who leave their positions.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="growth">What is expected of the volume: 1 as now.</param>
    public static async Task<VettingCapacity> ReadAsync(PortalDbContext db, UnitId unitId, IReadOnlyCollection<PersonId> personIds, DateOnly today, CancellationToken cancellationToken, double growth = 1)
    {
        var going = personIds.ToHashSet();
        var unit = await db.Units.Where(u => u.Id == unitId).Select(u => new UnitRange(u.Left, u.Right)).SingleAsync(cancellationToken);
        var policies = await PoliciesAsync(db, cancellationToken);
        var reviewers = await db.Reviewing(today)
            .Join(db.Units.Where(u => u.Left >= unit.Left && u.Right <= unit.Right), p => p.UnitId, u => u.Id, (p, u) => new { p.Id, p.Level, u.Left })
            .ToListAsync(cancellationToken);
        var able = reviewers.Select(r => (r.Id, r.Level, Terms: TermsAt(policies, r.Left, RiskTier.Limited))).Where(r => r.Level >= r.Terms.ApproverFrom);
        return new(await AskedAsync(db, unit, policies, today, cancellationToken), Weeks, growth, [.. able.Select(r => new VettingReviewer(r.Terms.MostPerWeek, going.Contains(r.Id)))]);
    }

    /// <summary>Sign-offs that the changes asked for by the policies that hold today; what nobody declared counts as AI-assisted.</summary>
    private static async Task<int> AskedAsync(PortalDbContext db, UnitRange unit, IReadOnlyList<PlacedPolicy> policies, DateOnly today, CancellationToken cancellationToken)
    {
        var from = new DateTimeOffset(today.AddDays(-Weeks * DaysInWeek), default, TimeSpan.Zero);
        var groups = await db.ProposedChanges
            .Where(c => c.RegisteredAt >= from && c.CurrentKey != null)
            .Where(c => c.Agent != "" || c.Involvement > AiInvolvement.None || c.CommitInvolvement > AiInvolvement.None || (c.Involvement == AiInvolvement.NotDeclared && c.CommitInvolvement == AiInvolvement.NotDeclared))
            .Join(db.Units.Where(u => u.Left >= unit.Left && u.Right <= unit.Right), c => c.UnitId, u => u.Id, (c, u) => new { u.Left, c.Tier, c.AuthorLevel, IsAgents = c.Agent != "" })
            .GroupBy(c => c)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return groups.Sum(g => TermsAt(policies, g.Key.Left, g.Key.Tier) is var terms && terms.Ask(g.Key.AuthorLevel, g.Key.IsAgents) ? g.Count * terms.Approvals : 0);
    }

    private static async Task<IReadOnlyList<PlacedPolicy>> PoliciesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.SignOffPolicies.AsNoTracking().Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { Policy = p, u.Left, u.Right }).ToListAsync(cancellationToken);
        return [.. rows.OrderByDescending(r => r.Left).Select(r => new PlacedPolicy(new(r.Left, r.Right), r.Policy.Tier, r.Policy.Terms))];
    }

    /// <summary>The rule of the nearest unit upward, which of those that hold a place begins last.</summary>
    private static SignOffTerms TermsAt(IReadOnlyList<PlacedPolicy> policies, int left, RiskTier tier) =>
        policies.FirstOrDefault(p => p.Tier == tier && p.Unit.Covers(left))?.Terms ?? SignOffTerms.Default(tier);

    private sealed record PlacedPolicy(UnitRange Unit, RiskTier Tier, SignOffTerms Terms);
}
