using GovernancePortal.Data.Access;
using GovernancePortal.Data.Conventions;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Sqlite.Infrastructure.Internal;

namespace GovernancePortal.Data;

/// <summary>The portal's database. Make one per handler with the factory; one <c>SaveChangesAsync</c> is one transaction.</summary>
public sealed partial class PortalDbContext : IdentityUserContext<PortalUser, Guid>, IDataProtectionKeyContext
{
#pragma warning disable EF1001 // The extension type is the only way to know the provider before the model is built.
    private readonly bool _sqlite;

    public PortalDbContext(DbContextOptions<PortalDbContext> options)
        : base(options) => _sqlite = options.FindExtension<SqliteOptionsExtension>() is not null;
#pragma warning restore EF1001

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        PortalConventions.Apply(configurationBuilder, _sqlite);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("UserClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("UserLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("UserTokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("UserPasskeys");
    }
}
