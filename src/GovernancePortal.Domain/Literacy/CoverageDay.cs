using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Literacy;

/// <summary>Coverage of one unit's own people on one day, as it was known that night. Kept for good: trends and evidence of past days read it.</summary>
public sealed class CoverageDay
{
    private CoverageDay() { }

    public CoverageDay(DateOnly day, UnitId unitId, Guid requirement, int asked, int met) =>
        (Day, UnitId, Requirement, Asked, Met) = (day, unitId, requirement, asked, met);

    public DateOnly Day { get; private set; }

    /// <summary>The people's own unit; units above are sums.</summary>
    public UnitId UnitId { get; private set; }

    /// <summary>One requirement, or <see cref="Guid.Empty"/> for all that are asked of a person together.</summary>
    public Guid Requirement { get; private set; }

    public int Asked { get; private set; }

    public int Met { get; private set; }
}
