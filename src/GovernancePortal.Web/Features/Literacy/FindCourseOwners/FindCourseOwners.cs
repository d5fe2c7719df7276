using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.FindCourseOwners;

/// <summary>People who may own a course, by the beginning of a first or last name.</summary>
[Requires(Policies.ManageCourses)]
public sealed record FindCourseOwnersQuery(string Text) : IRequest<Result<IReadOnlyList<PossibleOwner>>>
{
    public const int Most = 20;
}

/// <param name="Label">Name and number, so that two people of one name can be told apart.</param>
public sealed record PossibleOwner(PersonId Id, string Label);

internal sealed class FindCourseOwnersValidator : AbstractValidator<FindCourseOwnersQuery>
{
    public FindCourseOwnersValidator() => RuleFor(q => q.Text).MaximumLength(Person.NameMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class FindCourseOwnersHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<FindCourseOwnersQuery, Result<IReadOnlyList<PossibleOwner>>>
{
    public async Task<Result<IReadOnlyList<PossibleOwner>>> Handle(FindCourseOwnersQuery request, CancellationToken cancellationToken)
    {
        // What was chosen reads "name, number".
        var name = request.Text.Split(',')[0];
        if (Person.SearchForm(name).Length == 0) return Array.Empty<PossibleOwner>();

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        return await db.People.Within(db.Units, user.ScopeOf(Policies.ManageCourses))
            .Where(p => p.LeftOn == null || p.LeftOn > today)
            .WhoseNameBegins(name)
            .OrderBy(p => p.SearchName)
            .ThenBy(p => p.Id)
            .Take(FindCourseOwnersQuery.Most)
            .Select(p => new PossibleOwner(p.Id, p.Name + ", " + p.EmployeeNumber))
            .ToArrayAsync(cancellationToken);
    }
}
