namespace GovernancePortal.Domain.Usage;

/// <summary>Names of tools and of the providers whose logins their reports use.</summary>
public static class UsageTools
{
    public const string Copilot = "github-copilot";

    /// <summary>Provider of the logins in Copilot reports.</summary>
    public const string GitHub = "github";

    /// <summary>The form in which logins are stored and compared.</summary>
    public static string LoginForm(string login) => login.Trim().ToLowerInvariant();
}
