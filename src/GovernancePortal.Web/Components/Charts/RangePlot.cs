using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Web.Components.Charts;

/// <summary>One range of a picture.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Also">Its other name, under it; empty for none.</param>
/// <param name="Css">Colour of the series.</param>
/// <param name="Spread">Null for what all others are compared with.</param>
/// <param name="Beside">What stands at the right end.</param>
public sealed record RangeRow(string Title, string Also, string Css, Spread? Spread, string Beside)
{
    /// <summary>Worked out without chance; it moves at once when something is changed.</summary>
    public double? Expected { get; init; }

    /// <summary>Further figures of the table beside the picture.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>How many people it is about; null when it is not about a group of people.</summary>
    public int? People { get; init; }
}

/// <summary>Where everything of <see cref="RangeBars"/> stands at one width. On a phone the names stand over the bars.</summary>
public sealed class RangePlot(IReadOnlyList<RangeRow> rows, IReadOnlyList<double> onAxisToo, int width, Func<double, string> format)
{
    private const double Top = 26;
    private const double Near = 72;

    private readonly ChartScale _scale = ChartScale
        .Over(rows.SelectMany(r => r.Spread is { } s ? new[] { s.P10, s.P90, s.Mean, r.Expected ?? 0 } : [r.Expected ?? 0]).Concat(onAxisToo), width > 500 ? 236 : 12, width > 500 ? 824 : width - 12)
        .Wider(0.04);

    public bool IsWide => width > 500;

    public int Width => width;

    public IReadOnlyList<RangeRow> Rows => rows;

    public double Bottom => Top + (rows.Count * RowHeight);

    public double Height => Bottom + 28;

    public double Zero => _scale.At(0);

    public double Above => Top;

    private double RowHeight => IsWide ? 58 : 78;

    public IEnumerable<(double X, string Text, double TextX)> Ticks
    {
        get
        {
            foreach (var tick in _scale.Ticks(IsWide ? 7 : 3))
            {
                var text = tick == 0 ? "same" : format(tick);
                yield return (_scale.At(tick), text, ChartText.Inside(_scale.At(tick), text, 0, width));
            }
        }
    }

    public double X(double value) => _scale.At(value);

    /// <summary>The middle of a bar.</summary>
    public double Y(int row) => Top + (row * RowHeight) + (IsWide ? 29 : 48);

    /// <summary>The name of a row: beside the bar, or over it.</summary>
    public double NameY(int row) => IsWide ? Y(row) - 2 : Y(row) - 28;

    public string Name(RangeRow row) => ChartText.Fit(row.Title, IsWide ? 216 : width - 24 - ChartText.WidthOf(row.Beside) - 64);

    /// <summary>The two ends with their figures, kept apart where the bar is short.</summary>
    public IEnumerable<(double X, double TextX, string Text)> Ends(Spread spread)
    {
        var (low, high) = (X(spread.P10), X(spread.P90));
        var (lowText, highText) = (format(spread.P10), format(spread.P90));
        var (left, right) = IsWide ? (_scale.Start - 10, _scale.End + 20) : (0, (double)width);
        var (lowX, highX) = (ChartText.Inside(low, lowText, left, right), ChartText.Inside(high, highText, left, right));
        if (highX - lowX < Near)
        {
            // Moved apart as far as it takes, and back inside.
            var gap = (ChartText.WidthOf(lowText) + ChartText.WidthOf(highText)) / 2 + 16;
            var middle = Math.Clamp((lowX + highX) / 2, left + gap, right - gap);
            (lowX, highX) = (middle - (gap / 2), middle + (gap / 2));
        }

        yield return (low, lowX, lowText);
        yield return (high, highX, highText);
    }

    /// <summary>Median and mean in words, over the bar.</summary>
    public (double X, string Text) Middle(Spread spread)
    {
        var text = $"median {format(spread.P50)}, mean {format(spread.Mean)}";
        return (ChartText.Inside((X(spread.P50) + X(spread.Mean)) / 2, text, _scale.Start - 10, _scale.End + 20), text);
    }
}
