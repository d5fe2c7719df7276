using System.Buffers;
using System.Globalization;
using System.Text;

namespace GovernancePortal.Web.Features.Knowledge.ReadFeed;

/// <summary>Writes the feed as its pages are read. How many there were is told at the end, because nobody knows it before.</summary>
internal sealed class FeedResult(Feed feed) : IResult
{
    private const int FlushAt = 32 * 1024;

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

    private async Task WriteAsync(Stream body, ArrayBufferWriter<byte>? copy, IAsyncEnumerable<FeedLine> pages, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(2 * FlushAt);
        Write(string.Create(CultureInfo.InvariantCulture, $$"""{"cursor":"{{feed.Cursor}}","asOf":"{{feed.Day:yyyy-MM-dd}}","complete":{{(feed.IsComplete ? "true" : "false")}},"pages":["""));
        var count = 0;
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            if (count++ > 0) buffer.Write(","u8);
            buffer.Write(page.Entry);
            if (page.Reason is { } reason) Write($",\"mayBeRead\":false,\"reason\":\"{reason}\"}}");
            else buffer.Write(",\"mayBeRead\":true}"u8);
            if (buffer.WrittenCount >= FlushAt) await FlushAsync();
        }

        Write(string.Create(CultureInfo.InvariantCulture, $"],\"count\":{count}}}"));
        await FlushAsync();

        void Write(string text) => Encoding.UTF8.GetBytes(text, buffer);

        async Task FlushAsync()
        {
            await body.WriteAsync(buffer.WrittenMemory, cancellationToken);
            copy?.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
    }
}
