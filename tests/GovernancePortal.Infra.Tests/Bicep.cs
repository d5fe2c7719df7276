using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovernancePortal.Infra.Tests;

/// <summary>The Bicep compiler. Type errors are mere warnings to it and leave exit code 0, so its SARIF report is read instead.</summary>
internal static class Bicep
{
    /// <summary>All remarks on all .bicep files in the folder and below it.</summary>
    public static async Task<string[]> LintAsync(string folder)
    {
        var files = Directory.GetFiles(folder, "*.bicep", SearchOption.AllDirectories).Length;
        var (exitCode, output, complaint) = await RunAsync(folder, "lint", "--pattern", "**/*.bicep", "--no-restore", "--diagnostics-format", "sarif");

        // One report per file, one after the other; fewer would mean that a file was not looked at.
        var reports = Reports(output);
        reports.Count.ShouldBe(files, $"bicep lint ended with {exitCode}. {complaint}");
        return [.. reports.SelectMany(report => report["runs"]!.AsArray()).SelectMany(run => run!["results"]!.AsArray()).Select(Describe!)];
    }

    public static async Task<JsonObject> CompileAsync(string file)
    {
        var (exitCode, template, complaint) = await RunAsync(Repository.Root, "build", file, "--no-restore", "--stdout");
        exitCode.ShouldBe(0, complaint);
        return JsonNode.Parse(template)!.AsObject();
    }

    private static List<JsonNode> Reports(string output)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(output), new JsonReaderOptions { AllowMultipleValues = true });
        var reports = new List<JsonNode>();
        while (reader.Read())
            reports.Add(JsonNode.Parse(ref reader)!);
        return reports;
    }

    private static string Describe(JsonNode result)
    {
        var place = result["locations"]?[0]?["physicalLocation"];
        return $"{place?["artifactLocation"]?["uri"]}:{place?["region"]?["startLine"]} {result["ruleId"]} {result["message"]?["text"]}";
    }

    private static async Task<(int ExitCode, string Output, string Complaint)> RunAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Find(), arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var complaint = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await complaint);
    }

    private static string Find()
    {
        var packaged = typeof(Bicep)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => string.Equals(metadata.Key, "BicepPath", StringComparison.Ordinal))
            ?.Value;
        if (File.Exists(packaged))
            return packaged;

        var name = OperatingSystem.IsWindows() ? "bicep.exe" : "bicep";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("No Bicep compiler: the package brings one for Linux x64 only, so install Bicep and put it on the PATH.");
    }
}
