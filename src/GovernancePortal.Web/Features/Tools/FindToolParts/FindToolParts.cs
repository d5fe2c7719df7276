using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Tools.Registry;
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
    private const int Most = 20;

    public async Task<Result<IReadOnlyList<NamedChoice>>> Handle(FindToolPeopleQuery request, CancellationToken cancellationToken)
    {
        // What was chosen reads "name, number".
        var name = request.Text.Split(',')[0];
        if (Person.SearchForm(name).Length == 0) return Array.Empty<NamedChoice>();

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        return await db.People.Within(db.Units, user.ScopeOf(Policies.ManageTools))
            .Where(p => p.LeftOn == null || p.LeftOn > today)
            .WhoseNameBegins(name)
            .OrderBy(p => p.SearchName)
            .ThenBy(p => p.Id)
            .Take(Most)
            .Select(p => new NamedChoice(p.Id.Value, p.Name + ", " + p.EmployeeNumber))
            .ToArrayAsync(cancellationToken);
    }

    public async Task<Result<IReadOnlyList<NamedChoice>>> Handle(FindToolUnitsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var anywhere = LikePattern.Containing(request.Text.Trim());
        return await db.Units.Within(user.ScopeOf(Policies.ManageTools))
            .Where(u => EF.Functions.Like(u.Path, anywhere, LikePattern.Escape))
            .OrderBy(u => u.Depth)
            .ThenBy(u => u.Left)
            .Take(Most)
            .Select(u => new NamedChoice(u.Id.Value, u.Path))
            .ToArrayAsync(cancellationToken);
    }
}
