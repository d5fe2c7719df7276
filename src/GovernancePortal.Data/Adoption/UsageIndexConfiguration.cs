using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Adoption;

/// <summary>What evaluations need of the usage rows: the newest day and the active people of a week, over all tools, from an index alone.</summary>
internal sealed class UsageIndexConfiguration : IEntityTypeConfiguration<UsageDay>
{
    public void Configure(EntityTypeBuilder<UsageDay> builder) => builder.HasIndex(u => new { u.Day, u.PersonId, u.Active });
}
