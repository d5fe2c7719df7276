namespace GovernancePortal.Web.Platform.Access;

/// <summary>Claims of the portal's own.</summary>
internal static class PortalClaims
{
    /// <summary>Id of the API key that signed in.</summary>
    public const string ApiKey = "gp:api-key";
}
