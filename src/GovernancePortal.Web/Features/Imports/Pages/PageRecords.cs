using System.Text.Json;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Pages;

/// <summary>Reads what a JSON record says of a page, by the names that a table has. Null says nothing, as an absent property does.</summary>
internal sealed class PageRecords(ImportReport report)
{
    private static readonly HashSet<string> Known = ImportFields.Of(ImportKind.KnowledgePages).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);

    private readonly SortedSet<string> _unread = new(StringComparer.Ordinal);

    /// <summary>Null when the record is none; that is told.</summary>
    public PageText? Read(JsonElement record, int row)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            report.Errors.Add(row, "(record)", "record.shape", record.ValueKind.ToString().ToLowerInvariant(), "an object with one page");
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in record.EnumerateObject())
        {
            if (!Known.Contains(property.Name)) _unread.Add(property.Name);
            else if (Text(property.Value) is not { } text) report.Errors.Add(row, property.Name, "record.value", property.Value.ValueKind.ToString().ToLowerInvariant(), "a text, a number, true or false");
            else if (text.Length > 0) values[property.Name] = text;
        }

        return new PageText(row, values, field => field);
    }

    /// <summary>Names properties that no field has, so that a misspelt one is seen.</summary>
    public void TellUnread()
    {
        if (_unread.Count > 0) report.Notes.Add($"Not read: {string.Join(", ", _unread.Take(10))}.");
    }

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.Null => "",
            _ => null,
        };
}
