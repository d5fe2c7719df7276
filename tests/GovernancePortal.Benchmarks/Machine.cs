using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace GovernancePortal.Benchmarks;

/// <summary>What a figure was measured on, and how to take the best of several tries.</summary>
internal static class Machine
{
    public static void Describe()
    {
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors{Processor()}");
        Console.WriteLine($"load in front of it: {Load()}");
#if DEBUG
        Console.WriteLine("This is a debug build; its figures count for nothing. Use -c Release.");
#endif
    }

    /// <summary>Runs the work k times and prints the best and the worst.</summary>
    public static async Task BestOfAsync(int k, string what, Func<Task<TimeSpan>> work, Func<TimeSpan, string> figure)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < k; i++) times.Add(await work());
        Console.WriteLine($"{what}: {figure(times.Min())} (best of {k}; worst {figure(times.Max())}; load {Load()})");
    }

    public static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Time on the clock and time of a processor; the second hardly depends on what else the machine does.</summary>
    public static async Task<string> BothTimesAsync(Func<Task> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var time = await TimeAsync(work);
        return $"{Seconds(time)}, {Seconds(Environment.CpuUsage.TotalTime - before)} of processor time (load {Load()})";
    }

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture);

    public static string PerSecond(int count, TimeSpan time) => (count / time.TotalSeconds).ToString("#,0", CultureInfo.InvariantCulture) + "/s";

    public static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "not known";

    private static string Processor()
    {
        if (!File.Exists("/proc/cpuinfo")) return "";
        var line = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        return line is null ? "" : ", " + line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
