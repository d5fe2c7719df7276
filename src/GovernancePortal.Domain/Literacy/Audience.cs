using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Literacy;

/// <summary>Levels that a rule names; none means all.</summary>
[Flags]
public enum LevelSet
{
    All = 0,
    Junior = 1,
    Mid = 2,
    Senior = 4,
    Principal = 8,
}

/// <summary>Who is meant within a part of the organisation. What is left open does not narrow.</summary>
/// <param name="WorkRole">The job as the roster words it; empty for every job.</param>
/// <param name="Levels">Levels that are meant.</param>
/// <param name="IsContractor">True for contractors alone, false for employees alone.</param>
/// <param name="Tool">People who used this AI tool in the last <see cref="ToolDays"/> days; empty for everybody.</param>
/// <param name="Oversees">Only people whose duty it is to oversee AI output.</param>
public sealed record Audience(string WorkRole = "", LevelSet Levels = LevelSet.All, bool? IsContractor = null, string Tool = "", bool Oversees = false)
{
    /// <summary>Whoever used a tool within so many days counts as its user.</summary>
    public const int ToolDays = 90;

    public static Audience Everybody { get; } = new();

    public bool Includes(Trainee person, bool usesTool) =>
        (WorkRole.Length == 0 || WorkRole.Equals(person.WorkRole, StringComparison.OrdinalIgnoreCase))
        && (Levels == LevelSet.All || (Levels & SetOf(person.Level)) != LevelSet.All)
        && (IsContractor is null || IsContractor == person.IsContractor)
        && (!Oversees || person.OverseesAi)
        && (Tool.Length == 0 || usesTool);

    public static LevelSet SetOf(Level level) =>
        level switch
        {
            Level.Junior => LevelSet.Junior,
            Level.Mid => LevelSet.Mid,
            Level.Senior => LevelSet.Senior,
            Level.Principal => LevelSet.Principal,
            _ => LevelSet.All,
        };
}

/// <summary>What the rules look at in a person.</summary>
/// <param name="UnitLeft">Place of the person's unit in the tree.</param>
/// <param name="StartDate">Null when the roster does not say: such a person is never within a time of grace.</param>
/// <param name="LeftOn">First day on which the person no longer works here.</param>
public readonly record struct Trainee(
    PersonId Id, UnitId UnitId, int UnitLeft, string WorkRole, Level Level, bool IsContractor, bool OverseesAi, DateOnly? StartDate, DateOnly? LeftOn)
{
    public bool WorksHereOn(DateOnly day) => (StartDate is null || StartDate <= day) && (LeftOn is null || LeftOn > day);
}
