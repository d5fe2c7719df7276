using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Charts;

public sealed partial class TornadoChart
{
    /// <summary>Weaker ones are in the table only.</summary>
    public const int MostBars = 12;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public string How { get; set; } = "";

    /// <summary>The strongest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TornadoBar> Bars { get; set; } = [];

    /// <summary>With every parameter at its mean.</summary>
    [Parameter, EditorRequired]
    public double Middle { get; set; }

    /// <summary>What lies above zero.</summary>
    [Parameter]
    public string ZeroText { get; set; } = "better";

    [Parameter, EditorRequired]
    public Func<double, string> Format { get; set; } = default!;

    [Parameter]
    public string TwinCaption { get; set; } = "";

    private List<TornadoBar> Drawn => [.. Bars.Take(MostBars)];

    private string MiddleText => $"all at mean: {Format(Middle)}";

    private static IReadOnlyList<string> Heads => ["Parameter", "Grade", "From", "To", "Result at low", "at high", "Changes the winner"];

    private List<TwinRow> Twin => [.. Bars.Select(b => new TwinRow(b.Name, [b.Grade, b.Low, b.High, Format(b.AtLow), Format(b.AtHigh), b.Flips ? "yes" : "no"]))];

    private string Spoken
    {
        get
        {
            var flips = Bars.Where(b => b.Flips).ToList();
            var changes = flips.Count == 0 ? "No parameter changes the winner alone." : $"Alone {(flips.Count == 1 ? "changes" : "change")} the winner: {string.Join(", ", flips.Select(Way))}.";
            return Bars.Count == 0 ? $"{Title}. No parameter is uncertain." : $"{Title}. With all at their means {Format(Middle)}. Strongest: {Way(Bars[0])}. {changes}";
        }
    }

    private string Way(TornadoBar bar) => $"{bar.Name}, from {Format(bar.AtLow)} to {Format(bar.AtHigh)}";

    private string Label(double tick) => tick == 0 ? "0" : Format(tick);

    private static string F(double place) => ChartScale.F(place);
}
