using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using GovernancePortal.Data;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Ledger;

/// <summary>Another process of this program that appends to the same ledger: it says when it is ready, and begins when it is told to.</summary>
internal static class SecondProcess
{
    private const string Verb = "append-to-ledger";
    private const string Ready = "ready";

    public static bool IsAsked(string[] args) => args is [Verb, ..];

    public static async Task<int> RunAsync(string[] args)
    {
        var options = PortalData.Options(Enum.Parse<DatabaseProvider>(args[1]), args[2]);
        await using (var db = new PortalDbContext(options)) _ = db.Model;
        Console.WriteLine(Ready);
        Console.ReadLine();
        await AppendAsync(() => new PortalDbContext(options), writers: 8, saves: int.Parse(args[3], CultureInfo.InvariantCulture), "user:second");
        return 0;
    }

    public static async Task<Process> StartAsync(TestDatabase database, int saves)
    {
        // Started as a program of its own or by the dotnet host.
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase)) start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        foreach (var argument in new[] { Verb, database.Provider.ToString(), database.Connection, saves.ToString(CultureInfo.InvariantCulture) }) start.ArgumentList.Add(argument);

        var process = Process.Start(start)!;
        (await process.StandardOutput.ReadLineAsync()).ShouldBe(Ready);
        return process;
    }

    public static Task AppendAsync(Func<PortalDbContext> context, int writers, int saves, string actor) =>
        Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; i < saves; i++)
                        {
                            await using var db = context();
                            db.Record(actor, "unit.seen", "unit:2", new { i });
                            await db.SaveChangesAsync();
                        }
                    })
                )
        );
}
