using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Sign-off of AI-assisted changes in the four weeks up to a day, summed by unit, and who is there to give it. Sums of units, never of people.</summary>
internal sealed class SignOffFigures
{
    public const int Days = 28;

    private readonly SubtreeSums _released;
    private readonly SubtreeSums _signed;
    private readonly SubtreeSums _asked;
    private readonly IReadOnlyList<UnitScope> _reviewers;

    private SignOffFigures(IReadOnlyList<UnitChanges> released, IReadOnlyList<UnitChanges> asked, IReadOnlyList<UnitScope> reviewers)
    {
        _released = new SubtreeSums(released.Select(u => (u.Left, u.All)));
        _signed = new SubtreeSums(released.Select(u => (u.Left, u.Signed)));
        _asked = new SubtreeSums(asked.Select(u => (u.Left, u.All)));
        _reviewers = reviewers;
    }

    /// <summary>Changes of juniors, mids, agents and people of unknown level that went out, and those of them that a senior or principal had signed before.</summary>
    public (long Signed, long Released) Released(UnitRange range) => (_signed.Within(range), _released.Within(range));

    /// <summary>AI-assisted changes that were registered.</summary>
    public long Asked(UnitRange range) => _asked.Within(range);

    /// <summary>How many eligible reviewers a unit has. Whoever reviews for more than this unit counts for it by its share of the changes.</summary>
    public double Reviewers(UnitRange range) => _reviewers.Sum(scope => ShareOf(scope, range));

    public static async Task<SignOffFigures> ReadAsync(PortalDbContext db, DateOnly date, CancellationToken cancellationToken)
    {
        var (from, until) = (Midnight(date.AddDays(1 - Days)), Midnight(date.AddDays(1)));
        // What nobody declared counts; only a stated "none" does not.
        var assisted = db.ProposedChanges.Where(c =>
            c.CurrentKey != null
            && (c.Agent != "" || c.Involvement > AiInvolvement.None || c.CommitInvolvement > AiInvolvement.None || (c.Involvement == AiInvolvement.NotDeclared && c.CommitInvolvement == AiInvolvement.NotDeclared)));
        var released = await assisted
            .Where(c => c.ReleasedAt != null && c.ReleasedAt >= from && c.ReleasedAt < until && (c.Agent != "" || c.AuthorLevel <= Level.Mid))
            .GroupBy(c => c.UnitId)
            .Select(g => new { g.Key, All = g.Count(), Signed = g.Count(c => c.SignedBySeniorAt != null && c.SignedBySeniorAt <= c.ReleasedAt) })
            .Join(db.Units, g => g.Key, u => u.Id, (g, u) => new UnitChanges(u.Left, g.All, g.Signed))
            .ToListAsync(cancellationToken);
        var asked = await assisted
            .Where(c => c.RegisteredAt >= from && c.RegisteredAt < until)
            .GroupBy(c => c.UnitId)
            .Select(g => new { g.Key, All = g.Count() })
            .Join(db.Units, g => g.Key, u => u.Id, (g, u) => new UnitChanges(u.Left, g.All, 0))
            .ToListAsync(cancellationToken);
        return new SignOffFigures(released, asked, await ReviewersAsync(db, date, cancellationToken));
    }

    /// <summary>Seniors and principals with the role and all training that is asked of them, each with the units they review for.</summary>
    private static async Task<IReadOnlyList<UnitScope>> ReviewersAsync(PortalDbContext db, DateOnly date, CancellationToken cancellationToken)
    {
        var roles = PolicyTable.All[Policies.SignOffChanges].Roles.ToArray();
        var rows = await (
            from assignment in db.RoleAssignments
            join user in db.Users on assignment.UserId equals user.Id
            join person in db.People on user.PersonId equals person.Id
            join unit in db.Units on assignment.UnitId equals unit.Id
            where roles.Contains(assignment.Role) && user.RemovedAt == null && person.Level >= Level.Senior && (person.LeftOn == null || person.LeftOn > date)
            where db.PersonCoverages.Any(c => c.PersonId == person.Id && c.IsAsked && c.CoveredUntil >= date)
            select new { person.Id, unit.Left, unit.Right }
        ).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(r => r.Id, (_, places) => UnitScope.Of(places.Select(p => new UnitRange(p.Left, p.Right))))];
    }

    private double ShareOf(UnitScope scope, UnitRange range)
    {
        var here = scope.Ranges.Sum(r => r.Covers(range.Left) ? _asked.Within(range) : range.Covers(r.Left) ? _asked.Within(r) : 0L);
        var all = scope.Ranges.Sum(r => (long)_asked.Within(r));
        if (all > 0) return (double)here / all;
        return scope.Ranges.Any(r => r.Covers(range.Left) || range.Covers(r.Left)) ? 1 : 0;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private sealed record UnitChanges(int Left, int All, int Signed);
}
