using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Charts;

public sealed partial class FanChart
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public string How { get; set; } = "Line: median. Dark band: half of all draws. Light band: P10 to P90.";

    /// <summary>All with the same months.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FanPanel> Panels { get; set; } = [];

    [Parameter, EditorRequired]
    public Func<double, string> Format { get; set; } = default!;

    [Parameter]
    public string TwinCaption { get; set; } = "";

    /// <summary>The bands are those of an earlier calculation.</summary>
    [Parameter]
    public bool Faded { get; set; }

    private List<string> Heads => ["Month", .. Panels.SelectMany(p => new[] { $"{p.Title}, median", "mean", "P10", "P90" })];

    private List<TwinRow> Twin =>
        Panels.Count == 0 ? [] : [.. Panels[0].Points.Select((point, i) => new TwinRow(point.Month == 0 ? "now" : $"{point.Month}", [.. Panels.SelectMany(p => CellsOf(p, i))]))];

    private string Spoken => $"{Title}. " + string.Join(' ', Panels.Select(SpokenOf));

    private IEnumerable<string> CellsOf(FanPanel panel, int place)
    {
        var spread = panel.Points[place].Difference;
        return [Format(spread.P50), Format(spread.Mean), Format(spread.P10), Format(spread.P90)];
    }

    private string SpokenOf(FanPanel panel)
    {
        var end = panel.Points[^1];
        return $"{panel.Title}: after {end.Month} months the median is {Format(end.Difference.P50)}, P10 {Format(end.Difference.P10)}, P90 {Format(end.Difference.P90)}.";
    }

    private static string F(double place) => ChartScale.F(place);
}
