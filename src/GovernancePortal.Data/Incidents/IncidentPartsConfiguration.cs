using GovernancePortal.Data.Conventions;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Incidents;

/// <summary>What belongs to an incident. Who wrote what is kept without a foreign key: the record outlives the roster.</summary>
internal sealed class IncidentPartsConfiguration
    : IEntityTypeConfiguration<IncidentAttribution>,
        IEntityTypeConfiguration<IncidentAction>,
        IEntityTypeConfiguration<IncidentEvent>,
        IEntityTypeConfiguration<IncidentLink>,
        IEntityTypeConfiguration<IncidentCorrection>
{
    public void Configure(EntityTypeBuilder<IncidentAttribution> builder)
    {
        builder.ToTable("IncidentAttributions", table => table.HasTrigger(KeptTriggers.NameFor("IncidentAttributions")));
        builder.HasKey(a => new { a.IncidentId, a.Number });
        builder.Property(a => a.Number).ValueGeneratedNever();
        builder.Property(a => a.ButForWords).HasMaxLength(Cause.ButForWordsMaxLength);
        builder.Property(a => a.Words).HasMaxLength(Cause.WordsMaxLength);
        builder.Property(a => a.Reason).HasMaxLength(IncidentAttribution.ReasonMaxLength);
        builder.Property(a => a.RefusalReason).HasMaxLength(IncidentAttribution.ReasonMaxLength);
        builder.Ignore(a => a.Cause);
    }

    public void Configure(EntityTypeBuilder<IncidentAction> builder)
    {
        builder.ToTable("IncidentActions", table => table.HasTrigger(KeptTriggers.NameFor("IncidentActions")));
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Title).HasMaxLength(IncidentAction.TitleMaxLength);
        builder.Property(a => a.DropReason).HasMaxLength(Incident.ReasonMaxLength);
        builder.HasIndex(a => new { a.Owner, a.State });
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.Owner).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<IncidentEvent> builder)
    {
        builder.ToTable("IncidentEvents", table => table.HasTrigger(KeptTriggers.NameFor("IncidentEvents")));
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Words).HasMaxLength(IncidentEvent.WordsMaxLength);
        builder.Property(e => e.StruckReason).HasMaxLength(Incident.ReasonMaxLength);
    }

    public void Configure(EntityTypeBuilder<IncidentLink> builder)
    {
        builder.ToTable("IncidentLinks", table => table.HasTrigger(KeptTriggers.NameFor("IncidentLinks")));
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Reference).HasMaxLength(IncidentLink.ReferenceMaxLength);
        // Lists of pages count the incidents that are linked with each.
        builder.HasIndex(l => new { l.Reference, l.Kind });
        builder.Property(l => l.Note).HasMaxLength(IncidentLink.NoteMaxLength);
    }

    public void Configure(EntityTypeBuilder<IncidentCorrection> builder)
    {
        builder.ToTable("IncidentCorrections", table => table.HasTrigger(KeptTriggers.NameFor("IncidentCorrections")));
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Title).HasMaxLength(IncidentFacts.TitleMaxLength);
        builder.Property(c => c.Systems).HasMaxLength(IncidentFacts.SystemsMaxLength);
        builder.Property(c => c.LossNote).HasMaxLength(IncidentFacts.LossNoteMaxLength);
        builder.Property(c => c.Reason).HasMaxLength(Incident.ReasonMaxLength);
        builder.Ignore(c => c.Before);
    }
}
