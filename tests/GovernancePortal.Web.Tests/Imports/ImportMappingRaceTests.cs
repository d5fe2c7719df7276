using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Tests.Imports;

/// <summary>Somebody else keeps a mapping for the same columns between the question and the answer.</summary>
public sealed class ImportMappingRaceTests
{
    [Fact]
    public async Task An_import_that_was_written_is_told_as_written()
    {
        await using var portal = await TestPortal.StartAsync(services => services.AddSingleton(Racing));
        var user = await portal.AddUserAsync(Role.HumanResources);
        var upload = (await portal.UploadAsync(user, ImportKind.Roster, "employee_number,name\nE-1,Ada\n")).Value.UploadId;

        var result = await portal.CommitAsync(user, upload);

        result.Error.ShouldBeNull();
        result.Value.Counts.Accepted.ShouldBe(1);
        (await portal.InDb(db => db.ImportMappings.SingleAsync())).Mapping.ShouldBe("{}", "the first one stays");
        (await portal.CommitAsync(user, upload)).Error.ShouldBe(ImportErrors.NoUpload, "the file is gone");
    }

    private static TableLooker Racing(IServiceProvider services)
    {
        var contexts = services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        return new TableLooker(contexts, services.GetRequiredService<UploadStore>(), new Rival(contexts));
    }

    /// <summary>The time is asked for just before the mapping is saved.</summary>
    private sealed class Rival(IDbContextFactory<PortalDbContext> contexts) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            using var db = contexts.CreateDbContext();
            db.ImportMappings.Add(new ImportMapping(ImportKind.Roster, ColumnMapping.Fingerprint(["employee_number", "name"])));
            db.SaveChanges();
            return DateTimeOffset.UnixEpoch;
        }
    }
}
