namespace GovernancePortal.Web.Components.Charts;

/// <summary>One line of a picture.</summary>
/// <param name="Name">Stands at its end.</param>
/// <param name="Css">Colour of the series.</param>
/// <param name="Points">From left to right.</param>
public sealed record LineSeries(string Name, string Css, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>A level that is required or asked for, rather than a result.</summary>
    public bool IsDashed { get; init; }

    /// <summary>How many people it is about; null when it is not about a group of people.</summary>
    public int? People { get; init; }
}

/// <summary>A value of an axis and how it is written.</summary>
public sealed record AxisTick(double Value, string Text);

/// <summary>Where everything of <see cref="LineDrawing"/> stands at one width.</summary>
public sealed class LinePlot
{
    private const double Top = 12;
    private const double Bottom = 220;

    public LinePlot(IReadOnlyList<LineSeries> series, IReadOnlyList<AxisTick> across, Func<double, string> format, bool withZero, bool listsNames, int width)
    {
        (Series, Width) = (series, width);
        IsWide = width > 500;
        var ys = ChartScale.Over(series.SelectMany(s => s.Points).Select(p => p.Y), Bottom, Top, withZero);
        Y = withZero ? ys.Wider(0.04) : ys.Wider(0.15);
        X = ChartScale.Over(series.SelectMany(s => s.Points).Select(p => p.X), 60, IsWide ? width - 210 : width - 104, withZero: false);
        Ticks = [.. Y.Ticks(IsWide ? 5 : 4).Select(t => new AxisTick(t, format(t)))];
        Across = Thinned(across);
        HasLeads = !listsNames;
        // Lines that all end in one corner are named in the order they reach it, from the top.
        var ends = listsNames
            ? series.Select(s => Top + 6 + (series.Count(o => o.Points[^1].X > s.Points[^1].X) * (ChartText.Line + 3))).ToList()
            : series.Select(s => Y.At(s.Points[^1].Y) + 4).ToList();
        var places = ChartText.Apart(ends, ChartText.Line, Top, Bottom + 6);
        Names = [.. series.Select((s, i) => (s, places[i], ends[i]))];
    }

    public int Width { get; }

    public bool IsWide { get; }

    public IReadOnlyList<LineSeries> Series { get; }

    public ChartScale X { get; }

    public ChartScale Y { get; }

    public IReadOnlyList<AxisTick> Ticks { get; }

    public IReadOnlyList<AxisTick> Across { get; }

    /// <summary>Each line with where its name stands, and where it ends.</summary>
    public IReadOnlyList<(LineSeries Series, double Y, double End)> Names { get; }

    /// <summary>Whether a short line leads from the end of each line to its name.</summary>
    public bool HasLeads { get; }

    public double Height => Bottom + 44;

    public double Foot => Bottom + 20;

    public double NameX => X.End + 18;

    public string NameOf(LineSeries series) => ChartText.Fit(series.Name, Width - NameX);

    public string Path(LineSeries series) => ChartScale.Path(series.Points.Select(p => (X.At(p.X), Y.At(p.Y))));

    // Texts that would touch the one before are left out; the last one stays.
    private List<AxisTick> Thinned(IReadOnlyList<AxisTick> all)
    {
        var kept = new List<AxisTick>();
        var free = double.PositiveInfinity;
        foreach (var tick in all.Reverse())
        {
            var half = ChartText.WidthOf(tick.Text) / 2;
            if (X.At(tick.Value) + half > free) continue;
            kept.Add(tick);
            free = X.At(tick.Value) - half - 8;
        }

        kept.Reverse();
        return kept;
    }
}
