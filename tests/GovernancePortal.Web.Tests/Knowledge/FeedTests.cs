using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Knowledge.CheckPage;
using GovernancePortal.Web.Features.Knowledge.GetReadablePages;
using GovernancePortal.Web.Features.Knowledge.QuarantinePage;
using GovernancePortal.Web.Features.Knowledge.ReadFeed;
using GovernancePortal.Web.Features.Knowledge.ReportReads;
using GovernancePortal.Web.Features.Knowledge.ReportWrongAnswer;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Imports;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Knowledge;

/// <summary>What agents are told, over HTTP with a key.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    private PageDesk _desk = null!;
    private IAsyncDisposable _server = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await PageDesk.OpenAsync();
        (_server, _client) = await _desk.Portal.ServeInMemoryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Agents_are_told_readable_pages_and_withheld_ones_with_the_reason_on_request()
    {
        await _desk.AddAsync("fine");
        await _desk.AddAsync("notes", forAgents: false);
        await _desk.AddAsync("new", verified: false);
        await _desk.UseKeyAsync(_client, _desk.Portal.Root, ApiScopes.KnowledgeRead);

        var plain = await GetAsync("");
        var all = await GetAsync("?include=withheld");

        Urls(plain).ShouldBe(["fine"]);
        plain["complete"]!.GetValue<bool>().ShouldBeTrue();
        plain["pages"]![0]!["contentHash"]!.GetValue<string>().ShouldBe(PageDesk.Hash);
        all["pages"]!.AsArray().Select(p => (p!["url"]!.GetValue<string>(), p["mayBeRead"]!.GetValue<bool>(), p["reason"]?.GetValue<string>())).ShouldBe(
            [("fine", true, null), ("notes", false, "not-for-agents"), ("new", false, "unverified")]);
    }

    [Fact]
    public async Task A_known_tag_is_answered_with_304_until_something_is_decided_or_a_day_passes()
    {
        var page = await _desk.AddAsync("fine");
        await _desk.UseKeyAsync(_client, _desk.Portal.Root, ApiScopes.KnowledgeRead);
        var tag = (await _client.GetAsync("/api/v1/knowledge/feed")).Headers.ETag!;

        (await AskAsync(tag)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await _desk.Portal.SendAs(_desk.Steward, new QuarantinePageCommand(page.Id, page.Version, "Doubtful."))).Error.ShouldBeNull();
        var changed = await AskAsync(tag);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AskAsync(changed.Headers.ETag!)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        _desk.Portal.Clock.Advance(TimeSpan.FromDays(1));
        (await AskAsync(changed.Headers.ETag!)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_next_reader_gets_the_same_bytes_until_a_decision_and_another_unit_its_own()
    {
        var (page, elsewhere) = (await _desk.AddAsync("fine"), await _desk.AddAsync("warehouse", unit: _desk.Portal.Logistics));
        await _desk.UseKeyAsync(_client, _desk.Portal.Root, ApiScopes.KnowledgeRead);
        var first = await BytesAsync();
        (await BytesAsync()).ShouldBe(first);

        await _desk.UseKeyAsync(_client, _desk.Portal.Logistics, ApiScopes.KnowledgeRead);
        Urls(await GetAsync("")).ShouldBe([elsewhere.Url]);

        (await _desk.Portal.SendAs(_desk.Steward, new QuarantinePageCommand(page.Id, page.Version, "Doubtful."))).Error.ShouldBeNull();
        await _desk.UseKeyAsync(_client, _desk.Portal.Root, ApiScopes.KnowledgeRead);
        Urls(await GetAsync("")).ShouldBe([elsewhere.Url]);
        Urls(await GetAsync("?include=withheld")).ShouldBe(["fine", elsewhere.Url]);

        Task<byte[]> BytesAsync() => _client.GetByteArrayAsync(new Uri("/api/v1/knowledge/feed", UriKind.Relative));
    }

    [Fact]
    public async Task Since_a_cursor_only_what_is_otherwise_is_told()
    {
        await _desk.AddAsync("fine");
        var page = await _desk.AddAsync("doubtful");
        await _desk.UseKeyAsync(_client, _desk.Portal.Root, ApiScopes.KnowledgeRead);
        var cursor = (await GetAsync(""))["cursor"]!.GetValue<string>();

        Urls(await GetAsync($"?since={cursor}")).ShouldBeEmpty();
        (await _desk.Portal.SendAs(_desk.Steward, new QuarantinePageCommand(page.Id, page.Version, "Doubtful."))).Error.ShouldBeNull();
        var changes = await GetAsync($"?since={cursor}");
        Urls(changes).ShouldBe(["doubtful"]);
        changes["complete"]!.GetValue<bool>().ShouldBeFalse();
        changes["pages"]![0]!["reason"]!.GetValue<string>().ShouldBe("quarantined");

        _desk.Portal.Clock.Advance(TimeSpan.FromDays(100));
        Urls(await GetAsync($"?since={changes["cursor"]!.GetValue<string>()}")).ShouldBe(["fine", "doubtful"], "the day made them stale");
        await _desk.Portal.MustImportAsync(ImportKind.KnowledgePages, "url,title\nanother,Another\n");
        (await GetAsync($"?since={cursor}"))["complete"]!.GetValue<bool>().ShouldBeTrue("a file may have changed any page");
        (await _client.GetAsync("/api/v1/knowledge/feed?since=yesterday")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_key_reads_its_own_units_and_needs_the_scope()
    {
        await _desk.AddAsync("warehouse", unit: _desk.Portal.Logistics);
        (await _client.GetAsync("/api/v1/knowledge/feed")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await _desk.UseKeyAsync(_client, _desk.Portal.Root, ApiScopes.TargetsRead);
        (await _client.GetAsync("/api/v1/knowledge/feed")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _client.PostAsJsonAsync("/api/v1/knowledge/reads", new[] { new { url = "warehouse", count = 1 } })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await _desk.UseKeyAsync(_client, _desk.Portal.Checkout, ApiScopes.KnowledgeRead);

        Urls(await GetAsync("")).ShouldBeEmpty();
        (await CheckAsync("warehouse"))["reason"]!.GetValue<string>().ShouldBe("unknown");
        (await _desk.Portal.SendAs(Role.KnowledgeSteward, new ReadFeedQuery())).Error.ShouldBe(AccessErrors.NoRole);
        (await _desk.Portal.SendAs(Role.KnowledgeSteward, new CheckPageQuery("a"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _desk.Portal.SendAs(Role.KnowledgeSteward, new GetReadablePagesQuery(null, new Paging(1, 25)))).Error.ShouldBe(AccessErrors.NoRole);
        (await _desk.Portal.SendAs(Role.KnowledgeSteward, new ReportReadsCommand([new ReadCount("a", 1)]))).Error.ShouldBe(AccessErrors.NoRole);
        (await _desk.Portal.SendAs(Role.KnowledgeSteward, new ReportWrongAnswerCommand("a", "b"))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task One_address_is_checked_with_the_version_that_the_agent_holds()
    {
        await _desk.AddAsync("fine");
        await _desk.UseKeyAsync(_client, _desk.Portal.Root, ApiScopes.KnowledgeRead);

        (await CheckAsync("fine"))["mayBeRead"]!.GetValue<bool>().ShouldBeTrue();
        (await CheckAsync($"fine&hash={PageDesk.Hash.ToUpperInvariant()}"))["mayBeRead"]!.GetValue<bool>().ShouldBeTrue();
        (await CheckAsync($"fine&hash={PageDesk.OtherHash}"))["reason"]!.GetValue<string>().ShouldBe("other-version");
        (await _client.GetAsync("/api/v1/knowledge/check")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Reads_count_once_for_a_day_however_often_they_are_told()
    {
        var page = await _desk.AddAsync("fine");
        await _desk.UseKeyAsync(_client, _desk.Portal.Root, ApiScopes.KnowledgeReport);
        var reads = new object[] { new { url = "fine", count = 7 }, new { url = "fine", count = 3, day = _desk.Today.AddDays(-1) }, new { url = "nowhere", count = 1 } };

        var first = await PostReadsAsync(reads);
        var again = await PostReadsAsync(reads);
        var more = await PostReadsAsync([new { url = "fine", count = 9 }]);

        (Number(first, "accepted"), Number(again, "unchanged"), Number(more, "accepted")).ShouldBe((2, 2, 1));
        first["unknown"]!.AsArray().Select(u => u!.GetValue<string>()).ShouldBe(["nowhere"]);
        (await _desk.Portal.InDb(db => db.PageReads.Where(r => r.PageId == page.Id).OrderBy(r => r.Day).Select(r => r.Count).ToListAsync())).ShouldBe([3, 9]);
        (await _client.PostAsJsonAsync("/api/v1/knowledge/reads", new[] { new { url = "fine", count = -1 } })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _client.PostAsJsonAsync("/api/v1/knowledge/reads", new[] { new { url = "fine", count = 1, day = _desk.Today.AddDays(1) } })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _client.PostAsJsonAsync("/api/v1/knowledge/reads", Array.Empty<object>())).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_wrong_answer_waits_until_somebody_decides_and_is_no_decision_itself()
    {
        var page = await _desk.AddAsync("fine");
        await _desk.UseKeyAsync(_client, _desk.Portal.Root, ApiScopes.KnowledgeReport);

        for (var i = 0; i < 2; i++) (await _client.PostAsJsonAsync("/api/v1/knowledge/wrong-answers", new { url = "fine", text = "The region is gone." })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await _client.PostAsJsonAsync("/api/v1/knowledge/wrong-answers", new { url = "nowhere", text = "x" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _client.PostAsJsonAsync("/api/v1/knowledge/wrong-answers", new { url = "fine", text = "" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await _desk.Portal.InDb(db => db.WrongAnswers.SingleAsync())).SettledAt.ShouldBeNull();
        (await _desk.LoadAsync(page.Id)).StateOn(_desk.Today).ShouldBe(PageState.Fresh);
        (await _desk.Portal.SendAs(_desk.Steward, new QuarantinePageCommand(page.Id, page.Version, "It misled."))).Error.ShouldBeNull();
        (await _desk.Portal.InDb(db => db.WrongAnswers.SingleAsync())).SettledAt.ShouldNotBeNull();
    }

    private async Task<JsonNode> GetAsync(string query) => (await _client.GetFromJsonAsync<JsonNode>($"/api/v1/knowledge/feed{query}"))!;

    private async Task<JsonNode> CheckAsync(string query) => (await _client.GetFromJsonAsync<JsonNode>($"/api/v1/knowledge/check?url={query}"))!;

    private async Task<JsonNode> PostReadsAsync(object[] reads)
    {
        var answer = await _client.PostAsJsonAsync("/api/v1/knowledge/reads", reads);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private Task<HttpResponseMessage> AskAsync(System.Net.Http.Headers.EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/knowledge/feed");
        request.Headers.IfNoneMatch.Add(tag);
        return _client.SendAsync(request);
    }

    private static int Number(JsonNode node, string name) => node[name]!.GetValue<int>();

    private static string[] Urls(JsonNode feed) => [.. feed["pages"]!.AsArray().Select(p => p!["url"]!.GetValue<string>())];
}
