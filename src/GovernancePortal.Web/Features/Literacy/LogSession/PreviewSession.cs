using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.LogSession;

/// <summary>What saving would do to the coverage of a unit.</summary>
[Requires(Policies.LogTraining)]
public sealed record PreviewSessionQuery(UnitId UnitId, CourseId CourseId, string CourseVersion, DateOnly HeldOn, CompletionResult Result, IReadOnlyList<PersonId> People)
    : IRequest<Result<SessionEffect>>;

/// <param name="Asked">People of the unit of whom anything is asked.</param>
/// <param name="Before">How many of them meet all of it now.</param>
/// <param name="After">How many would.</param>
/// <param name="NowMet">Ticked people who lack the course and would have it.</param>
/// <param name="StillLacking">Those of them who lack another course as well.</param>
/// <param name="Renewed">Ticked people who have it and would have it longer.</param>
/// <param name="NotAsked">Ticked people of whom the course is not asked.</param>
/// <param name="ValidUntil">Last day on which it counts; null when it does not run out or does not count.</param>
/// <param name="Needed">Share that the strictest target of the unit needs, 0 to 1; null without one.</param>
public sealed record SessionEffect(int Asked, int Before, int After, int NowMet, int StillLacking, int Renewed, int NotAsked, DateOnly? ValidUntil, double? Needed);

internal sealed class PreviewSessionHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<PreviewSessionQuery, Result<SessionEffect>>
{
    public async Task<Result<SessionEffect>> Handle(PreviewSessionQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var unit = await db.Units.Within(user.ScopeOf(Policies.LogTraining)).SingleOrDefaultAsync(u => u.Id == request.UnitId, cancellationToken);
        var course = await db.Courses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CourseId, cancellationToken);
        if (unit is null || course is null) return CommonErrors.NotFound;

        var today = clock.Today();
        var inUnit = UnitScope.Of([new UnitRange(unit.Left, unit.Right)]);
        var count = await LiteracyCoverage.CountAsync(db, inUnit, today, today, cancellationToken);
        var ticked = request.People.Take(TrainingSession.MostPeople).ToArray();
        var calculated = await CoverageCalculator.RunAsync(db, CoveragePeople.Only(ticked), today, knownAt: null, cancellationToken);
        var taken = new Taken(request.CourseId, request.CourseVersion, request.HeldOn, request.Result, course.ValidUntil(request.HeldOn));
        var effects = Enumerable.Range(0, calculated.People.Count).Select(i => Effect.Of(calculated, i, taken, today)).ToList();
        return new SessionEffect(
            count.Asked,
            count.Met,
            count.Met + effects.Count(e => e.BecomesCovered && inUnit.Covers(e.UnitLeft)),
            effects.Count(e => e.NowMet),
            effects.Count(e => e is { NowMet: true, IsCovered: false }),
            effects.Count(e => e.Renewed),
            effects.Count(e => !e.IsAsked),
            taken.Counts ? taken.ValidUntil : null,
            await NeededAsync(db, request.UnitId, cancellationToken));
    }

    private static async Task<double?> NeededAsync(PortalDbContext db, UnitId unit, CancellationToken cancellationToken)
    {
        var targets = await db.AdoptionTargets.AsNoTracking().Where(t => t.Scope == unit && t.State > TargetState.Draft && t.State < TargetState.Retired).ToListAsync(cancellationToken);
        return targets.SelectMany(t => t.Guardrails).Where(g => g.Type == GuardrailType.LiteracyCoverage).Max(g => (double?)g.Exit);
    }

    private sealed record Taken(CourseId CourseId, string Version, DateOnly On, CompletionResult Result, DateOnly? ValidUntil)
    {
        public bool Counts => Result != CompletionResult.Failed;
    }

    private readonly record struct Effect(int UnitLeft, bool IsAsked, bool NowMet, bool Renewed, bool IsCovered, bool BecomesCovered)
    {
        public static Effect Of(CoverageCalculator calculated, int index, Taken taken, DateOnly today)
        {
            var person = calculated.People[index];
            var before = calculated.RulesOf(index).ToList();
            var after = before.ConvertAll(r => (r.Rule, Until: UntilAfter(r.Rule, r.MetUntil, taken)));
            var ofCourse = before.Zip(after).Where(p => p.First.Rule.Requirement.CourseId == taken.CourseId).ToList();
            var (was, becomes) = (Standing.Of(person, before, today).IsMetOn(today), Standing.Of(person, after, today).IsMetOn(today));
            return new(
                person.UnitLeft,
                ofCourse.Count > 0,
                ofCourse.Exists(p => p.First.MetUntil < today && p.Second.Until >= today),
                ofCourse.Exists(p => p.First.MetUntil >= today && p.Second.Until > p.First.MetUntil),
                becomes,
                becomes && !was);
        }

        private static DateOnly UntilAfter(LiteracyRule rule, DateOnly metUntil, Taken taken)
        {
            if (!taken.Counts || rule.Requirement.CourseId != taken.CourseId) return metUntil;
            return rule.MetUntil(taken.Version, taken.On, taken.ValidUntil) is { } until && until > metUntil ? until : metUntil;
        }
    }
}
