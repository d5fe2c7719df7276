namespace GovernancePortal.Domain.Organisation;

/// <summary>
/// A part of the organisation. The tree is kept as nested intervals: a unit contains another when its interval does, so "this unit and everything
/// below it" is one range in the database. <see cref="UnitTree.Number"/> assigns the intervals.
/// </summary>
public sealed class Unit
{
    public const int NameMaxLength = 200;
    public const int PathMaxLength = 850;

    /// <summary>What stands between the names of a path, as in <c>Larkfield Retail / Logistics / Depot 14</c>.</summary>
    public const string PathSeparator = " / ";

    private Unit() { }

    public Unit(UnitId id, UnitId? parentId, string name, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        (Id, ParentId, Name, Path) = (id, parentId, name, path);
    }

    public UnitId Id { get; private set; }

    /// <summary>Null for the root alone, which is the organisation.</summary>
    public UnitId? ParentId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The names from the root down to this unit; unique.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Start of the unit's interval; also its place in depth-first order.</summary>
    public int Left { get; private set; }

    /// <summary>End of the unit's interval: the largest <see cref="Left"/> below this unit.</summary>
    public int Right { get; private set; }

    /// <summary>0 for the root.</summary>
    public int Depth { get; private set; }

    /// <summary>People whose own unit this is; kept up to date by whoever moves people.</summary>
    public int DirectHeadcount { get; private set; }

    /// <summary>People in this unit and everything below it.</summary>
    public int TotalHeadcount { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether the other unit is this one or lies below it.</summary>
    public bool Contains(Unit other) => other.Left >= Left && other.Left <= Right;

    public void Rename(string name, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Path) = (name, path);
    }

    internal void Place(int left, int right, int depth) => (Left, Right, Depth) = (left, right, depth);

    internal void Count(int direct, int total) => (DirectHeadcount, TotalHeadcount) = (direct, total);
}
