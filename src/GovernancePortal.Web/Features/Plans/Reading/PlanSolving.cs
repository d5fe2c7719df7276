using GovernancePortal.Data;
using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.Reading;

/// <summary>Matches a plan anew and saves it.</summary>
internal static class PlanSolving
{
    /// <param name="db">Tracks the plan.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="plan">With what was settled.</param>
    /// <param name="solver">Assigns.</param>
    /// <param name="what">For the ledger, such as <c>solved</c>.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Result> SolveAndSaveAsync(PortalDbContext db, CurrentUser user, ReallocationPlan plan, IMatchSolver solver, string what, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ground = await PlanGroundReader.ReadAsync(db, plan.Id, plan.CaseId, cancellationToken);
        var matcher = new PlanMatcher(ground, plan.Pairs);
        if (matcher.Refusal() is { } refusal) return refusal;

        // The work takes a processor's time; whoever asked is not made to hold a thread of the page for it.
        var proposals = await Task.Run(() => matcher.Propose(solver, cancellationToken), cancellationToken);
        var people = proposals.Select(p => p.PersonId).ToHashSet();
        var elsewhere = await db.PlannedMoves.Where(m => m.OpenPersonId != null && m.PlanId != plan.Id && db.DisplacedPositions.Any(p => p.CaseId == plan.CaseId && p.PersonId == m.PersonId)).Select(m => m.PersonId).ToListAsync(cancellationToken);
        if (elsewhere.Exists(people.Contains)) return PlanErrors.InOtherPlan;

        var proposed = plan.Propose(proposals, ground.FreeByRole, now);
        if (!proposed.IsSuccess) return proposed;

        db.Tell(user, plan.Id, what, new { people = proposals.Count, seats = proposals.Count(p => p.Seat is not null), pinned = plan.Pairs.Count(p => p.Kind == PairKind.Pinned), excluded = plan.Pairs.Count(p => p.Kind == PairKind.Excluded) });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            // Somebody put one of them into another plan between the look and the save.
            return PlanErrors.InOtherPlan;
        }

        return Result.Success;
    }
}
