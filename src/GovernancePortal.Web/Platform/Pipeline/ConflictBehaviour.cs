using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Pipeline;

/// <summary>Turns a lost race into a refusal that says so: a newer version in the database, or a second row where only one may be.</summary>
internal sealed class ConflictBehaviour<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return await next();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusals<TResponse>.Of(CommonErrors.ChangedMeanwhile);
        }
        catch (DbUpdateException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            return Refusals<TResponse>.Of(CommonErrors.AlreadyThere);
        }
    }
}
