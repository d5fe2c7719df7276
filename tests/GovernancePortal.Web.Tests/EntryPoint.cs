using GovernancePortal.Web.Tests.Ledger;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace GovernancePortal.Web.Tests;

/// <summary>Runs the tests, as the entry point that xunit generates does, or plays the second process that a test of the ledger needs.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args)
    {
        if (SecondProcess.IsAsked(args)) return SecondProcess.RunAsync(args);

        var isTestingPlatform = args.Any(arg => arg is "--server" or "--internal-msbuild-node");
        return isTestingPlatform
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : ConsoleRunner.Run(args);
    }
}
