using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Charts;

public sealed partial class RangeBars
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>How to read it.</summary>
    [Parameter]
    public string How { get; set; } = "Light bar from P10 to P90, dark bar the middle half, line at the median, dot at the mean.";

    [Parameter, EditorRequired]
    public IReadOnlyList<RangeRow> Rows { get; set; } = [];

    /// <summary>How a value is written, with its sign.</summary>
    [Parameter, EditorRequired]
    public Func<double, string> Format { get; set; } = default!;

    /// <summary>What the side below zero means.</summary>
    [Parameter]
    public string Worse { get; set; } = "worse";

    /// <summary>Over the figures at the right end.</summary>
    [Parameter]
    public string BesideHead { get; set; } = "";

    /// <summary>Of the columns that <see cref="RangeRow.More"/> fills.</summary>
    [Parameter]
    public IReadOnlyList<string> MoreHeads { get; set; } = [];

    [Parameter]
    public string TwinCaption { get; set; } = "";

    /// <summary>Values the axis has room for beside those of the rows, so that two pictures can have the same.</summary>
    [Parameter]
    public IReadOnlyList<double> OnAxisToo { get; set; } = [];

    /// <summary>The bands are those of an earlier calculation.</summary>
    [Parameter]
    public bool Faded { get; set; }

    /// <summary>Whether the value without chance is drawn too, as a hollow diamond.</summary>
    [Parameter]
    public bool ShowsExpected { get; set; }

    private List<RangeRow> Drawn => [.. Rows.Where(r => ChartGroups.IsShown(r.People))];

    private List<string> Heads => [Title, "Mean", "Median", "P10", "P25", "P75", "P90", .. MoreHeads, .. BesideHead.Length > 0 ? [Words.Capital(BesideHead)] : Array.Empty<string>()];

    private List<TwinRow> Twin => [.. Rows.Select(TwinOf)];

    private string Spoken => $"{Title}. " + string.Join(' ', Drawn.Where(r => r.Spread is not null).Select(SpokenOf));

    private TwinRow TwinOf(RangeRow row)
    {
        var beside = BesideHead.Length > 0 ? new[] { row.Beside } : [];
        if (!ChartGroups.IsShown(row.People)) return new(row.Title, [.. Enumerable.Repeat(ChartGroups.NotShown, 6 + row.More.Count + beside.Length)], row.Also);
        string[] figures = row.Spread is { } s ? [Format(s.Mean), Format(s.P50), Format(s.P10), Format(s.P25), Format(s.P75), Format(s.P90)] : ["reference", "", "", "", "", ""];
        return new(row.Title, [.. figures, .. row.More, .. beside], row.Also);
    }

    private string SpokenOf(RangeRow row) => $"{row.Title}: mean {Format(row.Spread!.Mean)}, median {Format(row.Spread.P50)}, P10 {Format(row.Spread.P10)} to P90 {Format(row.Spread.P90)}.";

    private static string Diamond(double x, double y) => $"M{F(x)} {F(y - 7)}L{F(x + 6)} {F(y)}L{F(x)} {F(y + 7)}L{F(x - 6)} {F(y)}Z";

    private static string F(double place) => ChartScale.F(place);
}
