using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>Which proof counts where: under <c>/api</c> and <c>/mcp</c> a key and nothing else, everywhere else the cookie and nothing else.</summary>
internal static class SchemeChoice
{
    public const string SchemeName = "Portal";

    public static AuthenticationBuilder AddSchemeChoice(this AuthenticationBuilder builder) =>
        builder
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, displayName: null, configureOptions: null)
            .AddPolicyScheme(
                SchemeName,
                displayName: null,
                options =>
                    options.ForwardDefaultSelector = context =>
                        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/mcp", StringComparison.OrdinalIgnoreCase)
                            ? ApiKeyHandler.SchemeName
                            : IdentityConstants.ApplicationScheme
            );
}
