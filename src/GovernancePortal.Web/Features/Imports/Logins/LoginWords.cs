using GovernancePortal.Domain.Usage;

namespace GovernancePortal.Web.Features.Imports.Logins;

/// <summary>How pages name what is known about a login.</summary>
internal static class LoginWords
{
    public static string Of(NobodyReason reason) =>
        reason switch
        {
            NobodyReason.Bot => "A program, not a person",
            NobodyReason.Left => "Somebody who has left",
            _ => "Somebody who is not in the roster",
        };

    public static string Tool(string provider) => UsageTools.NameOf(UsageTools.ToolOf(provider));

    public static string Href(string provider, string login) => $"imports/login?provider={Uri.EscapeDataString(provider)}&login={Uri.EscapeDataString(login)}";
}
