using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using GovernancePortal.Web.Components.Account;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovernancePortal.Web.Platform.Identity;

/// <summary>
/// How often one address may try to sign in. The lock of an account stops many passwords for one account; this stops one password for many accounts,
/// and codes of the second step that are tried in turns.
/// </summary>
internal static class SignInLimits
{
    private const string Setting = "SignIn:PerMinute";
    private const int Usual = 20;
    private const int NetworkBytes = 8;

    private static readonly PathString[] Forms = ["/account/sign-in", "/account/two-factor", "/account/set-password"];

    public static int PerMinute(IConfiguration configuration)
    {
        var tries = configuration.GetValue(Setting, Usual);
        return tries > 0 ? tries : throw new InvalidOperationException($"{Setting} is a whole number from 1; it is {tries}.");
    }

    public static bool Counts(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && Array.Exists(Forms, f => context.Request.Path.StartsWithSegments(f, StringComparison.OrdinalIgnoreCase));

    public static RateLimitPartition<string> Of(HttpContext context, int perMinute) =>
        Counts(context)
            ? RateLimitPartition.GetFixedWindowLimiter(
                $"sign-in {NetworkOf(context.Connection.RemoteIpAddress)}",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }
            )
            : RateLimitPartition.GetNoLimiter("");

    /// <summary>Says so on a page; the form was not looked at.</summary>
    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TooManyTriesPage> { StatusCode = StatusCodes.Status429TooManyRequests }.ExecuteAsync(context);
    }

    // Whoever has one address of the sixth version has the whole network of 64 bits around it.
    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : address.ToString();
    }
}
