using GovernancePortal.Data;
using GovernancePortal.Data.Usage;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Friction;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Friction.Telling;

/// <summary>Tells each period once, when it is over: works out what may be shown, and forgets whose the reports were.</summary>
internal sealed class FrictionTeller(IDbContextFactory<PortalDbContext> contexts, JobLeases leases, TimeProvider clock)
{
    public const string Job = "tell-friction";
    public const string Actor = "job:" + Job;

    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);

    /// <summary>Tells what is due and says how many periods that were; none when another replica is at it.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!await leases.TryTakeAsync(Job, LeaseLength, cancellationToken)) return 0;
        try
        {
            var due = await DueAsync(cancellationToken);
            foreach (var period in due)
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                await TellAsync(db, period, Actor, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }

            return due.Count;
        }
        finally
        {
            await leases.ReleaseAsync(Job, CancellationToken.None);
        }
    }

    /// <summary>Tells one period; the caller saves, all of it or nothing.</summary>
    public static async Task TellAsync(PortalDbContext db, FrictionPeriod period, string actor, CancellationToken cancellationToken)
    {
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, cancellationToken);
        var reports = await db.FrictionReports.Where(r => r.Period == period.Number && r.Mark != null).ToListAsync(cancellationToken);
        var users = await ActiveAsync(db, period, cancellationToken);
        var names = await db.AiTools.IgnoreAutoIncludes().Select(t => new { t.Id, t.Name }).ToDictionaryAsync(t => t.Id, t => t.Name, cancellationToken);

        var account = new FrictionAccount([.. units.Values], reports, users, names);
        db.FrictionFigures.AddRange(account.Figures(period));
        foreach (var report in reports) report.Tell(account.ToldIn(units[report.UnitId]));
        db.FrictionKeys.RemoveRange(await db.FrictionKeys.Where(k => k.Period == period.Number).ToListAsync(cancellationToken));
        db.Record(actor, "friction.published", $"friction:{period.Number}", new { from = period.From, to = period.To, reports = reports.Count, units = account.Told });
    }

    private async Task<List<FrictionPeriod>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var waiting = await db.FrictionReports.Where(r => r.Mark != null).Select(r => r.Period).Distinct().ToListAsync(cancellationToken);
        return [.. waiting.Order().Select(n => new FrictionPeriod(n)).Where(p => p.ToldFrom <= today)];
    }

    /// <summary>Everybody who used a tool in the period, where they work now.</summary>
    private static async Task<List<(UnitId Unit, PersonId Person)>> ActiveAsync(PortalDbContext db, FrictionPeriod period, CancellationToken cancellationToken)
    {
        var used = db.UsageMonths.UsedBetween(period.From, period.To);
        var rows = await db
            .People.Where(p => used.Any(u => u.PersonId == p.Id))
            .Select(p => new { p.UnitId, p.Id })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.UnitId, r.Id))];
    }
}
