namespace GovernancePortal.Web.Components.Account;

/// <summary>Where to go after signing in: an address of this site, never another one.</summary>
internal static class LocalUrl
{
    public static string Of(string? url) => url is ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl) ? url : "/";
}
