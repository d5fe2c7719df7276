using System.Text.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Knowledge.CheckPage;
using GovernancePortal.Web.Features.Knowledge.GetReadablePages;
using GovernancePortal.Web.Features.Knowledge.ReportWrongAnswer;
using GovernancePortal.Web.Platform.Lists;
using MediatR;

namespace GovernancePortal.Web.Features.Knowledge;

/// <summary>What an agent can ask of the portal before it reads a page, and tell afterwards.</summary>
internal static class McpTools
{
    public static JsonNode List() =>
        JsonNode.Parse(
            """
            {"tools":[
              {"name":"list_readable_pages","title":"List readable pages","description":"Lists the knowledge pages that agents may read now: verified in time, in the verified version, and owned. Ask for a part of the title or address; pages come 100 at a time.",
               "inputSchema":{"type":"object","properties":{"search":{"type":"string","description":"A part of the title or address"},"page":{"type":"integer","minimum":1}},"additionalProperties":false},
               "annotations":{"readOnlyHint":true}},
              {"name":"check_url","title":"Check one page","description":"Says whether an agent may read the page at this address now, and why not. Ask before each use. A page that nobody registered may not be read.",
               "inputSchema":{"type":"object","properties":{"url":{"type":"string"},"sha256":{"type":"string","description":"SHA-256 of the text you hold, to learn whether it is the verified version"}},"required":["url"],"additionalProperties":false},
               "annotations":{"readOnlyHint":true}},
              {"name":"report_wrong_answer","title":"Report a wrong answer","description":"Says that what a page told was wrong. A person looks at it and decides; the page goes to the top of their list.",
               "inputSchema":{"type":"object","properties":{"url":{"type":"string"},"text":{"type":"string","maxLength":1000,"description":"What was wrong"}},"required":["url","text"],"additionalProperties":false},
               "annotations":{"readOnlyHint":false,"destructiveHint":false,"idempotentHint":true}}
            ]}
            """)!;

    /// <summary>Null when there is no such tool, or when an argument is not what the tool says.</summary>
    public static async Task<JsonObject?> CallAsync(IMediator mediator, JsonSerializerOptions options, string name, JsonObject arguments, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case "list_readable_pages" when Fits(arguments, "search", "page") && Page(arguments, out var page):
                JsonRpc.Text(arguments["search"], out var search);
                return Result(await mediator.Send(new GetReadablePagesQuery(search, new Paging(page, Paging.MaxSize)), cancellationToken), options, l => new { l.Total, l.Page, l.Pages, Items = l.Items });
            case "check_url" when Fits(arguments, "url", "sha256") && JsonRpc.Text(arguments["url"], out var url):
                var hash = JsonRpc.Text(arguments["sha256"], out var sha256) ? sha256 : null;
                return Result(await mediator.Send(new CheckPageQuery(url, hash), cancellationToken), options, c => c);
            case "report_wrong_answer" when Fits(arguments, "url", "text") && JsonRpc.Text(arguments["url"], out var doubted) && JsonRpc.Text(arguments["text"], out var text):
                return await mediator.Send(new ReportWrongAnswerCommand(doubted, text), cancellationToken) is { Error: { } refusal } ? Refused(refusal) : Told(new JsonObject { ["reported"] = true });
            default:
                return null;
        }
    }

    private static bool Fits(JsonObject arguments, params string[] names) => arguments.All(a => names.Contains(a.Key, StringComparer.Ordinal));

    private static bool Page(JsonObject arguments, out int page)
    {
        page = 1;
        return arguments["page"] is null || (arguments["page"] is JsonValue value && value.TryGetValue(out page) && page >= 1);
    }

    private static JsonObject Result<T>(Result<T> result, JsonSerializerOptions options, Func<T, object> shape) =>
        result.IsSuccess ? Told(JsonSerializer.SerializeToNode(shape(result.Value), options)!.AsObject()) : Refused(result.Error!);

    private static JsonObject Told(JsonObject content) => new() { ["content"] = Text(content.ToJsonString()), ["structuredContent"] = content, ["isError"] = false };

    // A refusal is something the agent should read, not a fault of the protocol.
    private static JsonObject Refused(Error error) => new() { ["content"] = Text($"{error.Message} ({error.Code})"), ["isError"] = true };

    private static JsonArray Text(string text) => [new JsonObject { ["type"] = "text", ["text"] = text }];
}
