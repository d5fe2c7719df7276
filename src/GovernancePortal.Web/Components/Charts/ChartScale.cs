using System.Globalization;

namespace GovernancePortal.Web.Components.Charts;

/// <summary>Where values stand on an axis. Bars and lines that lie outside it end at its edge.</summary>
/// <param name="From">Value at the start.</param>
/// <param name="To">Value at the end.</param>
/// <param name="Start">Place of the start in the drawing.</param>
/// <param name="End">Place of the end; before the start on an axis that runs upwards.</param>
public readonly record struct ChartScale(double From, double To, double Start, double End)
{
    private static readonly double[] Steps = [1, 1.5, 2, 2.5, 3, 5, 10];

    public double At(double value) => To == From ? Start : Start + ((End - Start) * Math.Clamp((value - From) / (To - From), 0, 1));

    /// <summary>Round values to read off, with the ends of the axis wherever they fall.</summary>
    public IReadOnlyList<double> Ticks(int most) => TicksOf(From, To, most);

    /// <summary>An axis with room for all values.</summary>
    /// <param name="values">None is an axis from 0 to 1.</param>
    /// <param name="start">Place of its start.</param>
    /// <param name="end">Place of its end.</param>
    /// <param name="withZero">Whether zero is on it in any case.</param>
    public static ChartScale Over(IEnumerable<double> values, double start, double end, bool withZero = true)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (withZero || low > high) (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        if (low == high) high = low + 1;
        return new(low, high, start, end);
    }

    /// <summary>The same axis with some room at both ends, in parts of its length; an end at zero stays there.</summary>
    public ChartScale Wider(double part)
    {
        var more = (To - From) * part;
        return this with { From = From == 0 ? 0 : From - more, To = To == 0 ? 0 : To + more };
    }

    /// <summary>A place in a drawing, as its attributes want it.</summary>
    public static string F(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A line through points.</summary>
    public static string Path(IEnumerable<(double X, double Y)> points) => "M" + string.Join('L', points.Select(p => $"{F(p.X)} {F(p.Y)}"));

    /// <summary>The area between two lines with the same places across.</summary>
    public static string Area(IReadOnlyList<(double X, double Y)> upper, IReadOnlyList<(double X, double Y)> lower) => Path(upper.Concat(lower.Reverse())) + "Z";

    private static List<double> TicksOf(double from, double to, int most)
    {
        var rough = (to - from) / Math.Max(1, most);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Steps.First(s => s * power >= rough * (1 - 1e-9)) * power;
        var ticks = new List<double>();
        // Counted in whole steps, so that zero is exactly zero.
        for (var i = Math.Ceiling((from / step) - 1e-9); i * step <= to + (step * 1e-9); i++) ticks.Add(i == 0 ? 0 : i * step);
        return ticks;
    }
}
