using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Scenarios.Compared;

public sealed partial class FigureText
{
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>Where the rows are.</summary>
    [Parameter, EditorRequired]
    public string Href { get; set; } = "";

    private IEnumerable<(string Text, bool IsFigure)> Parts
    {
        get
        {
            var from = 0;
            foreach (Match figure in Figure().Matches(Text))
            {
                if (figure.Index > from) yield return (Text[from..figure.Index], false);
                yield return (figure.Value, true);
                from = figure.Index + figure.Length;
            }

            if (from < Text.Length) yield return (Text[from..], false);
        }
    }

    [GeneratedRegex(@"(under )?\d+%|[−+]?[$€£]\d[\d.,]*(k|M|bn|tn)?\b")]
    private static partial Regex Figure();
}
