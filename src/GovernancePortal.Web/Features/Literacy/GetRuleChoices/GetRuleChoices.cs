using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.GetRuleChoices;

/// <summary>Tools that somebody has used or holds a licence for.</summary>
[Requires(Policies.ManageCourses)]
public sealed record GetKnownToolsQuery : IRequest<Result<IReadOnlyList<string>>>
{
    public const int Most = 50;
}

/// <summary>Roles that exist in the roster, by a part of their name.</summary>
[Requires(Policies.ManageCourses)]
public sealed record FindWorkRolesQuery(string Text) : IRequest<Result<IReadOnlyList<string>>>
{
    public const int Most = 20;
}

/// <summary>Units for which somebody may set requirements, by a part of their path; the highest first.</summary>
[Requires(Policies.ManageCourses)]
public sealed record FindRequirementUnitsQuery(string? Search) : IRequest<Result<IReadOnlyList<RequirementUnit>>>
{
    public const int Most = 12;
}

public sealed record RequirementUnit(UnitId Id, string Path);

internal sealed class FindWorkRolesValidator : AbstractValidator<FindWorkRolesQuery>
{
    public FindWorkRolesValidator() => RuleFor(q => q.Text).MaximumLength(Person.WorkRoleMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class FindRequirementUnitsValidator : AbstractValidator<FindRequirementUnitsQuery>
{
    public FindRequirementUnitsValidator() => RuleFor(q => q.Search).MaximumLength(Unit.NameMaxLength).WithMessage("Search for at most 200 characters.");
}

internal sealed class RuleChoicesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user)
    : IRequestHandler<GetKnownToolsQuery, Result<IReadOnlyList<string>>>,
        IRequestHandler<FindWorkRolesQuery, Result<IReadOnlyList<string>>>,
        IRequestHandler<FindRequirementUnitsQuery, Result<IReadOnlyList<RequirementUnit>>>
{
    public async Task<Result<IReadOnlyList<string>>> Handle(GetKnownToolsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var used = await EachAsync(db.UsageMonths.Select(u => u.Tool), cancellationToken);
        var licensed = await EachAsync(db.LicenceSeats.Select(s => s.Tool), cancellationToken);
        return used.Union(licensed, StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(GetKnownToolsQuery.Most).ToArray();
    }

    public async Task<Result<IReadOnlyList<string>>> Handle(FindWorkRolesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var roles = db.People.Within(db.Units, user.ScopeOf(Policies.ManageCourses)).Where(p => p.WorkRole != "").Select(p => p.WorkRole).Distinct();
        if (request.Text.Trim() is { Length: > 0 } text)
        {
            var anywhere = LikePattern.Containing(text);
            roles = roles.Where(r => EF.Functions.Like(r, anywhere, LikePattern.Escape));
        }

        return await roles.OrderBy(r => r).Take(FindWorkRolesQuery.Most).ToArrayAsync(cancellationToken);
    }

    public async Task<Result<IReadOnlyList<RequirementUnit>>> Handle(FindRequirementUnitsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var units = db.Units.AsNoTracking().Within(user.ScopeOf(Policies.ManageCourses));
        if (request.Search?.Trim() is { Length: > 0 } text)
        {
            var anywhere = LikePattern.Containing(text);
            units = units.Where(u => EF.Functions.Like(u.Path, anywhere, LikePattern.Escape));
        }

        return await units.OrderBy(u => u.Depth).ThenBy(u => u.Left).Take(FindRequirementUnitsQuery.Most).Select(u => new RequirementUnit(u.Id, u.Path)).ToArrayAsync(cancellationToken);
    }

    // One look into the index for each tool; a DISTINCT would read every month of usage.
    private static async Task<List<string>> EachAsync(IQueryable<string> tools, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var last = "";
        while (found.Count < GetKnownToolsQuery.Most)
        {
            var after = last;
#pragma warning disable CA1309 // Translated to an SQL comparison; the database's collation decides.
            var next = await tools.Where(t => string.Compare(t, after) > 0).MinAsync(t => (string?)t, cancellationToken);
#pragma warning restore CA1309
            if (next is null) break;
            found.Add(last = next);
        }

        return found;
    }
}
