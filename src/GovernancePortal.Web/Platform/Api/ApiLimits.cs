using System.Threading.RateLimiting;
using GovernancePortal.Web.Platform.Access;

namespace GovernancePortal.Web.Platform.Api;

/// <summary>Keeps one caller of the HTTP API from taking the portal from everybody else.</summary>
internal static class ApiLimits
{
    /// <summary>Requests a minute for each key; callers without a key share this by address.</summary>
    public const int PerMinute = 600;

    private static Domain.Common.Error TooMany { get; } = new("api.too-many", $"More than {PerMinute} requests in a minute. Wait a minute and go on.");

    public static RateLimitPartition<string> Of(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/mcp", StringComparison.OrdinalIgnoreCase)
            ? RateLimitPartition.GetFixedWindowLimiter(CallerOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("pages");

    public static Task RefuseAsync(HttpContext context) => Problems.Of(TooMany, status: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);

    // By the key that was found, and not by what the header says: a wrong key earns no allowance of its own.
    private static string CallerOf(HttpContext context) =>
        context.User.FindFirst(PortalClaims.ApiKey)?.Value ?? context.Connection.RemoteIpAddress?.ToString() ?? "";
}
