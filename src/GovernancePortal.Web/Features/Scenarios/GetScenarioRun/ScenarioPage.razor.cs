using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Compared;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Scenarios.GetScenarioRun;

public sealed partial class ScenarioPage
{
    private Error? _error;
    private ScenarioWithRun? _read;
    private ComparedScenario? _compared;
    private (Guid, int?)? _asked;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Of the run; null for the newest.</summary>
    [Parameter]
    public int? Number { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private bool IsOlder => _read is { Run: { } run, Scenario: { } scenario } && run.Number < scenario.LastRun;

    private string Here => Number is { } number ? $"scenarios/{Id}/runs/{number}" : $"scenarios/{Id}";

    /// <summary>Null where there is nothing to say, so that no empty line stands there.</summary>
    private RenderFragment? Caveat => _compared is not { } compared || !ComparisonCaveat.HasAny(compared) ? null : builder =>
    {
        builder.OpenComponent<ComparisonCaveat>(0);
        builder.AddComponentParameter(1, nameof(ComparisonCaveat.Scenario), compared);
        builder.CloseComponent();
    };

    private string NotRun => _read!.Scenario.MayEdit
        ? "This scenario has not been run, so there is nothing to compare yet."
        : "This scenario has not been run. Human Resources runs it.";

    /// <summary>Sliders with the best mix as a policy of one's own; null where there is none.</summary>
    private string? MixLink(ComparedScenario compared)
    {
        if (compared.Report.BestMix is not { } mix || compared.Displaced <= 0) return null;
        var own = new MixShares(Whole(mix.LayoffShare), Whole(mix.ReallocShare), Whole(mix.AttritionShare));
        return $"scenarios/{Id}/what-if?own={Uri.EscapeDataString(new WhatIfSettings(new Dictionary<Parameter, double>(), own).OwnText!)}";

        static int Whole(double share) => (int)Math.Round(share * MixShares.Whole);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_asked == (Id, Number)) return;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _asked = (Id, Number);
        var result = await Mediator.Send(new GetScenarioRunQuery(new ScenarioId(Id), Number), Closing);
        (_error, _read) = (result.Error, result.IsSuccess ? result.Value : null);
        _compared = _read?.Run is { } run ? new ComparedScenario(run.Input, run.Report) : null;
    }

    /// <summary>After a run: the newest one is what is looked at.</summary>
    private async Task OpenAsync()
    {
        if (Number is not null) Navigation.NavigateTo($"scenarios/{Id}");
        else await ReadAsync();
    }
}
