using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GovernancePortal.Web.Platform.Identity;

/// <summary>Adds sign-in with Microsoft Entra ID when it is configured.</summary>
internal static class EntraSetup
{
    public static AuthenticationBuilder AddEntra(this AuthenticationBuilder builder, IConfiguration configuration)
    {
        var entra = configuration.GetSection(EntraOptions.Section).Get<EntraOptions>() ?? new EntraOptions();
        builder.Services.AddSingleton(entra);
        builder.Services.AddScoped<EntraSignIn>();
        if (!entra.IsConfigured) return builder;

        return builder.AddOpenIdConnect(
            EntraOptions.Scheme,
            "Microsoft Entra ID",
            options =>
            {
                options.SignInScheme = IdentityConstants.ExternalScheme;
                options.Authority = entra.Authority;
                options.ClientId = entra.ClientId;
                options.CallbackPath = "/account/entra-answer";
                options.MapInboundClaims = false;
                options.Scope.Add("email");
                options.TokenValidationParameters.NameClaimType = "name";
                options.ResponseType = OpenIdConnectResponseType.IdToken;
                if (entra.ClientSecret.Length == 0) return;

                options.ClientSecret = entra.ClientSecret;
                options.ResponseType = OpenIdConnectResponseType.Code;
                options.UsePkce = true;
            }
        );
    }
}
