using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Tools.FindToolParts;

/// <summary>People who may own an entry or hold its gate, by the beginning of a first or last name.</summary>
[Requires(Policies.ManageTools)]
public sealed record FindToolPeopleQuery(string Text) : IRequest<Result<IReadOnlyList<NamedChoice>>>;

/// <summary>Units for which something may be approved, by a part of their path; the highest first.</summary>
[Requires(Policies.ManageTools)]
public sealed record FindToolUnitsQuery(string Text) : IRequest<Result<IReadOnlyList<NamedChoice>>>;

internal sealed class FindToolPeopleValidator : AbstractValidator<FindToolPeopleQuery>
{
    public FindToolPeopleValidator() => RuleFor(q => q.Text).MaximumLength(Person.NameMaxLength + Person.EmployeeNumberMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class FindToolUnitsValidator : AbstractValidator<FindToolUnitsQuery>
{
    public FindToolUnitsValidator() => RuleFor(q => q.Text).MaximumLength(Unit.PathMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class FindToolPartsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<FindToolPeopleQuery, Result<IReadOnlyList<NamedChoice>>>,
        IRequestHandler<FindToolUnitsQuery, Result<IReadOnlyList<NamedChoice>>>
{
    public async Task<Result<IReadOnlyList<NamedChoice>>> Handle(FindToolPeopleQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.People.OfferAsync(db.Units, user.ScopeOf(Policies.ManageTools), request.Text, clock.Today(), cancellationToken);
    }

    public async Task<Result<IReadOnlyList<NamedChoice>>> Handle(FindToolUnitsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Units.OfferAsync(user.ScopeOf(Policies.ManageTools), request.Text, cancellationToken);
    }
}
