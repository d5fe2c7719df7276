using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Roster;

/// <summary>Finds the units that the paths of a roster name, and makes those that are new.</summary>
internal sealed class RosterUnits
{
    /// <summary>Stands between levels that came from several columns, whose names may hold a slash.</summary>
    public const char LevelBreak = '\u001F';

    private readonly Dictionary<string, Unit> _byPath;
    private readonly Dictionary<UnitId, bool> _covered = [];
    private readonly UnitScope _scope;
    private readonly List<Unit> _new = [];

    private RosterUnits(List<Unit> units, UnitScope scope)
    {
        // SQL Server compares paths without regard to case, so both databases do.
        _byPath = units.ToDictionary(u => u.Path, StringComparer.OrdinalIgnoreCase);
        _scope = scope;
        Root = units.Single(u => u.ParentId is null);
    }

    public Unit Root { get; }

    public IReadOnlyCollection<Unit> All => _byPath.Values;

    public IReadOnlyList<Unit> New => _new;

    public bool CoversAll => _scope.Covers(Root);

    public static async Task<RosterUnits> LoadAsync(PortalDbContext db, UnitScope scope, CancellationToken cancellationToken) =>
        new(await db.Units.AsNoTracking().ToListAsync(cancellationToken), scope);

    /// <summary>The unit of a path, and whether the importer's role covers it. Null when a name or the whole path is too long.</summary>
    public (Unit Unit, bool Covered)? Find(string path)
    {
        var names = path.Split(path.Contains(LevelBreak) ? LevelBreak : '/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > 0 && names[0].Equals(Root.Name, StringComparison.OrdinalIgnoreCase)) names = names[1..];

        var unit = Root;
        foreach (var name in names)
        {
            var below = unit.Path + Unit.PathSeparator + name;
            if (name.Length > Unit.NameMaxLength || below.Length > Unit.PathMaxLength) return null;
            unit = _byPath.TryGetValue(below, out var known) ? known : Add(unit, name, below);
        }

        return (unit, Covers(unit));
    }

    private Unit Add(Unit parent, string name, string path)
    {
        var unit = new Unit(UnitId.New(), parent.Id, name, path);
        _byPath.Add(path, unit);
        _new.Add(unit);
        // A new unit has no place yet; it belongs to whoever covers the unit above it.
        _covered[unit.Id] = Covers(parent);
        return unit;
    }

    private bool Covers(Unit unit) => _covered.TryGetValue(unit.Id, out var covered) ? covered : _scope.Covers(unit);
}
