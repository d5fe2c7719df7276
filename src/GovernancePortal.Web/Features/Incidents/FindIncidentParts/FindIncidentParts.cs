using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.FindIncidentParts;

/// <summary>People who may own a follow-up, by the beginning of a first or last name.</summary>
[Requires(Policies.ClassifyIncidents)]
public sealed record FindIncidentPeopleQuery(string Text) : IRequest<Result<IReadOnlyList<IncidentChoice>>>;

/// <summary>Units for which an incident may be reported, by a part of their path; the highest first.</summary>
[Requires(Policies.ReportIncidents)]
public sealed record FindIncidentUnitsQuery(string Text) : IRequest<Result<IReadOnlyList<IncidentChoice>>>;

internal sealed class FindIncidentPeopleValidator : AbstractValidator<FindIncidentPeopleQuery>
{
    public FindIncidentPeopleValidator() => RuleFor(q => q.Text).MaximumLength(Person.NameMaxLength + Person.EmployeeNumberMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class FindIncidentUnitsValidator : AbstractValidator<FindIncidentUnitsQuery>
{
    public FindIncidentUnitsValidator() => RuleFor(q => q.Text).MaximumLength(Unit.PathMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class FindIncidentPartsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<FindIncidentPeopleQuery, Result<IReadOnlyList<IncidentChoice>>>,
        IRequestHandler<FindIncidentUnitsQuery, Result<IReadOnlyList<IncidentChoice>>>
{
    private const int Most = 20;

    public async Task<Result<IReadOnlyList<IncidentChoice>>> Handle(FindIncidentPeopleQuery request, CancellationToken cancellationToken)
    {
        // What was chosen reads "name, number".
        var name = request.Text.Split(',')[0];
        if (Person.SearchForm(name).Length == 0) return Array.Empty<IncidentChoice>();

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        return await db.People.Within(db.Units, user.ScopeOf(Policies.ClassifyIncidents))
            .Where(p => p.LeftOn == null || p.LeftOn > today)
            .WhoseNameBegins(name)
            .OrderBy(p => p.SearchName)
            .ThenBy(p => p.Id)
            .Take(Most)
            .Select(p => new IncidentChoice(p.Id.Value, p.Name + ", " + p.EmployeeNumber))
            .ToArrayAsync(cancellationToken);
    }

    public async Task<Result<IReadOnlyList<IncidentChoice>>> Handle(FindIncidentUnitsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var anywhere = LikePattern.Containing(request.Text.Trim());
        return await db.Units.Within(user.ScopeOf(Policies.ReportIncidents))
            .Where(u => EF.Functions.Like(u.Path, anywhere, LikePattern.Escape))
            .OrderBy(u => u.Depth)
            .ThenBy(u => u.Left)
            .Take(Most)
            .Select(u => new IncidentChoice(u.Id.Value, u.Path))
            .ToArrayAsync(cancellationToken);
    }
}
