using GovernancePortal.Domain.Reallocation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    /// <summary>Plans of moving people; their moves and pairs are read where they are needed.</summary>
    public DbSet<ReallocationPlan> ReallocationPlans => Set<ReallocationPlan>();

    public DbSet<PlannedMove> PlannedMoves => Set<PlannedMove>();

    public DbSet<PlanPair> PlanPairs => Set<PlanPair>();

    public DbSet<MoveReview> MoveReviews => Set<MoveReview>();

    public DbSet<PushPullEntry> PushPullEntries => Set<PushPullEntry>();
}
