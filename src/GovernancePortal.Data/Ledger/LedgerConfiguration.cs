using GovernancePortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Ledger;

internal sealed class LedgerConfiguration
    : IEntityTypeConfiguration<LedgerEntry>,
        IEntityTypeConfiguration<LedgerHead>,
        IEntityTypeConfiguration<MerkleNode>,
        IEntityTypeConfiguration<LedgerCheckpoint>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("LedgerEntries", table => table.HasTrigger(LedgerTriggers.NameFor("LedgerEntries")));
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.Property(e => e.ActorId).HasMaxLength(LedgerFact.ActorIdMaxLength).IsUnicode(false);
        builder.Property(e => e.Kind).HasMaxLength(LedgerFact.KindMaxLength).IsUnicode(false);
        builder.Property(e => e.Subject).HasMaxLength(LedgerFact.SubjectMaxLength).IsUnicode(false);
        builder.Property(e => e.LeafHash).HasMaxLength(MerkleHash.Size);

        // Every index ends with the key, so each serves its filter newest first.
        builder.HasIndex(e => e.ActorId);
        builder.HasIndex(e => e.Kind);
        builder.HasIndex(e => e.Subject);
        builder.HasIndex(e => e.At);
    }

    public void Configure(EntityTypeBuilder<LedgerHead> builder)
    {
        builder.ToTable("LedgerHead");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Frontier).HasMaxLength(2048);
        builder.HasData(new { Id = LedgerHead.OnlyId, Size = 0L, Frontier = new MerkleFrontier().ToBytes() });
    }

    public void Configure(EntityTypeBuilder<MerkleNode> builder)
    {
        builder.ToTable("LedgerNodes", table => table.HasTrigger(LedgerTriggers.NameFor("LedgerNodes")));
        builder.HasKey(n => new { n.Level, n.Index });
        builder.Property(n => n.Level).ValueGeneratedNever();
        builder.Property(n => n.Index).ValueGeneratedNever();
        builder.Property(n => n.Hash).HasMaxLength(MerkleHash.Size);
    }

    public void Configure(EntityTypeBuilder<LedgerCheckpoint> builder)
    {
        builder.ToTable("LedgerCheckpoints", table => table.HasTrigger(LedgerTriggers.NameFor("LedgerCheckpoints")));
        builder.HasKey(c => c.Size);
        builder.Property(c => c.Size).ValueGeneratedNever();
        builder.Property(c => c.Root).HasMaxLength(MerkleHash.Size);
        builder.Property(c => c.Text).HasMaxLength(LedgerCheckpoint.TextMaxLength);
        builder.Property(c => c.MadeBy).HasMaxLength(LedgerFact.ActorIdMaxLength).IsUnicode(false);
    }
}
