using System.Diagnostics;

namespace GovernancePortal.Benchmarks;

/// <summary>Samples the process while something runs, and says how far it rose above where it began.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _sampling;
    private readonly long _workingSet;
    private readonly long _managed;
    private long _peakWorkingSet;
    private long _peakManaged;

    public MemoryWatch()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        (_workingSet, _managed) = (_peakWorkingSet, _peakManaged) = (WorkingSet(), GC.GetTotalMemory(forceFullCollection: false));
        _sampling = Task.Run(SampleAsync);
    }

    /// <summary>Bytes of the working set, which holds the managed heap and SQLite's own memory.</summary>
    public long WorkingSetRise => _peakWorkingSet - _workingSet;

    /// <summary>Bytes of the managed heap alone.</summary>
    public long ManagedRise => _peakManaged - _managed;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _sampling;
        _end.Dispose();
    }

    private async Task SampleAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                _peakWorkingSet = Math.Max(_peakWorkingSet, WorkingSet());
                _peakManaged = Math.Max(_peakManaged, GC.GetTotalMemory(forceFullCollection: false));
            }
        }
        catch (OperationCanceledException)
        {
            // The work that was watched is done.
        }
    }

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
