namespace GovernancePortal.Web.Platform.Identity;

/// <summary>Sign-in with the company account, off until a tenant and a client are named: section <c>Authentication:Entra</c>.</summary>
public sealed class EntraOptions
{
    public const string Section = "Authentication:Entra";
    public const string Scheme = "Entra";

    public string TenantId { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>Unset, the portal asks for an id token only, which needs no secret; set, it uses the code flow with PKCE.</summary>
    public string ClientSecret { get; set; } = "";

    public string Instance { get; set; } = "https://login.microsoftonline.com/";

    public bool IsConfigured => TenantId.Length > 0 && ClientId.Length > 0;

    public string Authority => $"{Instance.TrimEnd('/')}/{TenantId}/v2.0";
}
