namespace GovernancePortal.Data.Ledger;

/// <summary>Flushes a file to the disk for everybody who has written to it since the last flush began.</summary>
internal sealed class SharedFlush(string file)
{
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private Task? _next;

    /// <summary>Completes when a flush that began after this call has ended.</summary>
    public Task FlushAsync()
    {
        lock (_lock) return _next ??= RunAsync(_running);
    }

    private async Task RunAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_lock) (_running, _next) = (_next!, null);

        if (!File.Exists(file)) return; // a database in memory has nothing to flush
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }
}
