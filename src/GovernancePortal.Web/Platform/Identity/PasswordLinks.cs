using System.Text;
using GovernancePortal.Data.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Platform.Identity;

/// <summary>
/// Links with which a person sets a password: for an invitation and for somebody who has lost theirs. A link holds for two days and works once,
/// because the password it sets changes the security stamp it was made from.
/// </summary>
public sealed class PasswordLinks(IServiceScopeFactory scopes)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    /// <summary>Path and query of a new link, without the host.</summary>
    public async Task<string> CreateAsync(PortalUser user)
    {
        await using var scope = scopes.CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().GeneratePasswordResetTokenAsync(user);
        return $"/account/set-password?user={user.Id}&token={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))}";
    }

    /// <summary>The token of a link, or an empty one when the link was cut short.</summary>
    public static string TokenOf(string? encoded)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(encoded ?? ""));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
