using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Friction;

/// <summary>What is told about one unit and one period: worked out once, and never again from a tree or a roster that has changed since.</summary>
public sealed class FrictionFigure
{
    private FrictionFigure() { }

    public FrictionFigure(int period, UnitId unitId, int people, int reports, int minutes) =>
        (Period, UnitId, People, Reports, Minutes) = (period, unitId, people, reports, minutes);

    public int Period { get; private set; }

    public UnitId UnitId { get; private set; }

    /// <summary>Different people who reported.</summary>
    public int People { get; private set; }

    public int Reports { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>Reports of wrong answers; null where either kind comes from too few people.</summary>
    public int? WrongAnswers { get; private set; }

    public int? Reworks { get; private set; }

    /// <summary>Different people who used an AI tool in the period; null where there are too few, or no usage data.</summary>
    public int? ActiveUsers { get; private set; }

    /// <summary>The most reported first; empty where one of them comes from too few people.</summary>
    public IReadOnlyList<ToolFriction> Tools { get; private set; } = [];

    public void SetKinds(int wrongAnswers, int reworks) => (WrongAnswers, Reworks) = (wrongAnswers, reworks);

    public void SetActiveUsers(int people) => ActiveUsers = people;

    public void SetTools(IReadOnlyList<ToolFriction> tools) => Tools = tools;
}

/// <summary>Reports about one tool.</summary>
/// <param name="Name">As the register calls it; null for what is not in the register.</param>
public sealed record ToolFriction(string? Name, int Reports, int Minutes);
