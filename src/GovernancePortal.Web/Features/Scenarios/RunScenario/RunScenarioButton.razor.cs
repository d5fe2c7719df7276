using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Scenarios.RunScenario;

public sealed partial class RunScenarioButton
{
    // A run tells how far it is some hundred times; the page shows a tenth of that.
    private const int ShownEvery = 1_000;

    private CancellationTokenSource? _running;
    private Error? _error;
    private int _done;

    [Parameter, EditorRequired]
    public ScenarioId ScenarioId { get; set; }

    /// <summary>Whether there is no run yet; then it is what the page is for.</summary>
    [Parameter]
    public bool IsFirst { get; set; }

    /// <summary>After the run is kept.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    protected override void Dispose(bool disposing)
    {
        // The work is told to stop before its source goes.
        base.Dispose(disposing);
        if (disposing) _running?.Dispose();
    }

    private async Task RunAsync()
    {
        (_error, _done) = (null, 0);
        using var running = CancellationTokenSource.CreateLinkedTokenSource(Closing);
        _running = running;
        try
        {
            var result = await Mediator.Send(new RunScenarioCommand(ScenarioId, Progress: new Told(this)), running.Token);
            _error = result.Error;
            if (result.IsSuccess) await Done.InvokeAsync();
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            // Nothing was kept.
        }
        finally
        {
            _running = null;
        }
    }

    private void Stop() => _running?.Cancel();

    private void Show(int done)
    {
        _done = done;
        StateHasChanged();
    }

    /// <summary>Brings what a worker's thread tells to the page, at every thousandth draw.</summary>
    private sealed class Told(RunScenarioButton button) : IProgress<int>
    {
        private int _shown;

        public void Report(int value)
        {
            var (step, shown) = (value / ShownEvery, Volatile.Read(ref _shown));
            if (step > shown && Interlocked.CompareExchange(ref _shown, step, shown) == shown) _ = button.InvokeAsync(() => button.Show(value));
        }
    }
}
