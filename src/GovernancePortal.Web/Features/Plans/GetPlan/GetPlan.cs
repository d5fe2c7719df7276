using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Features.Reallocation.Cases;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.GetPlan;

/// <summary>A plan in numbers, with its checks. Nobody is named.</summary>
[Requires(Policies.SeePlans)]
public sealed record GetPlanQuery(PlanId PlanId) : IRequest<Result<PlanDetails>>;

/// <param name="Plan">Without its moves.</param>
/// <param name="Stages">How many people are at each.</param>
/// <param name="WithSeat">How many people have a seat.</param>
/// <param name="TrainingMonths">Of all of them.</param>
/// <param name="Flows">From which unit to which role; the largest first.</param>
/// <param name="Roles">What each role takes.</param>
/// <param name="Difference">What had changed when an approval was refused.</param>
public sealed record PlanDetails(
    ReallocationPlan Plan,
    string UnitPath,
    string? Scenario,
    IReadOnlyDictionary<MoveStage, int> Stages,
    int WithSeat,
    double TrainingMonths,
    IReadOnlyList<PlanFlow> Flows,
    IReadOnlyList<PlanRole> Roles,
    IReadOnlyList<PlanChange> Difference,
    bool MayEdit,
    bool MayDecide,
    bool IsAuthor,
    bool MaySeePeople)
{
    public int People => Stages.Values.Sum();
}

/// <param name="Role">Null for no seat.</param>
public sealed record PlanFlow(string Unit, string? Role, int People);

/// <param name="Score">Mean fit, 0 to 1.</param>
public sealed record PlanRole(RoleProfileId Id, string Title, int People, double Score, double TrainingMonths);

/// <summary>One difference between what was checked and what is so.</summary>
public sealed record PlanChange(string What, string? Was, string? Is);

internal sealed class GetPlanHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetPlanQuery, Result<PlanDetails>>
{
    public async Task<Result<PlanDetails>> Handle(GetPlanQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await db.ReallocationPlans.AsNoTracking().ReadableBy(db, user).SingleOrDefaultAsync(p => p.Id == request.PlanId, cancellationToken);
        if (plan is null) return PlanErrors.NotFound;
        await CaseReadings.NoteAsync(db, user, [plan.CaseId], clock.GetUtcNow(), cancellationToken);

        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == plan.UnitId, cancellationToken);
        var moves = db.PlannedMoves.Where(m => m.PlanId == plan.Id);
        var stages = await moves.GroupBy(m => m.Stage).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var flows = await (
            from move in moves
            join person in db.People on move.PersonId equals person.Id
            join own in db.Units on person.UnitId equals own.Id
            join role in db.RoleProfiles on move.RoleId equals (RoleProfileId?)role.Id into roles
            from role in roles.DefaultIfEmpty()
            group move by new { own.Name, Title = role == null ? null : role.Title } into g
            orderby g.Count() descending, g.Key.Name, g.Key.Title
            select new { g.Key.Name, g.Key.Title, Count = g.Count() }).ToListAsync(cancellationToken);
        var taken = await (
            from move in moves
            join role in db.RoleProfiles on move.RoleId equals (RoleProfileId?)role.Id
            group move by new { role.Id, role.Title } into g
            orderby g.Count() descending, g.Key.Title
            select new { g.Key.Id, g.Key.Title, Count = g.Count(), Score = g.Average(m => m.Score), Months = g.Sum(m => m.TrainingMonths) }).ToListAsync(cancellationToken);
        var makes = user.ScopeOf(Policies.EditPlans).Covers(unit);
        return new PlanDetails(
            plan,
            unit.Path,
            plan.ScenarioId is { } scenario ? await db.Scenarios.Where(s => s.Id == scenario).Select(s => s.Name).SingleOrDefaultAsync(cancellationToken) : null,
            stages,
            taken.Sum(t => t.Count),
            taken.Sum(t => t.Months),
            flows.ConvertAll(f => new PlanFlow(f.Name, f.Title, f.Count)),
            taken.ConvertAll(t => new PlanRole(t.Id, t.Title, t.Count, t.Score, t.Months)),
            await PlanChanges.ReadAsync(db, plan.Difference, makes, cancellationToken),
            makes,
            user.ScopeOf(Policies.DecidePlans).Covers(unit),
            string.Equals(plan.Author, user.Actor, StringComparison.Ordinal),
            makes || (plan.IsPublic && user.ScopeOf(Policies.SeePlannedMoves).Covers(unit)));
    }
}

/// <summary>Says in words what a plan rests on and is no longer so.</summary>
internal static class PlanChanges
{
    private const int Most = 50;

    public static async Task<IReadOnlyList<PlanChange>> ReadAsync(PortalDbContext db, IReadOnlyList<StampDifference> difference, bool named, CancellationToken cancellationToken)
    {
        var shown = difference.Take(Most).ToArray();
        var people = shown.Where(d => d.Kind is not "role" and not "seats" and not "check").Select(d => PersonId.From(Guid.Parse(d.Subjects[0]))).Distinct().ToArray();
        var roles = shown.Where(d => d.Kind is "role" or "seats" or "wish").Select(d => RoleProfileId.From(Guid.Parse(d.Subjects[d.Kind == "wish" ? 1 : 0])))
            .Concat(shown.Where(d => d.Kind == "move").SelectMany(d => new[] { d.Was, d.Is }).Select(v => Guid.TryParse(v, out var id) ? RoleProfileId.From(id) : (RoleProfileId?)null).OfType<RoleProfileId>()).Distinct().ToArray();
        var units = shown.Where(d => d.Kind == "seats").Select(d => UnitId.From(Guid.Parse(d.Subjects[1]))).Distinct().ToArray();
        // Executives decide on numbers; who is concerned is for those who made the plan.
        var names = named ? await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id.Value, p => p.Name, cancellationToken) : [];
        var titles = await db.RoleProfiles.Where(r => roles.Contains(r.Id)).ToDictionaryAsync(r => r.Id.Value, r => r.Title, cancellationToken);
        var places = await db.Units.Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id.Value, u => u.Name, cancellationToken);
        return [.. shown.Select(Told)];

        PlanChange Told(StampDifference d) => new(What(d), Value(d.Was), Value(d.Is));

        string What(StampDifference d) => d.Kind switch
        {
            "seats" => $"Free seats of {Title(d.Subjects[0])} in {places.GetValueOrDefault(Guid.Parse(d.Subjects[1]), "a unit")}",
            "role" => $"What {Title(d.Subjects[0])} asks for",
            "skills" => $"Skills of {Name(d.Subjects[0])}",
            "knowledge" => $"Systems that {Name(d.Subjects[0])} knows",
            "wish" => $"What {Name(d.Subjects[0])} thinks of {Title(d.Subjects[1])}",
            "move" => $"Role of {Name(d.Subjects[0])}",
            "check" => Enum.TryParse<CheckSubject>(d.Subjects[0], out var subject) ? PlanMarks.Word(subject) : d.Subjects[0],
            _ => $"Position of {Name(d.Subjects[0])}",
        };

        string Name(string id) => names.GetValueOrDefault(Guid.Parse(id), "somebody of the case");

        string Title(string id) => titles.GetValueOrDefault(Guid.Parse(id), "a role");

        string? Value(string? value) => Guid.TryParse(value, out var id) ? titles.GetValueOrDefault(id, "a role") : value;
    }
}
