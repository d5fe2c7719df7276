using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Charts;

/// <summary>A part of a whole.</summary>
/// <param name="Word">What it is.</param>
/// <param name="Share">0 to 1.</param>
/// <param name="Css">Colour of the series.</param>
public sealed record SharePart(string Word, double Share, string Css)
{
    /// <summary>Stands where the word has no room.</summary>
    public string Brief { get; init; } = "";

    /// <summary>How many people it is about; null when it is not about a group of people.</summary>
    public int? People { get; init; }
}

public sealed partial class ShareBar
{
    private const double Gap = 2;

    // Below this there is no room for a figure under a part.
    private const double Least = 34;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public string How { get; set; } = "";

    /// <summary>Head of the first column of the table.</summary>
    [Parameter]
    public string PartHead { get; set; } = "Part";

    /// <summary>The largest first; together at most 1.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SharePart> Parts { get; set; } = [];

    private IEnumerable<SharePart> Drawn => Parts.Where(p => ChartGroups.IsShown(p.People));

    private string Spoken => $"{Title}: {string.Join(", ", Drawn.Select(p => $"{p.Word} {ShareText(p.Share)}"))}.";

    private List<TwinRow> Twin => [.. Parts.Select(p => new TwinRow(Words.Capital(p.Word), [ChartGroups.IsShown(p.People) ? ShareText(p.Share) : ChartGroups.NotShown]))];

    private List<(SharePart Part, double X, double Width, bool HasText, string Word)> Placed(int width)
    {
        var placed = new List<(SharePart, double, double, bool, string)>();
        var x = 0.0;
        foreach (var part in Drawn)
        {
            var size = Math.Max(1, (part.Share * width) - Gap);
            placed.Add((part, x, size, size >= Least, WordFor(part, size)));
            x += part.Share * width;
        }

        return placed;
    }

    // Half a word says nothing; the table has it whole.
    private static string WordFor(SharePart part, double width) =>
        ChartText.WidthOf(part.Word) <= width ? part.Word : ChartText.WidthOf(part.Brief) <= width ? part.Brief : "";

    private static string ShareText(double share) => Say.Percent(share);

    private static string F(double place) => ChartScale.F(place);
}
