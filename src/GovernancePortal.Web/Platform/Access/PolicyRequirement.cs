using Microsoft.AspNetCore.Authorization;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>Asks for a policy of <see cref="PolicyTable"/>; what pages and endpoints carry in <c>[Authorize]</c>.</summary>
internal sealed record PolicyRequirement(string Policy) : IAuthorizationRequirement;

internal sealed class PolicyRequirementHandler(CurrentUser user) : AuthorizationHandler<PolicyRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PolicyRequirement requirement)
    {
        user.Set(context.User);
        await user.RefreshAsync(CancellationToken.None);
        if (user.Has(requirement.Policy)) context.Succeed(requirement);
    }
}
