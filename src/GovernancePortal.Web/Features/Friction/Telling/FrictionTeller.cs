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
internal sealed class FrictionTeller(IDbContextFactory<PortalDbContext> contexts, FrictionKeys keys, JobLeases leases, TimeProvider clock)
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
                keys.Forget(period);
            }

            return due.Count;
        }
        finally
        {
            await leases.ReleaseAsync(Job, CancellationToken.None);
        }
    }

    /// <summary>
    /// Tells one period; the caller saves, all of it or nothing. The reports themselves go. What comes in after a period was told, because a clock ran ahead,
    /// goes untold: a second figure would tell by its difference from the first.
    /// </summary>
    public static async Task TellAsync(PortalDbContext db, FrictionPeriod period, string actor, CancellationToken cancellationToken)
    {
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, cancellationToken);
        var reports = await db.FrictionReports.Where(r => r.Period == period.Number).ToListAsync(cancellationToken);
        var users = await ActiveAsync(db, period, cancellationToken);
        var names = await db.AiTools.IgnoreAutoIncludes().Select(t => new { t.Id, t.Name }).ToDictionaryAsync(t => t.Id, t => t.Name, cancellationToken);

        var account = new FrictionAccount([.. units.Values], reports, users, names);
        if (!await db.FrictionFigures.AnyAsync(f => f.Period == period.Number, cancellationToken))
        {
            db.FrictionFigures.AddRange(account.Figures(period));
            db.FrictionTexts.AddRange(Texts(reports, report => account.ToldIn(units[report.UnitId])));
        }

        db.FrictionReports.RemoveRange(reports);
        db.Record(actor, "friction.published", $"friction:{period.Number}", new { from = period.From, to = period.To, reports = reports.Count, units = account.Told });
    }

    // New ids, and in their order: neither they nor the order of the rows tell which report a text was of.
    private static IEnumerable<FrictionText> Texts(IEnumerable<FrictionReport> reports, Func<FrictionReport, UnitId?> toldIn) =>
        reports
            .Where(r => r.Text.Length > 0)
            .Select(r => (Unit: toldIn(r), Report: r))
            .Where(r => r.Unit is not null)
            .Select(r => new FrictionText(Guid.NewGuid(), r.Report.Period, r.Unit!.Value, r.Report.Text))
            .OrderBy(t => t.Id);

    private async Task<List<FrictionPeriod>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var waiting = await db.FrictionReports.Select(r => r.Period).Distinct().ToListAsync(cancellationToken);
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
