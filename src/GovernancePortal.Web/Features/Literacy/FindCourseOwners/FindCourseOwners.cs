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
public sealed record FindCourseOwnersQuery(string Text) : IRequest<Result<IReadOnlyList<NamedChoice>>>;

internal sealed class FindCourseOwnersValidator : AbstractValidator<FindCourseOwnersQuery>
{
    public FindCourseOwnersValidator() => RuleFor(q => q.Text).MaximumLength(Person.NameMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class FindCourseOwnersHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<FindCourseOwnersQuery, Result<IReadOnlyList<NamedChoice>>>
{
    public async Task<Result<IReadOnlyList<NamedChoice>>> Handle(FindCourseOwnersQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.People.OfferAsync(db.Units, user.ScopeOf(Policies.ManageCourses), request.Text, clock.Today(), cancellationToken);
    }
}
