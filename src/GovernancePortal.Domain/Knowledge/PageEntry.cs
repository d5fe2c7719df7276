using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace GovernancePortal.Domain.Knowledge;

/// <summary>
/// A page as agents are told of it, as UTF-8 JSON whose object is left open: whether it may be read depends on the day and is added when it is told.
/// It is kept with the page, so that a feed of very many pages is read and not made.
/// </summary>
public static class PageEntry
{
    public const int MaxLength = 8000;

    public static byte[] Of(KnowledgePage page)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, page.Id.Value);
            json.WriteString("system"u8, page.System);
            json.WriteString("url"u8, page.Url);
            json.WriteString("title"u8, page.Title);
            json.WriteString("criticality"u8, page.Criticality.ToString());
            json.WriteString("contentHash"u8, page.ContentHash);
            json.WriteString("verifiedOn"u8, Text(page.VerifiedOn));
            json.WriteString("verifiedUntil"u8, Text(page.DueOn));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan[..^1].ToArray();
    }

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
