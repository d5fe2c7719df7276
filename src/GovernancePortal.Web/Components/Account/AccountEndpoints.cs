using GovernancePortal.Data.Access;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Components.Account;

/// <summary>Endpoints beside the account pages.</summary>
internal static class AccountEndpoints
{
    public static void MapAccountEndpoints(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                "/account/sign-out",
                async (SignInManager<PortalUser> signIn) =>
                {
                    await signIn.SignOutAsync();
                    return Results.LocalRedirect("/account/sign-in");
                }
            )
            .AllowAnonymous();
}
