using System.Security.Cryptography;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Domain.Friction;

/// <summary>What went wrong.</summary>
public enum FrictionKind
{
    /// <summary>The tool stated what is not so.</summary>
    WrongAnswer = 1,

    /// <summary>What it made had to be done again.</summary>
    Rework = 2,
}

/// <summary>
/// One employee's report that a tool got in the way. It never holds the person: a mark that only their reports of the same period share counts distinct people,
/// and the report itself is gone once the period is told. It holds no time of day, and its id is random, so that nothing tells in which order reports came.
/// </summary>
public sealed class FrictionReport
{
    public const int TextMaxLength = 400;
    public const int MostMinutes = 600;

    /// <summary>Reports of one person on one day.</summary>
    public const int MostPerDay = 10;

    public const int MarkLength = 64;

    private FrictionReport() => Mark = "";

    public FrictionReport(Guid id, string mark, int place, DateOnly day, UnitId unitId, AiToolId? toolId, FrictionKind kind, int minutes, string text)
    {
        (Id, Mark, Place, Day, Period) = (id, mark, place, day, FrictionPeriod.Of(day).Number);
        (UnitId, ToolId, Kind, Minutes, Text) = (unitId, toolId, kind, minutes, text.Trim());
    }

    /// <summary>Random, not one that sorts by age.</summary>
    public Guid Id { get; private set; }

    /// <summary>Same for the reports of one person in one period.</summary>
    public string Mark { get; private set; }

    /// <summary>Counts a person's reports of a day, and holds them to <see cref="MostPerDay"/>.</summary>
    public int Place { get; private set; }

    public DateOnly Day { get; private set; }

    public int Period { get; private set; }

    /// <summary>Of the person, on that day.</summary>
    public UnitId UnitId { get; private set; }

    /// <summary>Null for something that is not in the register.</summary>
    public AiToolId? ToolId { get; private set; }

    public FrictionKind Kind { get; private set; }

    public int Minutes { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The mark of a person in one period, which nobody without the period's key can make.</summary>
    public static string MarkOf(ReadOnlySpan<byte> key, PersonId person)
    {
        Span<byte> id = stackalloc byte[16];
        person.Value.TryWriteBytes(id);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, id));
    }
}

/// <summary>What somebody wrote, once its period is told: neither whose it is, nor the day, nor the person's own unit.</summary>
public sealed class FrictionText
{
    private FrictionText() { }

    public FrictionText(Guid id, int period, UnitId unitId, string text) => (Id, Period, UnitId, Text) = (id, period, unitId, text);

    /// <summary>Random; texts are kept and shown in its order.</summary>
    public Guid Id { get; private set; }

    public int Period { get; private set; }

    /// <summary>The smallest told unit that holds the person's.</summary>
    public UnitId UnitId { get; private set; }

    public string Text { get; private set; } = "";
}
