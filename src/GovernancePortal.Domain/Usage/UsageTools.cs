namespace GovernancePortal.Domain.Usage;

/// <summary>Names of tools and of the providers whose logins their reports use.</summary>
public static class UsageTools
{
    public const int ToolMaxLength = 64;

    /// <summary>As long as an e-mail address can be.</summary>
    public const int LoginMaxLength = 254;

    public const string Copilot = "github-copilot";
    public const string Microsoft365Copilot = "microsoft-365-copilot";
    public const string ClaudeCode = "claude-code";

    /// <summary>Provider of the logins in GitHub Copilot reports.</summary>
    public const string GitHub = "github";

    /// <summary>Whose logins a tool's reports use; a tool without a known provider has logins of its own.</summary>
    public static string ProviderOf(string tool) => tool.Equals(Copilot, StringComparison.Ordinal) ? GitHub : tool;

    /// <summary>The tool that a provider's logins use.</summary>
    public static string ToolOf(string provider) => provider.Equals(GitHub, StringComparison.Ordinal) ? Copilot : provider;

    /// <summary>The form in which logins are stored and compared.</summary>
    public static string LoginForm(string login) => login.Trim().ToLowerInvariant();

    /// <summary>The form in which names of tools are stored: "GitHub Copilot" is "github-copilot".</summary>
    public static string ToolForm(string tool) => string.Join('-', tool.Trim().ToLowerInvariant().Split([' ', '_', '-'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A tool's name as pages write it.</summary>
    public static string NameOf(string tool) =>
        tool switch
        {
            Copilot => "GitHub Copilot",
            Microsoft365Copilot => "Microsoft 365 Copilot",
            ClaudeCode => "Claude Code",
            _ => tool,
        };
}
