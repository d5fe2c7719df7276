using GovernancePortal.Data.Access;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace GovernancePortal.Web.Components.Account;

/// <summary>Endpoints beside the account pages: what passkeys and the company account need. Each takes a post with the page's antiforgery token.</summary>
internal static class AccountEndpoints
{
    public static void MapAccountEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/account/passkeys/request-options", RequestOptionsAsync).AllowAnonymous();
        endpoints.MapPost("/account/passkeys/creation-options", CreationOptionsAsync).RequireAuthorization(Policies.SignedIn);
        if (!endpoints.ServiceProvider.GetRequiredService<EntraOptions>().IsConfigured) return;

        endpoints.MapPost("/account/entra", StartEntra).AllowAnonymous();
        endpoints.MapGet("/account/entra", FinishEntraAsync).AllowAnonymous();
    }

    // Nobody's account is named: the authenticator offers the passkeys it holds, so the answer tells nothing about who has an account.
    private static async Task<IResult> RequestOptionsAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<PortalUser> signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        return Results.Content(await signIn.MakePasskeyRequestOptionsAsync(user: null), "application/json");
    }

    private static async Task<IResult> CreationOptionsAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        SignInManager<PortalUser> signIn,
        UserManager<PortalUser> users
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        if (await users.GetUserAsync(context.User) is not { } user) return Results.NotFound();

        var entity = new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email ?? user.DisplayName, DisplayName = user.DisplayName };
        return Results.Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ChallengeHttpResult StartEntra([FromForm] string? returnUrl) =>
        TypedResults.Challenge(
            new AuthenticationProperties { RedirectUri = $"/account/entra?returnUrl={Uri.EscapeDataString(LocalUrl.Of(returnUrl))}" },
            [EntraOptions.Scheme]
        );

    private static async Task<IResult> FinishEntraAsync(HttpContext context, EntraSignIn entra, string? returnUrl)
    {
        var company = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        var signedIn = company.Succeeded && await entra.SignInAsync(company.Principal);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        return Results.LocalRedirect(signedIn ? LocalUrl.Of(returnUrl) : "/account/sign-in?after=company");
    }
}
