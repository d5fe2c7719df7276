using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Compared;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Scenarios.GetSideBySide;

public sealed partial class SideBySidePage
{
    private Error? _error;
    private SideBySide? _both;
    private List<(string Key, ScenarioSide Side, ComparedScenario Compared)> _sides = [];
    private GetSideBySideQuery? _asked;
    private Guid? _left;
    private Guid? _right;

    [SupplyParameterFromQuery(Name = "left")]
    private Guid? Left { get; set; }

    [SupplyParameterFromQuery(Name = "leftRun")]
    private int? LeftRun { get; set; }

    [SupplyParameterFromQuery(Name = "right")]
    private Guid? Right { get; set; }

    [SupplyParameterFromQuery(Name = "rightRun")]
    private int? RightRun { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private bool SameCurrency => _sides.Select(s => s.Compared.Input.Currency).Distinct(StringComparer.OrdinalIgnoreCase).Count() < 2;

    /// <summary>So that a bar of the one can be held against a bar of the other.</summary>
    private IReadOnlyList<double> Ends =>
        SameCurrency ? [.. _sides.SelectMany(s => s.Compared.Policies).Select(p => p.Risk.VsFirst).OfType<Spread>().SelectMany(s => new[] { s.P10, s.P90, s.Mean })] : [];

    private IReadOnlyList<string> Differences => ScenarioChanges.Between(_sides[0].Compared.Input, _sides[1].Compared.Input);

    private string Sentence =>
        _both is null ? "Reading the scenarios."
        : _both.Choices.Count == 0 ? "No scenario has been run yet, so there is nothing to compare."
        : _sides.Count < 2 ? "Choose two scenarios that have been run."
        : _sides[0].Compared.Chance.MostOftenBest?.Name == _sides[1].Compared.Chance.MostOftenBest?.Name ? $"Both say that {Best(0)} is best most often."
        : $"On the left {Best(0)} is best most often, on the right {Best(1)}.";

    protected override async Task OnParametersSetAsync()
    {
        var query = new GetSideBySideQuery(Left is { } left ? new ScenarioId(left) : null, LeftRun, Right is { } right ? new ScenarioId(right) : null, RightRun);
        if (_asked == query) return;
        _asked = query;
        (_left, _right) = (Left, Right);
        var result = await Mediator.Send(query, Closing);
        (_error, _both) = (result.Error, result.IsSuccess ? result.Value : null);
        _sides = [];
        if (_both?.Left is { } one) _sides.Add(("left-side", one, new ComparedScenario(one.Run.Input, one.Run.Report)));
        if (_both?.Right is { } other) _sides.Add(("right-side", other, new ComparedScenario(other.Run.Input, other.Run.Report)));
    }

    private string Best(int side) => _sides[side].Compared is var compared && compared.Chance.MostOftenBest is { } best ? PolicyWords.Act(compared.Input.PolicyNamed(best.Name)!) : "nothing";

    // The newest runs; a particular run comes by its link.
    private void Choose() =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("scenarios/side-by-side", new Dictionary<string, object?> { ["left"] = _left, ["right"] = _right }));
}
