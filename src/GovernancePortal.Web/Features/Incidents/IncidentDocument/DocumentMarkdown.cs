using System.Text;
using System.Text.RegularExpressions;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Incidents.IncidentDocument;

/// <summary>The document as Markdown. What people typed stands for itself: it makes no headings, links or HTML.</summary>
internal static partial class DocumentMarkdown
{
    public static string Of(PostIncident document)
    {
        var text = new StringBuilder($"# {Plain(document.Number)}, {Plain(document.Title)}\n\n{Plain(document.Finding)}\n");
        foreach (var section in document.Sections)
        {
            text.Append($"\n## {Plain(section.Heading)}\n\n");
            foreach (var line in section.Lines) text.Append(line.IsStruck ? $"- ~~{Plain(line.Text)}~~\n" : $"- {Plain(line.Text)}\n");
        }

        return text.Append($"\n---\nAs of {Say.Time(document.MadeAt)} UTC.\n").ToString();
    }

    private static string Plain(string text) => Special().Replace(Breaks().Replace(text, " ").Trim(), @"\$0");

    [GeneratedRegex(@"[\\`*_{}\[\]<>#|~!&+]|^[-=]|(?<=^\d+)[.)]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Breaks();
}
