using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.FindUnits;

/// <summary>Units for which a role or key may be given out, by a part of their path; the highest first.</summary>
[Requires(Policies.ManageUsers)]
public sealed record FindUnitsQuery(string? Search) : IRequest<Result<IReadOnlyList<FoundUnit>>>
{
    public const int Most = 12;
}

internal sealed class FindUnitsValidator : AbstractValidator<FindUnitsQuery>
{
    public FindUnitsValidator() => RuleFor(q => q.Search).MaximumLength(Unit.NameMaxLength).WithMessage("Search for at most 200 characters.");
}

internal sealed class FindUnitsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user)
    : IRequestHandler<FindUnitsQuery, Result<IReadOnlyList<FoundUnit>>>
{
    public async Task<Result<IReadOnlyList<FoundUnit>>> Handle(FindUnitsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        var units = db.Units.AsNoTracking().Within(user.ScopeOf(Policies.ManageUsers));
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var anywhere = LikePattern.Containing(request.Search.Trim());
            units = units.Where(u => EF.Functions.Like(u.Path, anywhere, LikePattern.Escape));
        }

        return await units.OrderBy(u => u.Depth).ThenBy(u => u.Left).Take(FindUnitsQuery.Most).Select(u => new FoundUnit(u.Id, u.Path)).ToArrayAsync(cancellationToken);
    }
}

public sealed record FoundUnit(UnitId Id, string Path);
