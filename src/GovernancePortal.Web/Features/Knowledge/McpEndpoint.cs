using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using ModelContextProtocol.Protocol;

namespace GovernancePortal.Web.Features.Knowledge;

/// <summary>The Model Context Protocol over streamable HTTP, without sessions: each message is answered by itself, by whichever replica gets it, with the rights of its key.</summary>
internal static class McpEndpoint
{
    private const string Instructions = "Before you use a knowledge page, call check_url with its address. Use only pages that may be read. When a page misled you, call report_wrong_answer.";

    private static Error OtherOrigin { get; } = new("mcp.origin", "Pages of other sites may not speak to this server.", ErrorKind.Forbidden);

    private static Error NoStream { get; } = new("mcp.stream", "This server opens no stream and keeps no session; send each message with POST.");

    public static IServiceCollection AddMcp(this IServiceCollection services)
    {
        services
            .AddMcpServer(options =>
            {
                options.ServerInfo = new Implementation { Name = "governance-portal", Title = "Governance Portal", Version = "1" };
                options.ServerInstructions = Instructions;
            })
            .WithHttpTransport(options => options.Stateless = true)
            .WithTools<McpTools>();
        return services;
    }

    public static void MapMcpTools(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMcp("/mcp").RequireAuthorization(Policies.ReadFeed).DisableAntiforgery().ExcludeFromDescription().Add(RefuseOtherSites);
        // Without sessions there is no stream to open; the protocol wants that said so.
        endpoints.MapMethods("/mcp", ["GET", "DELETE"], context =>
        {
            context.Response.Headers.Allow = "POST";
            return Problems.Of(NoStream, status: StatusCodes.Status405MethodNotAllowed).ExecuteAsync(context);
        }).RequireAuthorization(Policies.ReadFeed).ExcludeFromDescription();
    }

    // A browser page that learnt a key must not use it from elsewhere (DNS rebinding).
    private static void RefuseOtherSites(EndpointBuilder endpoint)
    {
        var next = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            var origin = context.Request.Headers.Origin.ToString();
            var isOwn = origin.Length == 0 || origin.Equals($"{context.Request.Scheme}://{context.Request.Host}", StringComparison.OrdinalIgnoreCase);
            return isOwn ? next(context) : Problems.Of(OtherOrigin).ExecuteAsync(context);
        };
    }
}
