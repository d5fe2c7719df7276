using System.CommandLine;
using GovernancePortal.Web.Platform.Startup;

namespace GovernancePortal.Web.Platform.Cli;

internal static class MigrateVerb
{
    public static Command Create()
    {
        var command = new Command("migrate", "Create the database or bring it to this version's schema");
        command.SetAction(
            (_, cancellationToken) =>
                Verbs.WithPortalAsync(
                    async (services, token) =>
                    {
                        await DatabaseStartup.MigrateAsync(services, token);
                        Console.WriteLine("The database has the schema of this version.");
                        return 0;
                    },
                    cancellationToken
                )
        );
        return command;
    }
}
