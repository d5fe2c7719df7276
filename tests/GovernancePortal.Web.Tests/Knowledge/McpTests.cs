using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

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
    [InlineData("1999-01-01", "2025-06-18")]
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

        tools.Select(t => t!["name"]!.GetValue<string>()).ShouldBe(["list_readable_pages", "check_url", "report_wrong_answer"]);
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
    [InlineData("{", -32700, 400)]
    [InlineData("[]", -32600, 400)]
    [InlineData("null", -32600, 400)]
    [InlineData("""{"id":1,"method":"ping"}""", -32600, 400)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"method":"ping"}""", -32600, 400)]
    [InlineData("""{"jsonrpc":"2.0","id":1}""", -32600, 400)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"resources/list"}""", -32601, 200)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"delete_page"}}""", -32602, 200)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}""", -32602, 200)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"check_url","arguments":{}}}""", -32602, 200)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"check_url","arguments":{"url":5}}}""", -32602, 200)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_readable_pages","arguments":{"page":0}}}""", -32602, 200)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":[]}""", -32602, 400)]
    public async Task Faults_of_the_protocol_have_the_codes_of_json_rpc(string body, int code, int status)
    {
        var answer = await PostAsync(body);

        ((int)answer.StatusCode).ShouldBe(status);
        (await ReadAsync(answer))["error"]!["code"]!.GetValue<int>().ShouldBe(code);
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

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    private Task<HttpResponseMessage> PostAsync(string body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return _client.SendAsync(request);
    }
}
