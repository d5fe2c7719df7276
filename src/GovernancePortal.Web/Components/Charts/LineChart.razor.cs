using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Charts;

public sealed partial class LineChart
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public string How { get; set; } = "";

    /// <summary>All with the same places across.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<LineSeries> Series { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<AxisTick> Across { get; set; } = [];

    [Parameter, EditorRequired]
    public Func<double, string> Format { get; set; } = default!;

    /// <summary>How a figure is written in the table, when finer than on the axis.</summary>
    [Parameter]
    public Func<double, string>? FormatCell { get; set; }

    [Parameter]
    public string AcrossWord { get; set; } = "";

    /// <summary>Head of the first column of the table.</summary>
    [Parameter]
    public string RowHead { get; set; } = "Month";

    [Parameter]
    public string Summary { get; set; } = "Show as a table";

    [Parameter]
    public bool WithZero { get; set; } = true;

    [Parameter]
    public bool HasMarks { get; set; }

    private List<LineSeries> Drawn => [.. Series.Where(s => ChartGroups.IsShown(s.People))];

    private string Said => $"{Title}. " + string.Join(' ', Drawn.Select(s => $"{s.Name}: from {Cell(s.Points[0].Y)} to {Cell(s.Points[^1].Y)}."));

    private List<TwinRow> Twin =>
        Series.Count == 0
            ? []
            : [.. Series[0].Points.Select((point, i) => new TwinRow(Across.FirstOrDefault(a => a.Value == point.X)?.Text ?? ChartScale.F(point.X), [.. Series.Select(s => ChartGroups.IsShown(s.People) ? Cell(s.Points[i].Y) : ChartGroups.NotShown)]))];

    private string Cell(double value) => (FormatCell ?? Format)(value);
}
