using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Scenarios.GetWhatIf;

/// <summary>
/// What is moved is answered at once without chance. The draws follow on other threads, and are given up when something is moved again; until they are in, the
/// bands of those before stay, faded.
/// </summary>
public sealed partial class WhatIfPage
{
    // Somebody who drags a slider moves it many times a second; draws begin when it rests.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(120);

    private Error? _error;
    private WhatIfStart? _start;
    private WhatIfNow? _now;
    private WhatIfSettings _settings = WhatIfSettings.None;
    private MonteCarloResult? _chance;
    private CancellationTokenSource? _drawing;
    private bool _isStale;
    private bool _leftOut;
    private Guid? _asked;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>What a shared link holds of parameters.</summary>
    [SupplyParameterFromQuery(Name = "set")]
    private string? Set { get; set; }

    /// <summary>And of a policy of one's own.</summary>
    [SupplyParameterFromQuery(Name = "own")]
    private string? Own { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private static RenderFragment LeftOut => builder => builder.AddContent(0, "The link held figures that this scenario does not have, or that lie outside their range. They were left out.");

    private string Link => Navigation.GetUriWithQueryParameters($"scenarios/{Id}/what-if", new Dictionary<string, object?> { ["set"] = _settings.SetText, ["own"] = _settings.OwnText });

    protected override async Task OnParametersSetAsync()
    {
        if (_asked == Id) return;
        _asked = Id;
        var result = await Mediator.Send(new GetWhatIfQuery(new ScenarioId(Id)), Closing);
        (_error, _start) = (result.Error, result.IsSuccess ? result.Value : null);
        if (_start is null) return;
        (var settings, _leftOut) = _start.Model.Read(Set, Own);
        await MoveAsync(settings);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _drawing?.Dispose();
    }

    private async Task MoveAsync(WhatIfSettings settings)
    {
        _settings = settings;
        _now = new WhatIfNow(_start!.Model.Shown(settings), _start.Model.Evaluate(settings));
        _isStale = true;
        if (_drawing is not null) await _drawing.CancelAsync();
        _drawing = CancellationTokenSource.CreateLinkedTokenSource(Closing);
        // Not waited for: the answer without chance is shown first.
        _ = DrawAsync(settings, _drawing.Token);
    }

    private async Task DrawAsync(WhatIfSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Rest, cancellationToken);
            var model = _start!.Model;
            var chance = await Task.Run(() => model.Run(settings, MonteCarlo.InteractiveDraws, ScenarioRun.DefaultSeed, cancellationToken), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            (_chance, _isStale) = (chance, false);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Something was moved again, or the page is gone.
        }
    }
}
