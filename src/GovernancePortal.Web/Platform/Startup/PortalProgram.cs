using System.Globalization;
using GovernancePortal.Web.Platform.Cli;

namespace GovernancePortal.Web.Platform.Startup;

/// <summary>Starts the portal, or does one job of the command line and ends.</summary>
internal static class PortalProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        // One culture everywhere: figures and dates are written by the portal's own formats.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        return Verbs.IsVerb(args) ? await Verbs.RunAsync(args) : await ServeAsync(args);
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddPortal();

        var app = builder.Build();
        app.UsePortal();
        await app.PrepareAsync();
        await app.RunAsync();
        return 0;
    }
}
