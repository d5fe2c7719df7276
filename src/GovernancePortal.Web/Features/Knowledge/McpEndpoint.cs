using System.Text.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Knowledge;

/// <summary>
/// The Model Context Protocol over streamable HTTP, as far as a server without sessions needs it: each message is answered by itself, and none is ever sent
/// unasked, so there is no stream to open.
/// </summary>
internal static class McpEndpoint
{
    private const string Version = "2025-06-18";
    private const string VersionHeader = "MCP-Protocol-Version";

    /// <summary>What clients may say they speak; what they ask for is the same in all of them.</summary>
    private static readonly string[] Versions = [Version, "2025-03-26"];

    private static Error OtherOrigin { get; } = new("mcp.origin", "Pages of other sites may not speak to this server.", ErrorKind.Forbidden);

    private static Error OtherVersion { get; } = new("mcp.version", $"This server speaks {string.Join(" and ", Versions)}.", ErrorKind.Invalid);

    private static Error NoStream { get; } = new("mcp.stream", "This server opens no stream and keeps no session; send each message with POST.");

    public static void MapMcp(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/mcp", PostAsync).RequireAuthorization(Policies.ReadFeed).DisableAntiforgery().WithTags("Knowledge").WithSummary("Model Context Protocol: which pages an agent may read");
        endpoints.MapMethods("/mcp", ["GET", "DELETE"], (HttpContext context) =>
        {
            context.Response.Headers.Allow = "POST";
            return Problems.Of(NoStream, status: StatusCodes.Status405MethodNotAllowed);
        }).RequireAuthorization(Policies.ReadFeed).ExcludeFromDescription();
    }

    private static async Task<IResult> PostAsync(HttpContext context, IMediator mediator, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        // A browser page that learnt a key must not use it from elsewhere (DNS rebinding).
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && !origin.Equals($"{context.Request.Scheme}://{context.Request.Host}", StringComparison.OrdinalIgnoreCase)) return Problems.Of(OtherOrigin);
        var spoken = context.Request.Headers[VersionHeader].ToString();
        if (spoken.Length > 0 && !Versions.Contains(spoken, StringComparer.Ordinal)) return Problems.Of(OtherVersion);

        JsonNode? node;
        try
        {
            node = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            return Results.Json(JsonRpc.Refuse(null, JsonRpc.ParseError, "This is no JSON."), statusCode: StatusCodes.Status400BadRequest);
        }

        var (message, refusal) = JsonRpc.Read(node);
        if (refusal is not null) return Results.Json(refusal, statusCode: StatusCodes.Status400BadRequest);
        if (message is null || message.IsNotification) return Results.Accepted();
        return Results.Json(await AnswerAsync(mediator, json.Value.SerializerOptions, message, cancellationToken));
    }

    private static async Task<JsonObject> AnswerAsync(IMediator mediator, JsonSerializerOptions options, RpcMessage message, CancellationToken cancellationToken) =>
        message.Method switch
        {
            "initialize" => JsonRpc.Answer(message.Id, Welcome(message.Params)),
            "ping" => JsonRpc.Answer(message.Id, new JsonObject()),
            "tools/list" => JsonRpc.Answer(message.Id, McpTools.List()),
            "tools/call" => await CallAsync(mediator, options, message, cancellationToken),
            _ => JsonRpc.Refuse(message.Id, JsonRpc.MethodNotFound, $"There is no method {message.Method}."),
        };

    private static async Task<JsonObject> CallAsync(IMediator mediator, JsonSerializerOptions options, RpcMessage message, CancellationToken cancellationToken)
    {
        if (!JsonRpc.Text(message.Params["name"], out var name)) return JsonRpc.Refuse(message.Id, JsonRpc.InvalidParams, "Name the tool.");
        if (message.Params["arguments"] is not (null or JsonObject)) return JsonRpc.Refuse(message.Id, JsonRpc.InvalidParams, "The arguments are an object.");

        var told = await McpTools.CallAsync(mediator, options, name, message.Params["arguments"] as JsonObject ?? [], cancellationToken);
        return told is null ? JsonRpc.Refuse(message.Id, JsonRpc.InvalidParams, $"There is no tool {name} with these arguments; tools/list says what there is.") : JsonRpc.Answer(message.Id, told);
    }

    private static JsonObject Welcome(JsonObject asked) =>
        new()
        {
            ["protocolVersion"] = JsonRpc.Text(asked["protocolVersion"], out var wanted) && Versions.Contains(wanted, StringComparer.Ordinal) ? wanted : Version,
            ["capabilities"] = new JsonObject { ["tools"] = new JsonObject { ["listChanged"] = false } },
            ["serverInfo"] = new JsonObject { ["name"] = "governance-portal", ["title"] = "Governance Portal", ["version"] = "1" },
            ["instructions"] = "Before you use a knowledge page, call check_url with its address. Use only pages that may be read. When a page misled you, call report_wrong_answer.",
        };
}
