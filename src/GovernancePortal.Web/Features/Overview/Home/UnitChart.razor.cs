using System.Globalization;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Overview.Home;

/// <summary>Units by use (across) and by the required guardrails that hold (up).</summary>
public sealed partial class UnitChart
{
    private static readonly double[] Ticks = [0, 0.25, 0.5, 0.75, 1];

    [Parameter, EditorRequired]
    public IReadOnlyList<UnitPoint> Points { get; set; } = [];

    private int Required => Points[0].Required;

    private IEnumerable<UnitPlot> Plots => [new UnitPlot(Points, IsWide: true), new UnitPlot(Points, IsWide: false)];

    private string Spoken
    {
        get
        {
            var ahead = Points.Where(p => p.IsAhead).Select(p => p.Unit).ToList();
            var finding = ahead.Count switch
            {
                0 => "No unit is used ahead of its guardrails.",
                1 => $"One unit is used ahead of its guardrails: {ahead[0]}.",
                _ => $"{Say.Number(ahead.Count, capital: true)} units are used ahead of their guardrails: {string.Join(", ", ahead)}.",
            };
            return $"{Say.Of(Points.Count, "unit", "units")} by share of people using AI in a week and by how many of {Required} required guardrails hold. {finding}";
        }
    }

    private static string F(double x) => x.ToString("0.#", CultureInfo.InvariantCulture);
}
