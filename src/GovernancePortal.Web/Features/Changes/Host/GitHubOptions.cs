namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>Section <c>GitHub</c> of the configuration.</summary>
internal sealed class GitHubOptions
{
    public const string Section = "GitHub";

    /// <summary>Shared with GitHub; without it every webhook is refused.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>The one before, while the secret is being changed.</summary>
    public string WebhookSecretBefore { get; set; } = "";

    /// <summary>Id of the GitHub App; without it and a key nothing is sent to GitHub.</summary>
    public string AppId { get; set; } = "";

    /// <summary>Private key of the app in PEM.</summary>
    public string PrivateKey { get; set; } = "";

    /// <summary>A file that holds it instead.</summary>
    public string PrivateKeyFile { get; set; } = "";

    public string ApiAddress { get; set; } = "https://api.github.com/";

    /// <summary>Where people reach the portal; links in check runs lead there.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>Name of the check run.</summary>
    public string CheckName { get; set; } = "AI sign-off";

    /// <summary>Environments that are production.</summary>
    public string ProductionEnvironments { get; set; } = "production";

    public bool Receives => WebhookSecret.Length > 0;

    public bool Sends => AppId.Length > 0 && (PrivateKey.Length > 0 || PrivateKeyFile.Length > 0);

    public bool IsProduction(string environment) =>
        ProductionEnvironments.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Contains(environment.Trim(), StringComparer.OrdinalIgnoreCase);

    public string Pem() => PrivateKey.Length > 0 ? PrivateKey : File.ReadAllText(PrivateKeyFile);
}
