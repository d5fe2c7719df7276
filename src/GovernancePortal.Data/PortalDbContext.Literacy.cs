using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Literacy.Xapi;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    public DbSet<Course> Courses => Set<Course>();

    public DbSet<Completion> Completions => Set<Completion>();

    public DbSet<LiteracyRequirement> LiteracyRequirements => Set<LiteracyRequirement>();

    public DbSet<TrainingSession> TrainingSessions => Set<TrainingSession>();

    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();

    public DbSet<EvidenceKeeping> EvidenceKeepings => Set<EvidenceKeeping>();

    public DbSet<XapiStatement> XapiStatements => Set<XapiStatement>();

    public DbSet<PersonCoverage> PersonCoverages => Set<PersonCoverage>();

    public DbSet<CoverageDay> CoverageDays => Set<CoverageDay>();
}
