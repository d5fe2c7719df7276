using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Usage;

/// <summary>
/// How many people of a unit itself used a tool in a week, kept from a count of the whole organisation. It speaks only for its day, and only while nothing was
/// imported or matched since.
/// </summary>
public sealed class UnitUse
{
    private UnitUse() { }

    public UnitUse(UnitId unitId) => UnitId = unitId;

    public UnitId UnitId { get; private set; }

    /// <summary>Whoever has left by this day is not counted.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The last day of the week, the newest with data.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Number in the ledger of the newest decision that the counts know of, the first being 0; −1 when there was none.</summary>
    public long Basis { get; private set; }

    public int Active { get; private set; }

    public int People { get; private set; }

    public void Count(DateOnly day, DateOnly until, long basis, int active, int people) => (Day, Until, Basis, Active, People) = (day, until, basis, active, people);
}
