using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.FindCaseParts;

/// <summary>Units about which a case may be opened, by a part of their path; the highest first.</summary>
[Requires(Policies.ManageCases)]
public sealed record FindCaseUnitsQuery(string Text) : IRequest<Result<IReadOnlyList<NamedChoice>>>;

/// <summary>People whose positions may be marked, by the beginning of a first or last name.</summary>
[Requires(Policies.ManageCases)]
public sealed record FindCasePeopleQuery(string Text) : IRequest<Result<IReadOnlyList<NamedChoice>>>;

internal sealed class FindCaseUnitsValidator : AbstractValidator<FindCaseUnitsQuery>
{
    public FindCaseUnitsValidator() => RuleFor(q => q.Text).MaximumLength(Unit.PathMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class FindCasePeopleValidator : AbstractValidator<FindCasePeopleQuery>
{
    public FindCasePeopleValidator() => RuleFor(q => q.Text).MaximumLength(Person.NameMaxLength + Person.EmployeeNumberMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class FindCasePartsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<FindCaseUnitsQuery, Result<IReadOnlyList<NamedChoice>>>,
        IRequestHandler<FindCasePeopleQuery, Result<IReadOnlyList<NamedChoice>>>
{
    public async Task<Result<IReadOnlyList<NamedChoice>>> Handle(FindCaseUnitsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Units.OfferAsync(user.ScopeOf(Policies.ManageCases), request.Text, cancellationToken);
    }

    public async Task<Result<IReadOnlyList<NamedChoice>>> Handle(FindCasePeopleQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.People.OfferAsync(db.Units, user.ScopeOf(Policies.ManageCases), request.Text, clock.Today(), cancellationToken);
    }
}
