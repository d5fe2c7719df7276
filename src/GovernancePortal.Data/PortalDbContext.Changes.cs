using GovernancePortal.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    public DbSet<ProposedChange> ProposedChanges => Set<ProposedChange>();

    public DbSet<SignOff> SignOffs => Set<SignOff>();

    public DbSet<SignOffPolicy> SignOffPolicies => Set<SignOffPolicy>();

    public DbSet<CodeSystem> CodeSystems => Set<CodeSystem>();

    public DbSet<SystemRepository> SystemRepositories => Set<SystemRepository>();

    public DbSet<RiskRule> RiskRules => Set<RiskRule>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<WebhookRefusal> WebhookRefusals => Set<WebhookRefusal>();

    public DbSet<CommitNote> CommitNotes => Set<CommitNote>();

    public DbSet<HostReview> HostReviews => Set<HostReview>();

    public DbSet<HostAnswer> HostAnswers => Set<HostAnswer>();
}
