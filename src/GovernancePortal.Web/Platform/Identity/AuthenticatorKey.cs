namespace GovernancePortal.Web.Platform.Identity;

/// <summary>The key of an authenticator app, as a person types it and as an app scans it.</summary>
internal static class AuthenticatorKey
{
    private const string Issuer = "Governance Portal";

    /// <summary>In groups of four, lower case.</summary>
    public static string Readable(string key) => string.Join(' ', key.Chunk(4).Select(part => new string(part))).ToLowerInvariant();

    public static string Uri(string account, string key)
    {
        var (issuer, name) = (System.Uri.EscapeDataString(Issuer), System.Uri.EscapeDataString(account));
        return $"otpauth://totp/{issuer}:{name}?secret={key}&issuer={issuer}&digits=6";
    }
}
