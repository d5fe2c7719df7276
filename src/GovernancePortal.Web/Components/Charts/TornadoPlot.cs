namespace GovernancePortal.Web.Components.Charts;

/// <summary>What one parameter alone does.</summary>
/// <param name="Name">Of the parameter.</param>
/// <param name="Grade">Letter of what it rests on.</param>
/// <param name="Css">Colour: one for judgement, one for everything else, one for what changes the winner.</param>
/// <param name="Low">Its low value in words.</param>
/// <param name="High">Its high value in words.</param>
/// <param name="AtLow">The result at the low value.</param>
/// <param name="AtHigh">The result at the high value.</param>
/// <param name="Flips">Whether it changes the winner alone.</param>
public sealed record TornadoBar(string Name, string Grade, string Css, string Low, string High, double AtLow, double AtHigh, bool Flips);

/// <summary>Where everything of <see cref="TornadoChart"/> stands at one width. On a phone the names stand over the bars.</summary>
public sealed class TornadoPlot
{
    private const double Top = 24;

    public TornadoPlot(IReadOnlyList<TornadoBar> bars, double middle, int width)
    {
        (Bars, Width) = (bars, width);
        var (left, right) = IsWide ? (300.0, 826.0) : (12, width - 12);
        Scale = ChartScale.Over(bars.SelectMany(b => new[] { b.AtLow, b.AtHigh }).Append(middle), left, right).Wider(0.03);
        Middle = Scale.At(middle);
    }

    public int Width { get; }

    public IReadOnlyList<TornadoBar> Bars { get; }

    public bool IsWide => Width > 500;

    public ChartScale Scale { get; }

    /// <summary>With every parameter at its mean.</summary>
    public double Middle { get; }

    public double Zero => Scale.At(0);

    public double Above => Top;

    public double Bottom => Top + (Bars.Count * RowHeight) + 6;

    public double Height => Bottom + 24;

    public double BarHeight => IsWide ? 16 : 12;

    private double RowHeight => IsWide ? 30 : 46;

    public double BarY(int row) => Top + (row * RowHeight) + (IsWide ? 13 : 30);

    public double NameY(int row) => IsWide ? BarY(row) + 12 : BarY(row) - 10;

    public double Left(TornadoBar bar) => Math.Min(Scale.At(bar.AtLow), Scale.At(bar.AtHigh));

    public double Right(TornadoBar bar) => Math.Max(Scale.At(bar.AtLow), Scale.At(bar.AtHigh));

    public string LeftText(TornadoBar bar) => bar.AtLow <= bar.AtHigh ? bar.Low : bar.High;

    public string RightText(TornadoBar bar) => bar.AtLow <= bar.AtHigh ? bar.High : bar.Low;

    public string NameOf(TornadoBar bar) => IsWide ? ChartText.Fit(bar.Name, 222) : bar.Flips ? $"{ChartText.Fit(bar.Name, 200)} (changes the winner)" : ChartText.Fit(bar.Name, 300);

    /// <summary>Where the words of the two lines stand: beside each other, not over each other.</summary>
    public (double Middle, double Zero) Heads(string middleText, string zeroText)
    {
        var (left, right) = IsWide ? (250.0, Width) : (0.0, (double)Width);
        var (middle, zero) = (ChartText.Inside(Middle, middleText, left, right), ChartText.Inside(Zero, zeroText, left, right));
        var gap = ((ChartText.WidthOf(middleText) + ChartText.WidthOf(zeroText)) / 2) + 26;
        if (Math.Abs(middle - zero) >= gap) return (middle, zero);
        var centre = Math.Clamp((middle + zero) / 2, left + gap, Math.Max(left + gap, right - gap));
        return Middle <= Zero ? (centre - (gap / 2), centre + (gap / 2)) : (centre + (gap / 2), centre - (gap / 2));
    }
}
