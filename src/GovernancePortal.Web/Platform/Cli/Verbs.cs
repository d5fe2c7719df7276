using System.CommandLine;
using GovernancePortal.Web.Platform.Startup;

namespace GovernancePortal.Web.Platform.Cli;

/// <summary>The jobs that the web program does from the command line instead of serving: <c>dotnet run --project … -- migrate</c>.</summary>
internal static class Verbs
{
    private static readonly Command[] All = [MigrateVerb.Create(), CreateAdminVerb.Create(), SeedDemoVerb.Create(), VerifyLedgerVerb.Create()];

    public static bool IsVerb(string[] args) => args.Length > 0 && (All.Any(c => c.Name.Equals(args[0], StringComparison.Ordinal)) || args[0] is "--help" or "-h");

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Governance Portal");
        foreach (var verb in All) root.Subcommands.Add(verb);
        return root.Parse(args).InvokeAsync();
    }

    /// <summary>Builds the portal's services without serving, runs the job in a scope of its own and gives its exit code.</summary>
    public static async Task<int> WithPortalAsync(Func<IServiceProvider, CancellationToken, Task<int>> job, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddPortal();
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        return await job(scope.ServiceProvider, cancellationToken);
    }
}
