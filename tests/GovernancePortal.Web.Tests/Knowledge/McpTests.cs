using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using ModelContextProtocol.Client;

namespace GovernancePortal.Web.Tests.Knowledge;

/// <summary>The Model Context Protocol as a client speaks it.</summary>
public sealed class McpTests : IAsyncLifetime
{
    private PageDesk _desk = null!;
    private IAsyncDisposable _server = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await PageDesk.OpenAsync();
        (_server, _client) = await _desk.Portal.ServeInMemoryAsync();
        await _desk.UseKeyAsync(_client, _desk.Portal.Root, ApiScopes.KnowledgeRead, ApiScopes.KnowledgeReport);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Theory]
    [InlineData("2025-06-18", "2025-06-18")]
    [InlineData("2025-03-26", "2025-03-26")]
    [InlineData("1999-01-01", "2025-11-25")]
    public async Task A_client_and_the_server_agree_on_a_version(string asked, string told)
    {
        var welcome = await CallAsync("initialize", $$$"""{"protocolVersion":"{{{asked}}}","capabilities":{},"clientInfo":{"name":"t","version":"1"}}""");

        welcome["result"]!["protocolVersion"]!.GetValue<string>().ShouldBe(told);
        welcome["result"]!["capabilities"]!["tools"].ShouldNotBeNull();
        welcome["result"]!["serverInfo"]!["name"]!.GetValue<string>().ShouldBe("governance-portal");
        (await PostAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await CallAsync("ping", "{}"))["result"]!.AsObject().Count.ShouldBe(0);
    }

    [Fact]
    public async Task Three_tools_are_offered_with_their_arguments()
    {
        var tools = (await CallAsync("tools/list", "{}"))["result"]!["tools"]!.AsArray();

        tools.Select(t => t!["name"]!.GetValue<string>()).ShouldBe(["list_readable_pages", "check_url", "report_wrong_answer"], ignoreOrder: true);
        tools.ShouldAllBe(t => t!["inputSchema"]!["type"]!.GetValue<string>() == "object");
    }

    [Fact]
    public async Task An_agent_lists_checks_and_reports()
    {
        await _desk.AddAsync("fine");
        await _desk.AddAsync("new", verified: false);

        var list = await ToolAsync("list_readable_pages", """{"search":"i"}""");
        var good = await ToolAsync("check_url", """{"url":"fine"}""");
        var bad = await ToolAsync("check_url", """{"url":"new"}""");
        var report = await ToolAsync("report_wrong_answer", """{"url":"fine","text":"It is not so."}""");
        var nowhere = await ToolAsync("report_wrong_answer", """{"url":"nowhere","text":"x"}""");

        list["structuredContent"]!["items"]!.AsArray().Select(p => p!["url"]!.GetValue<string>()).ShouldBe(["fine"]);
        good["structuredContent"]!["mayBeRead"]!.GetValue<bool>().ShouldBeTrue();
        JsonNode.Parse(bad["content"]![0]!["text"]!.GetValue<string>())!["why"]!.GetValue<string>().ShouldBe("nobody has ever verified it");
        report["isError"]!.GetValue<bool>().ShouldBeFalse();
        nowhere["isError"]!.GetValue<bool>().ShouldBeTrue();
        (await _desk.Portal.InDb(db => db.WrongAnswers.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_only_reads_cannot_report()
    {
        await _desk.AddAsync("fine");
        await _desk.UseKeyAsync(_client, _desk.Portal.Root, ApiScopes.KnowledgeRead);

        (await ToolAsync("report_wrong_answer", """{"url":"fine","text":"x"}"""))["isError"]!.GetValue<bool>().ShouldBeTrue();
        (await _desk.Portal.InDb(db => db.WrongAnswers.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"id":1,"method":"ping"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"resources/list"}""", -32601)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"delete_page"}}""", -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":[]}""")]
    public async Task Faults_of_the_protocol_are_told_as_such(string body, int? code = null)
    {
        var error = (await ReadAsync(await PostAsync(body)))["error"].ShouldNotBeNull();

        if (code is not null) error["code"]!.GetValue<int>().ShouldBe(code.Value);
        error["message"]!.GetValue<string>().ShouldNotContain("Exception");
    }

    [Theory]
    [InlineData("check_url", "{}")]
    [InlineData("check_url", """{"url":5}""")]
    [InlineData("check_url", """{"url":""}""")]
    [InlineData("list_readable_pages", """{"page":"one"}""")]
    [InlineData("report_wrong_answer", """{"url":"fine"}""")]
    public async Task Arguments_that_do_not_fit_are_refused_by_the_tool(string tool, string arguments)
    {
        await _desk.AddAsync("fine");

        var result = await ToolAsync(tool, arguments);

        result["isError"]!.GetValue<bool>().ShouldBeTrue();
        result["content"]![0]!["text"]!.GetValue<string>().ShouldNotContain("   at ");
        (await _desk.Portal.InDb(db => db.WrongAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_client_of_the_protocols_own_library_gets_along()
    {
        await _desk.AddAsync("fine");
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new Uri(_client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }, _client));

        client.ServerInstructions!.ShouldContain("check_url");
        (await client.ListToolsAsync()).Select(t => t.Name).ShouldBe(["list_readable_pages", "check_url", "report_wrong_answer"], ignoreOrder: true);
        var checkedPage = await client.CallToolAsync("check_url", new Dictionary<string, object?>(StringComparer.Ordinal) { ["url"] = "fine" });
        checkedPage.StructuredContent!.Value.GetProperty("mayBeRead").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_key_from_another_site_or_in_an_unknown_version_nothing_is_told()
    {
        (await _client.GetAsync("/mcp")).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await PostAsync(Ping, ("Origin", "https://elsewhere.example"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(Ping, ("Origin", "https://localhost"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(Ping, ("MCP-Protocol-Version", "1999-01-01"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(Ping, ("MCP-Protocol-Version", "2025-06-18"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await _desk.UseKeyAsync(_client, _desk.Portal.Root, ApiScopes.TargetsRead);
        (await PostAsync(Ping)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        _client.DefaultRequestHeaders.Authorization = null;
        (await PostAsync(Ping)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private const string Ping = """{"jsonrpc":"2.0","id":1,"method":"ping"}""";

    private async Task<JsonNode> ToolAsync(string name, string arguments) => (await CallAsync("tools/call", $$$"""{"name":"{{{name}}}","arguments":{{{arguments}}}}"""))["result"]!;

    private async Task<JsonNode> CallAsync(string method, string parameters)
    {
        var answer = await ReadAsync(await PostAsync($$$"""{"jsonrpc":"2.0","id":"a1","method":"{{{method}}}","params":{{{parameters}}}}"""));
        answer["id"]!.GetValue<string>().ShouldBe("a1");
        return answer;
    }

    // An answer comes as the one event of a stream.
    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return JsonNode.Parse(answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? text.Split('\n').Single(l => l.StartsWith("data:", StringComparison.Ordinal))["data:".Length..] : text)!;
    }

    private Task<HttpResponseMessage> PostAsync(string body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return _client.SendAsync(request);
    }
}
