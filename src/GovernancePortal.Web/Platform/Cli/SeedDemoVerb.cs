using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GovernancePortal.Web.Platform.Demo;
using GovernancePortal.Web.Platform.Startup;

namespace GovernancePortal.Web.Platform.Cli;

/// <summary>Fills an empty database with the demo organisation; only in Development.</summary>
internal static class SeedDemoVerb
{
    public static Command Create()
    {
        var people = new Option<int>("--people") { Description = $"So many people in all: {Range}", DefaultValueFactory = _ => DemoScale.Least, CustomParser = ParsePeople };
        var command = new Command("seed-demo", "Fill an empty database with the demo organisation (Development only)") { people };
        command.SetAction((parse, cancellationToken) => Verbs.WithPortalAsync((services, token) => RunAsync(services, parse.GetValue(people), token), cancellationToken));
        return command;
    }

    private static string Range => string.Create(CultureInfo.InvariantCulture, $"a whole number from {DemoScale.Least} to {DemoScale.Most:N0}");

    private static int ParsePeople(ArgumentResult given)
    {
        if (int.TryParse(given.Tokens[0].Value, CultureInfo.InvariantCulture, out var people) && people >= DemoScale.Least && people <= DemoScale.Most) return people;
        given.AddError($"--people takes {Range}. Nothing was written.");
        return 0;
    }

    private static async Task<int> RunAsync(IServiceProvider services, int people, CancellationToken cancellationToken)
    {
        if (!services.GetRequiredService<DemoMode>().IsOn)
        {
            await Console.Error.WriteLineAsync("The demo exists in Development alone, with Demo:Enabled set. Nothing was written.");
            return 1;
        }

        await DatabaseStartup.MigrateAsync(services, cancellationToken);
        var seeded = await services.GetRequiredService<DemoSeeder>().SeedAsync(people, cancellationToken);
        Console.WriteLine(seeded ? "The demo organisation is there." : "The database holds an organisation already. Nothing was written.");
        return 0;
    }
}
