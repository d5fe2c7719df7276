using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Charts;

/// <summary>Some of one source that go to one end.</summary>
/// <param name="From">Where they come from.</param>
/// <param name="To">Where they go; null for nowhere.</param>
/// <param name="Value">How many.</param>
public sealed record Flow(string From, string? To, int Value)
{
    /// <summary>How many people it is about, where small groups are not to be seen; null where they may be.</summary>
    public int? People { get; init; }
}

public sealed partial class FlowChart
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public string How { get; set; } = "";

    /// <summary>Heads of the table: from, to, how many.</summary>
    [Parameter]
    public IReadOnlyList<string> Heads { get; set; } = ["From", "To", "People"];

    /// <summary>What those are called that go nowhere.</summary>
    [Parameter]
    public string Nowhere { get; set; } = "No seat";

    [Parameter, EditorRequired]
    public IReadOnlyList<Flow> Flows { get; set; } = [];

    private IReadOnlyList<Flow> Drawn => [.. Flows.Where(f => ChartGroups.IsShown(f.People))];

    private IEnumerable<FlowPlot> Plots => Drawn.Count == 0 ? [] : [new FlowPlot(Drawn, 936, Nowhere), new FlowPlot(Drawn, 358, Nowhere)];

    private string Spoken => $"{Title}: {string.Join(", ", Drawn.Select(f => $"{f.Value} from {f.From} to {f.To ?? Nowhere}"))}.";

    private List<TwinRow> Twin => [.. Flows.Select(f => new TwinRow(f.From, [f.To ?? Nowhere, ChartGroups.IsShown(f.People) ? Say.Count(f.Value) : ChartGroups.NotShown]))];

    private static string F(double place) => ChartScale.F(place);
}
