using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Charts;

/// <summary>What one policy stands to lose.</summary>
/// <param name="Name">Of the policy.</param>
/// <param name="Css">Colour of the series.</param>
/// <param name="Losses">At evenly spaced shares of draws, from the least to the most.</param>
public sealed record LossLine(string Name, string Css, IReadOnlyList<double> Losses);

public sealed partial class ExceedanceChart
{
    // The few draws beyond are in the table; drawn, they would squeeze everything else to the left.
    private const double FarthestShare = 0.98;

    private static readonly (double Share, string Words)[] Told = [(0.5, "One draw in two"), (0.75, "One in four"), (0.9, "One in ten"), (0.95, "One in twenty"), (0.99, "One in a hundred")];

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public string How { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<LossLine> Policies { get; set; } = [];

    [Parameter, EditorRequired]
    public Func<double, string> Format { get; set; } = default!;

    [Parameter]
    public string AcrossWord { get; set; } = "";

    private List<LineSeries> Lines =>
        [.. Policies.Select(p => new LineSeries(p.Name, p.Css, [.. p.Losses.Select((loss, i) => (X: loss, Y: 1 - (i / (double)(p.Losses.Count - 1)))).TakeWhile(point => point.Y >= 1 - FarthestShare - 1e-9)]))];

    private IReadOnlyList<AxisTick> Losses =>
        Policies.Count == 0 ? [] : [.. ChartScale.Over(Lines.SelectMany(l => l.Points).Select(p => p.X), 0, 1).Ticks(6).Select(t => new AxisTick(t, Format(t)))];

    private List<string> Heads => ["Loses more than", .. Policies.Select(p => p.Name)];

    private List<TwinRow> Twin => [.. Told.Select(t => new TwinRow(t.Words, [.. Policies.Select(p => Format(At(p, t.Share)))]))];

    private string Spoken => $"{Title}. " + string.Join(' ', Policies.Select(p => $"{p.Name}: one draw in ten loses more than {Format(At(p, 0.9))}, one in twenty more than {Format(At(p, 0.95))}."));

    private static double At(LossLine line, double share) => line.Losses[(int)Math.Round(share * (line.Losses.Count - 1))];
}
