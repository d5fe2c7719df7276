namespace GovernancePortal.Domain.Friction;

/// <summary>
/// Four weeks that are told as a whole. The periods follow each other without overlap, so that no two of them can be compared to find what came on one day.
/// </summary>
public readonly record struct FrictionPeriod(int Number)
{
    public const int Days = 28;

    /// <summary>Reports of a period are told only after this many days of the next, so that none is still on its way.</summary>
    public const int Rest = 1;

    private static readonly DateOnly First = new(2024, 1, 1);

    public DateOnly From => First.AddDays(Number * Days);

    /// <summary>The last day.</summary>
    public DateOnly To => From.AddDays(Days - 1);

    /// <summary>The first day on which it may be told.</summary>
    public DateOnly ToldFrom => To.AddDays(1 + Rest);

    public static FrictionPeriod Of(DateOnly day) => new((int)Math.Floor((day.DayNumber - First.DayNumber) / (double)Days));
}
