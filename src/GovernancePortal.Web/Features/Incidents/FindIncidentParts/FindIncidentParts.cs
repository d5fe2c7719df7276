using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.FindIncidentParts;

/// <summary>People who may own a follow-up, by the beginning of a first or last name.</summary>
[Requires(Policies.ClassifyIncidents)]
public sealed record FindIncidentPeopleQuery(string Text) : IRequest<Result<IReadOnlyList<NamedChoice>>>;

/// <summary>Units for which an incident may be reported, by a part of their path; the highest first.</summary>
[Requires(Policies.ReportIncidents)]
public sealed record FindIncidentUnitsQuery(string Text) : IRequest<Result<IReadOnlyList<NamedChoice>>>;

internal sealed class FindIncidentPeopleValidator : AbstractValidator<FindIncidentPeopleQuery>
{
    public FindIncidentPeopleValidator() => RuleFor(q => q.Text).MaximumLength(Person.NameMaxLength + Person.EmployeeNumberMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class FindIncidentUnitsValidator : AbstractValidator<FindIncidentUnitsQuery>
{
    public FindIncidentUnitsValidator() => RuleFor(q => q.Text).MaximumLength(Unit.PathMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class FindIncidentPartsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<FindIncidentPeopleQuery, Result<IReadOnlyList<NamedChoice>>>,
        IRequestHandler<FindIncidentUnitsQuery, Result<IReadOnlyList<NamedChoice>>>
{
    public async Task<Result<IReadOnlyList<NamedChoice>>> Handle(FindIncidentPeopleQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.People.OfferAsync(db.Units, user.ScopeOf(Policies.ClassifyIncidents), request.Text, clock.Today(), cancellationToken);
    }

    public async Task<Result<IReadOnlyList<NamedChoice>>> Handle(FindIncidentUnitsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Units.OfferAsync(user.ScopeOf(Policies.ReportIncidents), request.Text, cancellationToken);
    }
}
