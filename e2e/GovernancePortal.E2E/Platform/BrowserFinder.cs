using System.Diagnostics;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Platform;

/// <summary>
/// Finds a browser for the journeys: one that is installed, then Playwright's own, then the Debian package where this user may install it. When there is
/// none, the journeys fail with one sentence that says what to install.
/// </summary>
internal static class BrowserFinder
{
    private static readonly string[] Names =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable", "chrome.exe", "msedge.exe",
    ];

    private static readonly string[] KnownPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var installed = Installed();
        if (installed is not null) return await LaunchAsync(playwright, installed);

        if (DownloadPlaywrightBrowser()) return await LaunchAsync(playwright, executable: null);

        if (InstallPackage() && Installed() is { } package) return await LaunchAsync(playwright, package);

        throw new InvalidOperationException(
            "The browser journeys need a browser and found none. Install Chromium, Google Chrome or Microsoft Edge (on Debian: apt-get install chromium)."
        );
    }

    private static Task<IBrowser> LaunchAsync(IPlaywright playwright, string? executable) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Arguments });

    private static string? Installed()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).Concat(KnownPlaces).FirstOrDefault(File.Exists);
    }

    private static bool DownloadPlaywrightBrowser() => Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0;

    private static bool InstallPackage() =>
        OperatingSystem.IsLinux()
        && File.Exists("/usr/bin/apt-get")
        && string.Equals(Environment.UserName, "root", StringComparison.Ordinal)
        && Run("apt-get", "update -qq")
        && Run("apt-get", "install -y -qq chromium");

    private static bool Run(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
