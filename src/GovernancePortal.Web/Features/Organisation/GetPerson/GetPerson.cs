using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Organisation.GetPerson;

/// <summary>One person as the roster tells them; pay only for whoever may see it.</summary>
[Requires(Policies.ViewPeople)]
public sealed record GetPersonQuery(PersonId PersonId) : IRequest<Result<PersonResponse>>;

/// <param name="MaySeePay">Whether <paramref name="AnnualLoadedCost"/> was left out because it is not theirs to see.</param>
/// <param name="AnnualLoadedCost">Null when unknown or not to be seen.</param>
public sealed record PersonResponse(
    PersonId Id,
    string Name,
    string EmployeeNumber,
    string? Email,
    UnitId UnitId,
    string UnitPath,
    PersonLink? Manager,
    int Reports,
    string WorkRole,
    Level Level,
    bool IsContractor,
    string Location,
    DateOnly? StartDate,
    DateOnly? LeftOn,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> Systems,
    bool MaySeePay,
    decimal? AnnualLoadedCost
);

public sealed record PersonLink(PersonId Id, string Name);

internal sealed class GetPersonHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<GetPersonQuery, Result<PersonResponse>>
{
    public async Task<Result<PersonResponse>> Handle(GetPersonQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db
            .People.AsNoTracking()
            .Include(p => p.Skills)
            .Include(p => p.Systems)
            .AsSplitQuery()
            .Where(p => p.Id == request.PersonId)
            .Join(db.Units, p => p.UnitId, u => u.Id, (person, unit) => new { person, unit })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || !user.ScopeOf(Policies.ViewPeople).Covers(found.unit)) return CommonErrors.NotFound;

        var person = found.person;
        var manager = await db.People.Where(p => p.Id == person.ManagerId).Select(p => new PersonLink(p.Id, p.Name)).SingleOrDefaultAsync(cancellationToken);
        var reports = await db.People.CountAsync(p => p.ManagerId == person.Id && p.LeftOn == null, cancellationToken);
        var maySeePay = user.ScopeOf(Policies.ViewPay).Covers(found.unit);
        return new PersonResponse(
            person.Id,
            person.Name,
            person.EmployeeNumber,
            person.Email,
            found.unit.Id,
            found.unit.Path,
            manager,
            reports,
            person.WorkRole,
            person.Level,
            person.IsContractor,
            person.Location,
            person.StartDate,
            person.LeftOn,
            [.. person.Skills.Select(s => s.Name).Order(StringComparer.Ordinal)],
            [.. person.Systems.Select(s => s.Name).Order(StringComparer.Ordinal)],
            maySeePay,
            maySeePay ? person.AnnualLoadedCost : null
        );
    }
}
