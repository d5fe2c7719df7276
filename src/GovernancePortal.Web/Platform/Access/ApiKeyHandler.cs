using System.Security.Claims;
using System.Text.Encodings.Web;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>Signs in a program by <c>Authorization: Bearer gp_…</c>. Refusals are problem details; a program is never sent to the sign-in page.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    IDbContextFactory<PortalDbContext> contexts,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "ApiKey";

    private const string Bearer = "Bearer ";

    /// <summary>How exactly the last use is kept; a write for every call would cost more than it tells.</summary>
    private static readonly TimeSpan LastUsedStep = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();

        var text = header[Bearer.Length..].Trim();
        if (!text.StartsWith(ApiKey.Marker, StringComparison.Ordinal)) return AuthenticateResult.Fail("Not a key of the portal.");

        await using var db = await contexts.CreateDbContextAsync(Context.RequestAborted);
        var hash = ApiKey.HashOf(text);
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash, Context.RequestAborted);
        var now = clock.GetUtcNow();
        if (key is null || !key.IsUsableAt(now)) return AuthenticateResult.Fail("The key is unknown, expired or withdrawn.");

        await NoteUseAsync(db, key, now);
        var identity = new ClaimsIdentity([new Claim(PortalClaims.ApiKey, key.Id.Value.ToString()), new Claim(ClaimTypes.Name, key.Name)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return RefuseAsync(StatusCodes.Status401Unauthorized, "access.key", "A key is needed", "Send Authorization: Bearer with a key that is neither expired nor withdrawn.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        RefuseAsync(StatusCodes.Status403Forbidden, AccessErrors.NoRole.Code, "The key does not cover this", "The key lacks the scope for this call.");

    private async Task NoteUseAsync(PortalDbContext db, ApiKey key, DateTimeOffset now)
    {
        if (key.LastUsedAt > now - LastUsedStep) return;

        var before = now - LastUsedStep;
        await db
            .ApiKeys.Where(k => k.Id == key.Id && (k.LastUsedAt == null || k.LastUsedAt <= before))
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), Context.RequestAborted);
    }

    private Task RefuseAsync(int status, string code, string title, string detail)
    {
        Response.StatusCode = status;
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail, Extensions = { ["code"] = code } };
        return Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", Context.RequestAborted);
    }
}
