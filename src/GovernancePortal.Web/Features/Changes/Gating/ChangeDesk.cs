using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.Gating;

/// <summary>One change with everything that the gate looks at.</summary>
internal sealed record OpenedChange(ProposedChange Change, UnitRange Unit, SignOffTerms Terms, List<SignOff> Given)
{
    public GateDecision Decide() => Gate.Decide(Change, Terms, Given);
}

/// <summary>Reads changes for the gate in few questions, each by an index.</summary>
internal static class ChangeDesk
{
    /// <param name="changes">Tracked when the change is to be decided.</param>
    public static async Task<Result<OpenedChange>> OpenAsync(
        PortalDbContext db, IQueryable<ProposedChange> changes, ChangeId id, UnitScope scope, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await changes
            .Where(c => c.Id == id)
            .Join(db.Units, c => c.UnitId, u => u.Id, (c, u) => new { Change = c, u.Left, u.Right })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || !scope.Covers(found.Left)) return CommonErrors.NotFound;

        var unit = new UnitRange(found.Left, found.Right);
        // Somebody may have said meanwhile whose login it is, or registered the system; then another unit's policy may hold.
        if (ChangePlacer.HasGaps(found.Change))
        {
            await ChangePlacer.PlaceAsync(db, found.Change, found.Change.UnitId, today, cancellationToken);
            var placed = found.Change.UnitId;
            unit = await db.Units.Where(u => u.Id == placed).Select(u => new UnitRange(u.Left, u.Right)).SingleAsync(cancellationToken);
        }

        var given = await db.SignOffs.AsNoTracking().Where(s => s.ChangeId == id).OrderBy(s => s.Id).ToListAsync(cancellationToken);
        return new OpenedChange(found.Change, unit, await TermsAsync(db, unit.Left, found.Change.Tier, cancellationToken), given);
    }

    /// <summary>The rule of the nearest unit upward, else the default.</summary>
    /// <param name="left">Of the unit; see <see cref="Unit.Left"/>.</param>
    public static async Task<SignOffTerms> TermsAsync(PortalDbContext db, int left, RiskTier tier, CancellationToken cancellationToken)
    {
        var policy = await db
            .SignOffPolicies.AsNoTracking()
            .Where(p => p.Tier == tier)
            .Join(db.Units.Where(u => u.Left <= left && u.Right >= left), p => p.UnitId, u => u.Id, (p, u) => new { Policy = p, u.Left })
            .OrderByDescending(p => p.Left)
            .Select(p => p.Policy)
            .FirstOrDefaultAsync(cancellationToken);
        return policy?.Terms ?? SignOffTerms.Default(tier);
    }

    /// <summary>Judges the change anew and notes the answer for whoever waits for it at a code host.</summary>
    public static async Task<GateDecision> JudgeAsync(PortalDbContext db, ProposedChange change, SignOffTerms terms, IReadOnlyCollection<SignOff> given, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decision = change.Judge(terms, given);
        var (repository, commit) = (change.Repository, change.Commit);
        var waiting = await db.HostAnswers.Where(a => a.Repository == repository && a.Commit == commit).ToListAsync(cancellationToken);
        foreach (var answer in waiting) answer.Say(change.Id, decision.Verdict, string.Join(' ', decision.Reasons.Select(r => r.Message)), now);
        return decision;
    }
}
