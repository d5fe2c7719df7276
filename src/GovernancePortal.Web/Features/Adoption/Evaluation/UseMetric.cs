using GovernancePortal.Data;
using GovernancePortal.Data.Usage;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>The share of a unit's people who used an AI tool in a week. People are counted once, whatever tools and days they appear on.</summary>
internal static class UseMetric
{
    /// <summary>Older usage data say nothing about now.</summary>
    public const int MaxAgeDays = 14;

    /// <summary>Null when it is not measured: another metric, no recent data, or too few people to say anything without naming them.</summary>
    public static async Task<UseFigure?> MeasureAsync(PortalDbContext db, EvidenceScope scope, CancellationToken cancellationToken)
    {
        if (scope.Target.Metric != TargetMetrics.WeeklyActiveShare) return null;

        var newest = await db.UsageMonths.NewestDayAsync(scope.Date, cancellationToken);
        if (newest is not { } end || scope.Date.DayNumber - end.DayNumber > MaxAgeDays) return null;

        var people = PeopleOf(db, scope);
        var headcount = await people.CountAsync(cancellationToken);
        if (headcount < TargetMetrics.SmallestGroup) return null;

        var used = db.UsageMonths.UsedBetween(end.AddDays(1 - TargetMetrics.WeekDays), end);
        var active = await people.CountAsync(p => used.Any(u => u.PersonId == p.Id), cancellationToken);
        return new UseFigure((double)active / headcount, headcount, end);
    }

    /// <summary>Everybody who works in the unit or below it on the day, contractors too.</summary>
    private static IQueryable<Person> PeopleOf(PortalDbContext db, EvidenceScope scope)
    {
        var date = scope.Date;
        return db.People.Within(db.Units, UnitScope.Of([new UnitRange(scope.Left, scope.Right)])).Where(p => p.LeftOn == null || p.LeftOn > date);
    }
}

/// <param name="Share">0 to 1.</param>
/// <param name="People">Whom it is a share of.</param>
/// <param name="Until">Newest day with data.</param>
internal sealed record UseFigure(double Share, int People, DateOnly Until);
