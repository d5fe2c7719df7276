using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Organisation;

internal sealed class PersonConfiguration
    : IEntityTypeConfiguration<Person>,
        IEntityTypeConfiguration<PersonSkill>,
        IEntityTypeConfiguration<PersonSystem>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.EmployeeNumber).HasMaxLength(Person.EmployeeNumberMaxLength);
        builder.Property(p => p.Name).HasMaxLength(Person.NameMaxLength);
        builder.Property(p => p.SearchName).HasMaxLength(Person.NameMaxLength);
        builder.Property(p => p.SearchLastName).HasMaxLength(Person.NameMaxLength);
        builder.Property(p => p.Email).HasMaxLength(Person.EmailMaxLength);
        builder.Property(p => p.WorkRole).HasMaxLength(Person.WorkRoleMaxLength);
        builder.Property(p => p.Location).HasMaxLength(Person.LocationMaxLength);
        builder.Property(p => p.OverseesAi).HasDefaultValue(false);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.EmployeeNumber).IsUnique();
        builder.HasIndex(p => p.Email);

        // Lists walk these in order and look at the last columns without touching the row: deep pages and counts stay cheap at 350,000 people.
        builder.HasIndex(p => new { p.SearchName, p.Id, p.LeftOn, p.Level, p.IsContractor });
        builder.HasIndex(p => new { p.SearchLastName, p.Id, p.LeftOn });
        builder.HasIndex(p => new { p.UnitId, p.SearchName, p.Id, p.LeftOn });
        builder.HasIndex(p => p.ManagerId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.ManagerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Skills).WithOne().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.Systems).WithOne().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PersonSkill> builder)
    {
        builder.ToTable("PersonSkills");
        builder.HasKey(s => new { s.PersonId, s.Name });
        builder.Property(s => s.Name).HasMaxLength(PersonSkill.NameMaxLength);
    }

    public void Configure(EntityTypeBuilder<PersonSystem> builder)
    {
        builder.ToTable("PersonSystems");
        builder.HasKey(s => new { s.PersonId, s.Name });
        builder.Property(s => s.Name).HasMaxLength(PersonSystem.NameMaxLength);
        builder.HasIndex(s => s.Name);
    }
}
