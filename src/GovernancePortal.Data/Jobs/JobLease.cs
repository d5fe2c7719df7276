using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Jobs;

/// <summary>Which replica may run a job, and until when; after that another one may take over.</summary>
public sealed class JobLease
{
    public const int NameMaxLength = 100;

    private JobLease() => (Name, Owner) = ("", "");

    public JobLease(string name, string owner, DateTimeOffset until) => (Name, Owner, Until) = (name, owner, until);

    public string Name { get; private set; }

    public string Owner { get; private set; }

    public DateTimeOffset Until { get; private set; }
}

internal sealed class JobLeaseConfiguration : IEntityTypeConfiguration<JobLease>
{
    public void Configure(EntityTypeBuilder<JobLease> builder)
    {
        builder.HasKey(l => l.Name);
        builder.Property(l => l.Name).HasMaxLength(JobLease.NameMaxLength);
        builder.Property(l => l.Owner).HasMaxLength(JobLease.NameMaxLength);
    }
}
