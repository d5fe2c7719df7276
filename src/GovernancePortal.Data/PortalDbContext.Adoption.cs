using GovernancePortal.Data.Jobs;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    /// <summary>Targets come with their guardrails.</summary>
    public DbSet<AdoptionTarget> AdoptionTargets => Set<AdoptionTarget>();

    public DbSet<Guardrail> Guardrails => Set<Guardrail>();

    public DbSet<Waiver> Waivers => Set<Waiver>();

    public DbSet<EvaluationSignal> EvaluationSignals => Set<EvaluationSignal>();

    public DbSet<EvaluationRecord> Evaluations => Set<EvaluationRecord>();

    public DbSet<OutcomeReading> OutcomeReadings => Set<OutcomeReading>();

    public DbSet<GuardrailReading> GuardrailReadings => Set<GuardrailReading>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<JobLease> JobLeases => Set<JobLease>();
}
