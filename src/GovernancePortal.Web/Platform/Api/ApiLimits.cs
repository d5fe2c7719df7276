using System.Threading.RateLimiting;
using GovernancePortal.Web.Platform.Access;

namespace GovernancePortal.Web.Platform.Api;

/// <summary>Keeps one caller of the HTTP API from taking the portal from everybody else.</summary>
internal static class ApiLimits
{
    /// <summary>Requests a minute for each key; callers without a key share this by address.</summary>
    public const int PerMinute = 600;

    /// <summary>As many for the sign-off gate, and for code hosts, each on its own: one key or address speaks for all builds of an organisation.</summary>
    public const int BuildsPerMinute = 30_000;

    private static Domain.Common.Error TooMany { get; } = new("api.too-many", "Too many requests in a minute. Wait a minute and go on.");

    public static RateLimitPartition<string> Of(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/api/v1/changes", StringComparison.OrdinalIgnoreCase)) return Window($"changes {CallerOf(context)}", BuildsPerMinute);
        if (path.StartsWithSegments("/api/v1/webhooks", StringComparison.OrdinalIgnoreCase)) return Window($"webhooks {CallerOf(context)}", BuildsPerMinute);
        return path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/mcp", StringComparison.OrdinalIgnoreCase) ? Window(CallerOf(context), PerMinute) : RateLimitPartition.GetNoLimiter("pages");
    }

    public static Task RefuseAsync(HttpContext context) => Problems.Of(TooMany, status: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);

    private static RateLimitPartition<string> Window(string caller, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(caller, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) });

    // By the key that was found, and not by what the header says: a wrong key earns no allowance of its own.
    private static string CallerOf(HttpContext context) =>
        context.User.FindFirst(PortalClaims.ApiKey)?.Value ?? context.Connection.RemoteIpAddress?.ToString() ?? "";
}
