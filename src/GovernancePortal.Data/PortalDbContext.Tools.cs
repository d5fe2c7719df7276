using GovernancePortal.Domain.Tools;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    /// <summary>Tools and agents come with the units they are approved for.</summary>
    public DbSet<AiTool> AiTools => Set<AiTool>();

    public DbSet<AiToolUnit> AiToolUnits => Set<AiToolUnit>();

    public DbSet<NoAgentsStatement> NoAgentsStatements => Set<NoAgentsStatement>();
}
