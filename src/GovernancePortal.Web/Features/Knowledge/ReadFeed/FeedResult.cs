using System.Buffers;
using System.Globalization;
using System.Text.Json;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Knowledge.Reading;

namespace GovernancePortal.Web.Features.Knowledge.ReadFeed;

/// <summary>Writes the feed as its pages are read. How many there were is told at the end, because nobody knows it before.</summary>
internal sealed class FeedResult(Feed feed) : IResult
{
    private const int FlushAt = 32 * 1024;

    private static readonly JsonEncodedText[] Criticalities = [.. Enumerable.Range(0, (int)Criticality.High + 1).Select(i => JsonEncodedText.Encode(((Criticality)i).ToString()))];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = feed.Tag;
        // Whether a page may be read is asked for each time.
        response.Headers.CacheControl = "private, no-cache";
        if (feed.Pages is not { } pages)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        // What changed since a cursor is asked for by one reader; the whole is asked for by many.
        var keeper = feed.IsComplete ? httpContext.RequestServices.GetRequiredService<FeedKeeper>() : null;
        if (keeper?.Find(feed.Tag) is { } kept)
        {
            response.ContentLength = kept.Length;
            await response.Body.WriteAsync(kept, httpContext.RequestAborted);
            return;
        }

        var copy = keeper is null ? null : new ArrayBufferWriter<byte>(FlushAt);
        await WriteAsync(response.Body, copy, pages, httpContext.RequestAborted);
        if (copy is not null) keeper!.Keep(feed.Tag, copy.WrittenMemory);
    }

    private async Task WriteAsync(Stream body, ArrayBufferWriter<byte>? copy, IAsyncEnumerable<FeedPage> pages, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(2 * FlushAt);
        await using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        json.WriteString("cursor"u8, feed.Cursor);
        Write(json, "asOf"u8, feed.Day);
        json.WriteBoolean("complete"u8, feed.IsComplete);
        json.WriteStartArray("pages"u8);
        var count = 0;
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            Write(json, page);
            count++;
            if (json.BytesPending + buffer.WrittenCount >= FlushAt) await FlushAsync();
        }

        json.WriteEndArray();
        json.WriteNumber("count"u8, count);
        json.WriteEndObject();
        await FlushAsync();

        async Task FlushAsync()
        {
            json.Flush();
            await body.WriteAsync(buffer.WrittenMemory, cancellationToken);
            copy?.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
    }

    private static void Write(Utf8JsonWriter json, FeedPage page)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, page.Id.Value);
        json.WriteString("system"u8, page.System);
        json.WriteString("url"u8, page.Url);
        json.WriteString("title"u8, page.Title);
        json.WriteString("criticality"u8, Criticalities[(int)page.Criticality]);
        json.WriteString("contentHash"u8, page.ContentHash);
        Write(json, "verifiedOn"u8, page.VerifiedOn);
        Write(json, "verifiedUntil"u8, page.VerifiedUntil);
        json.WriteBoolean("mayBeRead"u8, page.MayBeRead);
        if (page.Reason is { } reason) json.WriteString("reason"u8, reason);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? day)
    {
        if (day is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        Span<byte> text = stackalloc byte[10];
        known.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }
}
