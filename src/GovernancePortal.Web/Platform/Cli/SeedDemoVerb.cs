using System.CommandLine;
using GovernancePortal.Web.Platform.Demo;
using GovernancePortal.Web.Platform.Startup;

namespace GovernancePortal.Web.Platform.Cli;

/// <summary>Fills an empty database with the demo organisation; only in Development.</summary>
internal static class SeedDemoVerb
{
    public static Command Create()
    {
        var command = new Command("seed-demo", "Fill an empty database with the demo organisation (Development only)");
        command.SetAction((_, cancellationToken) => Verbs.WithPortalAsync(RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!services.GetRequiredService<DemoMode>().IsOn)
        {
            await Console.Error.WriteLineAsync("The demo exists in Development alone, with Demo:Enabled set. Nothing was written.");
            return 1;
        }

        await DatabaseStartup.MigrateAsync(services, cancellationToken);
        var seeded = await services.GetRequiredService<DemoSeeder>().SeedAsync(cancellationToken);
        Console.WriteLine(seeded ? "The demo organisation is there." : "The database holds an organisation already. Nothing was written.");
        return 0;
    }
}
