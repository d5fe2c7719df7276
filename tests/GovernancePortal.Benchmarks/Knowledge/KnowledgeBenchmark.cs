using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Knowledge.ListPages;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Benchmarks.Knowledge;

/// <summary>100,000 pages: the feed over HTTP with a key, whole and by its tag, and the register's list.</summary>
internal static class KnowledgeBenchmark
{
    private const int Pages = 100_000;
    private const int Owners = 500;
    private const int Read = 20_000;

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync(served: true);
        var user = await portal.AddTopAsync("Larkfield", Role.KnowledgeSteward);
        await FillAsync(portal);
        using var client = await ClientAsync(portal);

        var bytes = 0L;
        var tag = "";
        // A decision about any page makes the next whole feed be written anew.
        await BenchmarkPortal.MeasureAsync("knowledge: feed, whole, the first after a decision", 20, async () =>
        {
            await DecideAsync(portal);
            (tag, bytes) = await FeedAsync(client, "", HttpStatusCode.OK);
        });
        await BenchmarkPortal.MeasureAsync("knowledge: feed, whole, the next reader", 20, async () => (tag, bytes) = await FeedAsync(client, "", HttpStatusCode.OK));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"knowledge: the feed has {bytes / 1e6:0.0} MB"));
        await BenchmarkPortal.MeasureAsync("knowledge: feed with what is withheld", 10, () => FeedAsync(client, "?include=withheld", HttpStatusCode.OK));
        client.DefaultRequestHeaders.IfNoneMatch.Add(EntityTagHeaderValue.Parse(tag));
        await BenchmarkPortal.MeasureAsync("knowledge: feed by its tag", 200, () => FeedAsync(client, "", HttpStatusCode.NotModified));
        await BenchmarkPortal.MeasureAsync("knowledge: register, first page", 50, () => ListAsync(new PageFilter(), PageOrder.Title));
        await BenchmarkPortal.MeasureAsync("knowledge: work queue, first page", 20, () => ListAsync(new PageFilter(Work: true), PageOrder.Need));

        Task ListAsync(PageFilter filter, PageOrder order) => portal.SendAsync(user, new ListPagesQuery(filter, order, Descending: false, new Paging(1, Paging.DefaultSize)));
    }

    private static async Task DecideAsync(BenchmarkPortal portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        db.Record("benchmark", "page.corrected", $"page:{Guid.CreateVersion7()}", new { });
        await db.SaveChangesAsync();
    }

    private static async Task FillAsync(BenchmarkPortal portal)
    {
        var (now, today) = (TimeProvider.System.GetUtcNow(), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var root = await db.Units.SingleAsync();
        var people = Enumerable.Range(0, Owners).Select(i => new Person(PersonId.New(), $"E{i:00000}", $"Owner {i}", root.Id)).ToArray();
        await portal.AddAsync(people);
        var pages = Enumerable.Range(0, Pages).Select(i =>
        {
            var facts = new PageFacts($"Runbook {i}", root.Id, people[i % Owners].Id, OwnerText: "#runbooks", Interval: new ReviewInterval(6, IntervalUnit.Month));
            var page = KnowledgePage.Register("wiki", $"https://wiki.example/runbooks/service-{i % 977}/page-{i}", facts, now).Value;
            page.SeeVersion(Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(i))));
            // One in ten was verified too long ago.
            if (i % 20 != 0) page.TakeReview(today.AddDays(i % 10 == 1 ? -400 : -(i % 150)));
            return page;
        }).ToArray();
        await portal.AddAsync(pages);
        await portal.AddAsync(pages.Take(Read).Select((p, i) => new PageRead(p.Id, today.AddDays(-(i % 20)), "key:a", 1 + (i % 50))));
    }

    private static async Task<HttpClient> ClientAsync(BenchmarkPortal portal)
    {
        var (text, now) = (ApiKey.Generate(), TimeProvider.System.GetUtcNow());
        await using var db = await portal.Contexts.CreateDbContextAsync();
        await portal.AddAsync([new ApiKey("Benchmark", text, [ApiScopes.KnowledgeRead], (await db.Units.SingleAsync()).Id, now, now.AddDays(1))]);
        return new HttpClient { BaseAddress = portal.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", text) } };
    }

    private static async Task<(string Tag, long Bytes)> FeedAsync(HttpClient client, string query, HttpStatusCode expected)
    {
        using var answer = await client.GetAsync(new Uri($"/api/v1/knowledge/feed{query}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode != expected) throw new InvalidOperationException($"{answer.StatusCode} instead of {expected}");
        await using var body = await answer.Content.ReadAsStreamAsync();
        var (bytes, buffer) = (0L, new byte[128 * 1024]);
        for (int read; (read = await body.ReadAsync(buffer)) > 0;) bytes += read;
        return (answer.Headers.ETag!.ToString(), bytes);
    }
}
