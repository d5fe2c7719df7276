using System.Globalization;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.GetLiteracy;

public sealed partial class CoverageTrend
{
    private const double Top = 16;
    private const double Bottom = 184;

    [Parameter, EditorRequired]
    public IReadOnlyList<TrendPoint> Points { get; set; } = [];

    private List<TrendPoint> Drawn => [.. Points.Where(p => p.Count.Asked > 0)];

    private string Spoken => "Coverage by month. " + string.Join(" ", Drawn.Select(p => $"{p.Day:MMMM yyyy}: {Say.Percent(p.Count.Share!.Value)}."));

    private static double Y(double share) => Bottom - (share * (Bottom - Top));

    private double X(int index, int width) => 60 + ((width - 76) * index / (double)Math.Max(1, Drawn.Count - 1));

    private string Path(int width) => "M" + string.Join('L', Drawn.Select((p, i) => $"{F(X(i, width))} {F(Y(p.Count.Share!.Value))}"));

    private static string F(double x) => x.ToString("0.#", CultureInfo.InvariantCulture);
}
