using GovernancePortal.Data;
using GovernancePortal.Domain.Access;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

/// <summary>What is asked of the database for a pack: which day, what had been known by its end, and for whom.</summary>
internal sealed record PackDay(PortalDbContext Db, UnitScope Scope, DateOnly On)
{
    /// <summary>The earliest day that a pack can speak of.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>The end of the day; what was recorded or struck later had not happened.</summary>
    public DateTimeOffset Known => EndOf(On);

    public static DateTimeOffset EndOf(DateOnly day) => new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1);
}
