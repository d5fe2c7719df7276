using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.LogSession;

/// <summary>The people of a unit who may be ticked, those who lack the course first; or those whose name begins with what was typed.</summary>
/// <param name="Search">Narrows to a name, anywhere in the units that the lead answers for; null for the unit.</param>
[Requires(Policies.LogTraining)]
public sealed record GetSessionPeopleQuery(UnitId UnitId, CourseId? CourseId, string? Search = null) : IRequest<Result<SessionPeople>>;

/// <param name="Total">People of the unit; more than are listed in a large one.</param>
public sealed record SessionPeople(IReadOnlyList<SessionPerson> People, int Total);

/// <param name="Lacks">Whether the course is asked of the person and not met.</param>
/// <param name="GraceUntil">Last day of the time of grace of a joiner who does not have it yet.</param>
public sealed record SessionPerson(PersonId Id, string Name, string EmployeeNumber, bool IsContractor, bool Lacks, DateOnly? GraceUntil);

internal sealed class GetSessionPeopleHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetSessionPeopleQuery, Result<SessionPeople>>
{
    private const int MostFound = 60;

    public async Task<Result<SessionPeople>> Handle(GetSessionPeopleQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = user.ScopeOf(Policies.LogTraining);
        var unit = await db.Units.Within(scope).Where(u => u.Id == request.UnitId).Select(u => new { u.Left, u.Right, u.TotalHeadcount }).SingleOrDefaultAsync(cancellationToken);
        if (unit is null) return CommonErrors.NotFound;

        var today = clock.Today();
        var people = request.Search is null ? db.People.Within(db.Units, UnitScope.Of([new UnitRange(unit.Left, unit.Right)])) : db.People.Within(db.Units, scope).WhoseNameBegins(request.Search);
        var listed = await people
            .Where(p => p.LeftOn == null || p.LeftOn > today)
            .OrderBy(p => p.SearchName)
            .ThenBy(p => p.Id)
            .Take(request.Search is null ? TrainingSession.MostPeople : MostFound)
            .Select(p => new { p.Id, p.Name, p.EmployeeNumber, p.IsContractor })
            .ToListAsync(cancellationToken);

        var ids = listed.ConvertAll(p => p.Id);
        var standing = request.CourseId is { } course ? await StandingAsync(db, ids, course, today, cancellationToken) : [];
        var rows = listed.Select(p => new SessionPerson(p.Id, p.Name, p.EmployeeNumber, p.IsContractor, standing.GetValueOrDefault(p.Id).Lacks, standing.GetValueOrDefault(p.Id).GraceUntil));
        return new SessionPeople([.. rows.OrderBy(r => r.Lacks ? 0 : r.GraceUntil is null ? 2 : 1)], request.Search is null ? unit.TotalHeadcount : listed.Count);
    }

    private static async Task<Dictionary<PersonId, (bool Lacks, DateOnly? GraceUntil)>> StandingAsync(
        PortalDbContext db, IReadOnlyCollection<PersonId> people, CourseId course, DateOnly today, CancellationToken cancellationToken)
    {
        var calculated = await CoverageCalculator.RunAsync(db, CoveragePeople.Only(people), today, knownAt: null, cancellationToken);
        var standing = new Dictionary<PersonId, (bool, DateOnly?)>();
        for (var i = 0; i < calculated.People.Count; i++)
        {
            var person = calculated.People[i];
            var unmet = calculated.RulesOf(i).Where(r => r.Rule.Requirement.CourseId == course && r.MetUntil < today).Select(r => r.Rule.AskedFrom(person)).ToList();
            if (unmet.Count == 0) continue;

            var from = unmet.Min();
            standing[person.Id] = from <= today ? (true, null) : (false, from.AddDays(-1));
        }

        return standing;
    }
}
