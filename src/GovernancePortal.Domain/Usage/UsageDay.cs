using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Usage;

/// <summary>One login's use of one tool on one day. It is counted in groups only, never shown by person.</summary>
public sealed class UsageDay
{
    /// <summary>As long as an e-mail address can be.</summary>
    public const int LoginMaxLength = 254;

    public const int ToolMaxLength = 64;

    private UsageDay() { }

    public UsageDay(string tool, string login, DateOnly day, bool active) => (Tool, Login, Day, Active) = (tool, login, day, active);

    public long Id { get; private set; }

    /// <summary>Null while nobody is known by this login.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>Lower case.</summary>
    public string Login { get; private set; } = "";

    public string Tool { get; private set; } = "";

    public DateOnly Day { get; private set; }

    /// <summary>See <see cref="CopilotActivity"/>.</summary>
    public bool Active { get; private set; }

    public int? Interactions { get; private set; }

    public int? Generations { get; private set; }

    public int? Acceptances { get; private set; }

    public int? LinesAdded { get; private set; }

    public int? LinesDeleted { get; private set; }

    public void SetCounters(UsageCounters counters) =>
        (Interactions, Generations, Acceptances, LinesAdded, LinesDeleted) =
            (counters.Interactions, counters.Generations, counters.Acceptances, counters.LinesAdded, counters.LinesDeleted);

    /// <param name="personId">Whose it is; null when that is open again.</param>
    public void Match(PersonId? personId) => PersonId = personId;
}

/// <summary>What a report counts for one login and day; null where the report has no such figure.</summary>
public readonly record struct UsageCounters(int? Interactions, int? Generations, int? Acceptances, int? LinesAdded, int? LinesDeleted);
