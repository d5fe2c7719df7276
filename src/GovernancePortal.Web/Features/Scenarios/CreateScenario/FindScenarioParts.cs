using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

/// <summary>Units in scope whose path contains the text.</summary>
[Requires(Policies.EditScenarios)]
public sealed record FindScenarioUnitsQuery(string Text) : IRequest<Result<IReadOnlyList<NamedChoice>>>;

/// <summary>People in scope whose name begins with the text.</summary>
[Requires(Policies.EditScenarios)]
public sealed record FindScenarioPeopleQuery(string Text) : IRequest<Result<IReadOnlyList<NamedChoice>>>;

internal sealed class FindScenarioPartsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<FindScenarioUnitsQuery, Result<IReadOnlyList<NamedChoice>>>,
        IRequestHandler<FindScenarioPeopleQuery, Result<IReadOnlyList<NamedChoice>>>
{
    public async Task<Result<IReadOnlyList<NamedChoice>>> Handle(FindScenarioUnitsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Units.OfferAsync(user.ScopeOf(Policies.EditScenarios), request.Text, cancellationToken);
    }

    public async Task<Result<IReadOnlyList<NamedChoice>>> Handle(FindScenarioPeopleQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.People.OfferAsync(db.Units, user.ScopeOf(Policies.EditScenarios), request.Text, clock.Today(), cancellationToken);
    }
}
