using GovernancePortal.Data;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.Reading;

/// <summary>Reads what a plan rests on: people of the case with their skills, knowledge and wishes, and published roles with their seats. Nothing of it is or stands for a protected attribute.</summary>
internal static class PlanGroundReader
{
    /// <summary>What a skill counts that the roster names without a level.</summary>
    public const double RosterLevel = 3;

    public static async Task<PlanGround> ReadAsync(PortalDbContext db, PlanId planId, CaseId caseId, CancellationToken cancellationToken)
    {
        var seats = await SeatsAsync(db, planId, cancellationToken);
        var roles = await db.RoleProfiles.AsNoTracking().Where(r => r.State == RoleState.Published).OrderBy(r => r.Title).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        return new(await PeopleAsync(db, caseId, roles, cancellationToken), roles, seats);
    }

    private static async Task<IReadOnlyList<GroundPerson>> PeopleAsync(PortalDbContext db, CaseId caseId, IReadOnlyList<RoleProfile> roles, CancellationToken cancellationToken)
    {
        var positions = db.DisplacedPositions.Where(p => p.CaseId == caseId && p.WithdrawnAt == null);
        var ids = positions.Select(p => p.PersonId);
        var rows = await (
            from position in positions
            join person in db.People on position.PersonId equals person.Id
            join unit in db.Units on person.UnitId equals unit.Id
            orderby person.SearchName, person.Id
            select new { person.Id, person.Name, person.Level, person.Location, unit.Path, position.Share }).ToListAsync(cancellationToken);
        var named = (await db.People.Where(p => ids.Contains(p.Id)).SelectMany(p => p.Skills, (p, s) => new { PersonId = p.Id, s.Name }).ToListAsync(cancellationToken)).ToLookup(s => s.PersonId, s => s.Name);
        var systems = (await db.People.Where(p => ids.Contains(p.Id)).SelectMany(p => p.Systems, (p, s) => new { PersonId = p.Id, s.Name }).ToListAsync(cancellationToken)).ToLookup(s => s.PersonId, s => s.Name);
        var levels = (await db.SkillLevels.AsNoTracking().Where(s => ids.Contains(s.PersonId)).ToListAsync(cancellationToken)).ToLookup(s => s.PersonId);
        var wishes = (await db.RolePreferences.AsNoTracking().Where(p => ids.Contains(p.PersonId)).ToListAsync(cancellationToken)).ToLookup(p => p.PersonId);
        var received = (await db.Handovers.Where(h => h.Kind == HandoverKind.System && h.State == HandoverState.Done && ids.Contains(h.To)).Select(h => new { h.To, h.Subject }).ToListAsync(cancellationToken)).ToLookup(h => h.To, h => h.Subject);
        // Systems are written as people write them; roles name them as whoever made the role did.
        var areas = roles.SelectMany(r => r.Knowledge.Keys).Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(k => k, k => k, StringComparer.OrdinalIgnoreCase);
        return [.. rows.Select(r => new GroundPerson(r.Id, r.Name, r.Path, r.Share, new Candidate(r.Id.Value.ToString(), r.Level)
        {
            Location = r.Location,
            Skills = Skills(named[r.Id], levels[r.Id], roles),
            Knowledge = systems[r.Id].Concat(received[r.Id]).Select(s => areas.GetValueOrDefault(s, s)).Distinct(StringComparer.Ordinal).ToDictionary(s => s, _ => 1.0, StringComparer.Ordinal),
            Preferences = wishes[r.Id].Where(w => w.Rank is not null).ToDictionary(w => w.RoleId.ToString(), w => w.Rank!.Value, StringComparer.Ordinal),
            Declined = [.. wishes[r.Id].Where(w => w.IsDeclined).Select(w => w.RoleId.ToString())],
        }))];
    }

    private static Dictionary<string, double> Skills(IEnumerable<string> named, IEnumerable<SkillLevel> levels, IReadOnlyList<RoleProfile> roles)
    {
        var known = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in named) known[name] = RosterLevel;
        foreach (var (skill, level) in SkillLevel.Counting(levels)) known[skill] = level;
        // Under the names that the roles use, which a match compares letter by letter.
        var asked = roles.SelectMany(r => r.Skills).Select(s => s.Skill).Distinct(StringComparer.Ordinal);
        var result = new Dictionary<string, double>(known, StringComparer.Ordinal);
        foreach (var skill in asked)
        {
            if (known.TryGetValue(skill, out var level)) result[skill] = level;
        }

        return result;
    }

    private static async Task<IReadOnlyList<GroundSeats>> SeatsAsync(PortalDbContext db, PlanId planId, CancellationToken cancellationToken)
    {
        var seats = await (
            from seat in db.RoleSeats.AsNoTracking()
            join role in db.RoleProfiles on seat.RoleId equals role.Id
            join unit in db.Units on seat.UnitId equals unit.Id
            where role.State == RoleState.Published
            orderby role.Title, unit.Left
            select new { Seat = seat, unit.Path }).ToListAsync(cancellationToken);
        var taken = (await db.PlannedMoves
            .Where(m => m.OpenPersonId != null && m.PlanId != planId && m.RoleId != null && m.Stage != MoveStage.Declined && m.Stage != MoveStage.Left)
            .GroupBy(m => new { m.RoleId, m.SeatUnitId })
            .Select(g => new { g.Key.RoleId, g.Key.SeatUnitId, Count = g.Count() })
            .ToListAsync(cancellationToken)).ToDictionary(t => (t.RoleId, t.SeatUnitId), t => t.Count);
        return [.. seats.Select(s => new GroundSeats(s.Seat.RoleId, s.Seat.UnitId, s.Path, Math.Max(0, s.Seat.Usable - taken.GetValueOrDefault(((RoleProfileId?)s.Seat.RoleId, (UnitId?)s.Seat.UnitId)))))];
    }
}
