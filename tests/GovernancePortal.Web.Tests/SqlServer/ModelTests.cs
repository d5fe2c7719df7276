using GovernancePortal.Data;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.SqlServer;

public sealed class ModelTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=:memory:")]
    [InlineData(DatabaseProvider.SqlServer, "Server=none")]
    public void The_migrations_match_the_model(DatabaseProvider provider, string connection)
    {
        using var db = new PortalDbContext(PortalData.Options(provider, connection));

        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse("Add a migration for both databases: tools/add-migration.sh NAME.");
    }
}
