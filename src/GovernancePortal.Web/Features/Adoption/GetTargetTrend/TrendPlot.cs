using System.Globalization;
using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Web.Features.Adoption.GetTargetTrend;

/// <summary>Where everything of <see cref="TrendChart"/> stands at one width. Use lies above, readiness below, on one axis of days.</summary>
public sealed record TrendPlot(TargetTrend Trend, int Width)
{
    private const double PanelHeight = 150;
    private const double Gap = 44;
    private const double TopOfFirst = 26;
    private const double LetterWidth = 6.4;

    public bool IsWide => Width > 500;

    public string Css => IsWide ? "wide" : "narrow";

    public double Left => IsWide ? 44 : 36;

    public double Right => IsWide ? Width - 166 : Width - 8;

    /// <summary>Without a single figure of use there is no panel for it.</summary>
    public bool ShowsUse => Trend.Points.Any(w => w.Use.Share is not null);

    public double Bottom => ShowsUse ? TopOfFirst + (2 * PanelHeight) + Gap : TopOfFirst + PanelHeight;

    public double Height => Bottom + 26;

    public string HatchId => $"trend-hatch-{Width}";

    public TrendPanel Readiness => Panel("Ready", "s5", ShowsUse ? TopOfFirst + PanelHeight + Gap : TopOfFirst, w => w.Readiness);

    public IEnumerable<TrendPanel> Panels => ShowsUse ? [Panel("Weekly use", "s3", TopOfFirst, w => w.Use.Share), Readiness] : [Readiness];

    /// <summary>The value to reach, on the panel of use.</summary>
    public double? TargetLine => ShowsUse && Trend is { Metric: TargetMetrics.WeeklyActiveShare, TargetValue: { } value } ? Y(value, TopOfFirst) : null;

    public double Top => TopOfFirst;

    private DateOnly First => Trend.Points[0].Day;

    private int Span => Math.Max(1, Trend.Until.DayNumber - First.DayNumber);

    public IEnumerable<(double X, double Width, string? Label)> Pauses
    {
        get
        {
            foreach (var pause in Trend.Pauses.Where(p => p.To is not { } end || end > First))
            {
                var (from, to) = (X(pause.From < First ? First : pause.From), X(pause.To ?? Trend.Until));
                var width = Math.Max(3, to - from);
                var label = pause.To is null ? $"paused {pause.From.ToString("d MMM", CultureInfo.InvariantCulture)}" : "paused";
                yield return (from, width, width > (label.Length * LetterWidth) + 8 ? label : width > 50 ? "paused" : null);
            }
        }
    }

    /// <summary>The first days of months, as many as there is room for.</summary>
    public IEnumerable<(double X, string Text)> Months
    {
        get
        {
            var months = new List<DateOnly>();
            for (var month = new DateOnly(First.Year, First.Month, 1).AddMonths(1); month <= Trend.Until; month = month.AddMonths(1)) months.Add(month);
            var each = Math.Max(1, (int)Math.Ceiling(months.Count * 44 / (Right - Left)));
            if (months.Count == 0) yield return (Left, First.ToString("d MMM", CultureInfo.InvariantCulture));
            for (var i = 0; i < months.Count; i += each) yield return (Math.Clamp(X(months[i]), Left + 12, Right - 12), months[i].ToString("MMM", CultureInfo.InvariantCulture));
        }
    }

    public double X(DateOnly day) => Left + ((Right - Left) * Math.Clamp((day.DayNumber - First.DayNumber) / (double)Span, 0, 1));

    public static double Y(double share, double top) => top + (PanelHeight * (1 - Math.Clamp(share, 0, 1)));

    public static string F(double x) => x.ToString("0.#", CultureInfo.InvariantCulture);

    private TrendPanel Panel(string name, string css, double top, Func<TrendPoint, double?> value)
    {
        var lines = new List<List<(double X, double Y)>>();
        List<(double X, double Y)>? line = null;
        foreach (var point in Trend.Points)
        {
            // A point that was not measured, or is not shown, breaks the line.
            if (value(point) is not { } share) line = null;
            else
            {
                if (line is null) lines.Add(line = []);
                line.Add((X(point.Day), Y(share, top)));
            }
        }

        return new TrendPanel(name, css, top, lines, Trend.Points.Select(value).OfType<double>().Last());
    }
}

/// <param name="Lines">Unbroken stretches; one point alone is drawn as a point.</param>
/// <param name="Newest">The last value that is shown.</param>
public sealed record TrendPanel(string Name, string Css, double Top, IReadOnlyList<IReadOnlyList<(double X, double Y)>> Lines, double Newest)
{
    public (double X, double Y) End => Lines[^1][^1];

    public static string Path(IReadOnlyList<(double X, double Y)> line) => "M" + string.Join('L', line.Select(p => $"{TrendPlot.F(p.X)} {TrendPlot.F(p.Y)}"));
}
