using GovernancePortal.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    public DbSet<Scenario> Scenarios => Set<Scenario>();

    public DbSet<ScenarioRun> ScenarioRuns => Set<ScenarioRun>();
}
