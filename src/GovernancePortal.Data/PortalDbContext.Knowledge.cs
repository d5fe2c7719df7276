using GovernancePortal.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    public DbSet<KnowledgePage> KnowledgePages => Set<KnowledgePage>();

    public DbSet<PageRead> PageReads => Set<PageRead>();

    public DbSet<WrongAnswer> WrongAnswers => Set<WrongAnswer>();
}
