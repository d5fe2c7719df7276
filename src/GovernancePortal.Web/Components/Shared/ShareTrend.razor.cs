using System.Globalization;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Shared;

public sealed partial class ShareTrend
{
    private const double Top = 16;
    private const double Bottom = 184;

    /// <summary>What the line shows.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>How to read it.</summary>
    [Parameter]
    public string Unit { get; set; } = "";

    [Parameter]
    public string ShareWord { get; set; } = "Share";

    [Parameter]
    public string PartWord { get; set; } = "";

    [Parameter]
    public string OfWord { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<SharePoint> Points { get; set; } = [];

    private List<SharePoint> Drawn => [.. Points.Where(p => p.Of > 0)];

    private string Spoken => $"{ShareWord} by month. " + string.Join(" ", Drawn.Select(p => $"{p.Day:MMMM yyyy}: {Say.Percent(p.Share!.Value)}."));

    private static double Y(double share) => Bottom - (share * (Bottom - Top));

    private double X(int index, int width) => 60 + ((width - 76) * index / (double)Math.Max(1, Drawn.Count - 1));

    private string Path(int width) => "M" + string.Join('L', Drawn.Select((p, i) => $"{F(X(i, width))} {F(Y(p.Share!.Value))}"));

    // Every so many months, and the last; one right before the last would run into it.
    private bool IsNamed(int index, int step) => index == Drawn.Count - 1 || (index % step == 0 && Drawn.Count - 1 - index >= (step + 1) / 2);

    private static string F(double x) => x.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <param name="Part">How many.</param>
/// <param name="Of">Of how many.</param>
public sealed record SharePoint(DateOnly Day, int Part, int Of)
{
    public double? Share => Of == 0 ? null : (double)Part / Of;
}
