using System.Reflection;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using MediatR;

namespace GovernancePortal.Web.Platform.Pipeline;

/// <summary>
/// The lock on every request: somebody is signed in, one of their roles carries the policy, and the unit that the request names lies in that role's scope.
/// It has no generic constraint, because the container leaves out behaviours whose constraints a request does not meet.
/// </summary>
internal sealed partial class AuthorizationBehaviour<TRequest, TResponse>(
    CurrentUser user,
    UnitLookup units,
    ILogger<AuthorizationBehaviour<TRequest, TResponse>> log
) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly string? Policy = typeof(TRequest).GetCustomAttribute<RequiresAttribute>()?.Policy;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        await user.RefreshAsync(cancellationToken);

        var refusal = await RefusalAsync(request, cancellationToken);
        if (refusal is null) return await next();

        Refused(typeof(TRequest).Name, refusal.Code, user.Actor);
        return Refusals<TResponse>.Of(refusal);
    }

    private async Task<Error?> RefusalAsync(TRequest request, CancellationToken cancellationToken)
    {
        if (!user.IsSignedIn) return AccessErrors.SignedOut;
        if (Policy is null || !user.Has(Policy)) return AccessErrors.NoRole;
        if (request is IWholeOrganisationRequest && !user.ScopeOf(Policy).IsWholeOrganisation) return AccessErrors.PartOfOrganisation;
        if (request is not IUnitRequest unitRequest) return null;

        var left = await units.LeftOfAsync(unitRequest.UnitId, cancellationToken);
        return left is { } position && user.ScopeOf(Policy).Covers(position) ? null : AccessErrors.OutOfScope;
    }

    [LoggerMessage(1001, LogLevel.Warning, "{Request} refused with {Code} for {Actor}")]
    private partial void Refused(string request, string code, string actor);
}
