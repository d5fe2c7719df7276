using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Usage;

/// <summary>One login's use of one tool in one month, a bit for each day. It is counted in groups only, never shown by person.</summary>
public sealed class UsageMonth
{
    private UsageMonth() { }

    public UsageMonth(string tool, string login, int month) => (Tool, Login, Month) = (tool, login, month);

    public string Tool { get; private set; } = "";

    /// <summary>Lower case.</summary>
    public string Login { get; private set; } = "";

    /// <summary>See <see cref="MonthBits.MonthOf"/>.</summary>
    public int Month { get; private set; }

    /// <summary>Null while nobody is known by this login.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>The days on which the tool was used.</summary>
    public int UsedDays { get; private set; }

    /// <summary>The days of which a report spoke, used or not.</summary>
    public int ReportedDays { get; private set; }

    /// <summary>How many days were used. The database works it out, because it cannot count bits in a query.</summary>
    public int UsedCount { get; private set; }

    /// <summary>What a report says of a day replaces what an earlier one said.</summary>
    public void Report(DateOnly day, bool active)
    {
        var bit = MonthBits.BitOf(day);
        UsedDays = MonthBits.Merge(UsedDays, bit, active ? bit : 0);
        ReportedDays |= bit;
    }

    /// <param name="personId">Whose it is; null when that is open again.</param>
    public void Match(PersonId? personId) => PersonId = personId;
}
