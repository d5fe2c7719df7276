using GovernancePortal.Data;
using Microsoft.EntityFrameworkCore.Design;

namespace GovernancePortal.Web.Platform.Startup;

/// <summary>Makes the context for dotnet-ef, which reads <c>Database__Provider</c>; no database is opened.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var provider = configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        var connection = provider == DatabaseProvider.SqlServer ? "Server=none" : "Data Source=:memory:";
        return new PortalDbContext(PortalData.Options(provider, connection));
    }
}
