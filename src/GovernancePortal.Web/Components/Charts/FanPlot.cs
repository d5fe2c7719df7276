using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Web.Components.Charts;

/// <summary>One fan of a picture.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Also">Its other name.</param>
/// <param name="Css">Colour of the series.</param>
/// <param name="Points">From today on.</param>
public sealed record FanPanel(string Title, string Also, string Css, IReadOnlyList<FanPoint> Points);

/// <summary>Where everything of <see cref="FanChart"/> stands at one width: three fans beside each other, or on a phone one under the other, all on one scale.</summary>
public sealed class FanPlot
{
    private const int Across = 3;
    private const double Head = 24;
    private const double FigureWidth = 58;

    private readonly int _months;

    public FanPlot(IReadOnlyList<FanPanel> panels, int width)
    {
        (Panels, Width) = (panels, width);
        _months = panels.Count == 0 ? 1 : panels[0].Points[^1].Month;
        Scale = ChartScale.Over(panels.SelectMany(p => p.Points).SelectMany(p => new[] { p.Difference.P10, p.Difference.P90 }), PanelHeight, 0).Wider(0.04);
    }

    public int Width { get; }

    public IReadOnlyList<FanPanel> Panels { get; }

    public bool IsWide => Width > 500;

    public double Height => Math.Ceiling(Panels.Count / (double)Columns) * RowHeight;

    /// <summary>Of money, within a panel.</summary>
    public ChartScale Scale { get; }

    /// <summary>Below the lines, for the months.</summary>
    public double Foot => PanelHeight + 20;

    /// <summary>Where the lines of a panel end, within it.</summary>
    public double Right => PanelWidth - FigureWidth;

    private double PanelHeight => IsWide ? 206 : 136;

    private double RowHeight => Head + PanelHeight + 36;

    private int Columns => IsWide ? Math.Max(1, Math.Min(Across, Panels.Count)) : 1;

    private double Left => 52;

    private double PanelWidth => IsWide ? Math.Min(400, (Width - Left - ((Columns - 1) * 12)) / Columns) : Width - Left;

    public (double X, double Y) Corner(int panel) => (Left + (panel % Columns * (PanelWidth + 12)), Head + (panel / Columns * RowHeight));

    /// <summary>Only the first of a row has the figures of the scale.</summary>
    public bool HasScale(int panel) => panel % Columns == 0;

    public string Name(FanPanel panel) => ChartText.Fit(panel.Title, PanelWidth);

    public double X(int month) => Right * month / _months;

    /// <summary>Today, the middle and the end.</summary>
    public IEnumerable<(double X, string Text, string Anchor)> Months
    {
        get
        {
            yield return (0, "now", "start");
            if (_months >= 4 && _months % 2 == 0) yield return (X(_months / 2), $"month {_months / 2}", "middle");
            yield return (Right, $"month {_months}", "end");
        }
    }

    public string Band(FanPanel panel, Func<Spread, double> upper, Func<Spread, double> lower) => ChartScale.Area(Line(panel, upper), Line(panel, lower));

    public string Median(FanPanel panel) => ChartScale.Path(Line(panel, d => d.P50));

    /// <summary>The figures at the end of the lines, kept apart: P90, median, P10.</summary>
    public IEnumerable<(double Y, double Value, bool IsMedian)> Ends(FanPanel panel)
    {
        var end = panel.Points[^1].Difference;
        double[] values = [end.P90, end.P50, end.P10];
        var places = ChartText.Apart([.. values.Select(v => Scale.At(v) + 4)], ChartText.Line, 8, PanelHeight + 4);
        for (var i = 0; i < values.Length; i++) yield return (places[i], values[i], i == 1);
    }

    private List<(double X, double Y)> Line(FanPanel panel, Func<Spread, double> value) => [.. panel.Points.Select(p => (X(p.Month), Scale.At(value(p.Difference))))];
}
