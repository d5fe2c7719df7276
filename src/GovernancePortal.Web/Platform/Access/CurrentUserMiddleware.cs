namespace GovernancePortal.Web.Platform.Access;

/// <summary>Tells <see cref="CurrentUser"/> who an HTTP request belongs to.</summary>
internal sealed class CurrentUserMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentUser user)
    {
        user.Set(context.User);
        return next(context);
    }
}
