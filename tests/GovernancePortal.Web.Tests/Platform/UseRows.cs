using GovernancePortal.Data;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Platform;

/// <summary>Writes and reads days of use, whatever rows hold them.</summary>
internal static class UseRows
{
    /// <summary>Adds a day to what is there or was added before; the caller saves.</summary>
    public static async Task AddUseAsync(this PortalDbContext db, string tool, string login, DateOnly day, bool active = true, PersonId? person = null)
    {
        var month = await db.UsageMonths.FindAsync(tool, login, MonthBits.MonthOf(day));
        if (month is null) db.Add(month = new UsageMonth(tool, login, MonthBits.MonthOf(day)));
        month.Report(day, active);
        if (person is not null) month.Match(person);
    }

    /// <summary>The days of which a report spoke, by login and day.</summary>
    public static async Task<IReadOnlyList<UseDay>> UseDaysAsync(this PortalDbContext db) =>
        [
            .. (await db.UsageMonths.AsNoTracking().ToListAsync())
                .SelectMany(m => MonthBits.DaysOf(m.Month, m.ReportedDays).Select(d => new UseDay(m.Login, m.Tool, d, (m.UsedDays & MonthBits.BitOf(d)) != 0, m.PersonId)))
                .OrderBy(d => d.Login, StringComparer.Ordinal).ThenBy(d => d.Day),
        ];
}

internal sealed record UseDay(string Login, string Tool, DateOnly Day, bool Active, PersonId? PersonId);
