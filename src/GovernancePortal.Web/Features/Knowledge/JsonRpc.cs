using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovernancePortal.Web.Features.Knowledge;

/// <summary>One JSON-RPC 2.0 message that was sent; a message without an id is a notification.</summary>
internal sealed record RpcMessage(JsonNode? Id, string Method, JsonObject Params, bool IsNotification);

/// <summary>Reads and writes JSON-RPC 2.0, with the codes that its specification names.</summary>
internal static class JsonRpc
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;

    /// <summary>The message, or the answer that says what is wrong with it; neither for an answer of the client's, which nobody waits for.</summary>
    public static (RpcMessage? Message, JsonObject? Refusal) Read(JsonNode? node)
    {
        if (node is not JsonObject message || !Text(message["jsonrpc"], out var version) || version != "2.0") return (null, Refuse(null, InvalidRequest, "Send one JSON-RPC 2.0 message."));

        var hasId = message.TryGetPropertyValue("id", out var id);
        if (hasId && id?.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number)) return (null, Refuse(null, InvalidRequest, "An id is a text or a number."));
        if (!message.ContainsKey("method") && (message.ContainsKey("result") || message.ContainsKey("error"))) return (null, null);
        if (!Text(message["method"], out var method)) return (null, Refuse(id, InvalidRequest, "Name the method."));
        if (message["params"] is not (null or JsonObject)) return (null, Refuse(id, InvalidParams, "The parameters are an object."));
        return (new RpcMessage(id, method, message["params"] as JsonObject ?? [], !hasId), null);
    }

    public static JsonObject Answer(JsonNode? id, JsonNode result) => new() { ["jsonrpc"] = "2.0", ["id"] = id?.DeepClone(), ["result"] = result };

    public static JsonObject Refuse(JsonNode? id, int code, string message) =>
        new() { ["jsonrpc"] = "2.0", ["id"] = id?.DeepClone(), ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };

    public static bool Text(JsonNode? node, out string text)
    {
        text = node is JsonValue value && value.TryGetValue<string>(out var found) ? found : "";
        return text.Length > 0;
    }
}
