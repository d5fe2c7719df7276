using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>How many seats of a role a unit asks for, with the argument for that number.</summary>
public sealed class RoleSeats
{
    public const int MostSeats = 10_000;
    public const int ArgumentMaxLength = 2000;

    private RoleSeats() { }

    public RoleSeats(RoleProfileId roleId, UnitId unitId) => (RoleId, UnitId) = (roleId, unitId);

    public RoleProfileId RoleId { get; private set; }

    public UnitId UnitId { get; private set; }

    public int Asked { get; private set; }

    /// <summary>Null until somebody decided.</summary>
    public int? Approved { get; private set; }

    /// <summary>The figures it came from, in words with the arithmetic.</summary>
    public string Argument { get; private set; } = "";

    /// <summary>The day of those figures.</summary>
    public DateOnly AsOf { get; private set; }

    public string AskedBy { get; private set; } = "";

    public string ApprovedBy { get; private set; } = "";

    public DateTimeOffset? ApprovedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Seats that a match may fill: the approved ones, and before anybody decided those asked for.</summary>
    public int Usable => Approved ?? Asked;

    public Result Ask(int seats, string argument, DateOnly asOf, string by)
    {
        var faults = new List<FieldError>();
        if (seats is < 0 or > MostSeats) faults.Add(new("Seats", $"Enter 0 to {MostSeats} seats."));
        if (string.IsNullOrWhiteSpace(argument)) faults.Add(new(nameof(Argument), "Say what the number rests on."));
        else if (argument.Trim().Length > ArgumentMaxLength) faults.Add(new(nameof(Argument), $"Use at most {ArgumentMaxLength} characters."));
        if (faults.Count > 0) return RoleErrors.Invalid(faults);
        (Asked, Argument, AsOf, AskedBy) = (seats, argument.Trim(), asOf, by);
        (Approved, ApprovedBy, ApprovedAt) = (null, "", null);
        return Result.Success;
    }

    public Result Approve(int seats, string by, DateTimeOffset now)
    {
        if (seats < 0 || seats > Asked) return CaseErrors.At("Seats", $"Enter 0 to {Asked}: no more than was argued for.");
        (Approved, ApprovedBy, ApprovedAt) = (seats, by, now);
        return Result.Success;
    }
}
