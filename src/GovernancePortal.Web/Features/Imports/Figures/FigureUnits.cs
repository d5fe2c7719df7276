using GovernancePortal.Data;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Figures;

/// <summary>Finds the unit that a cell names: by its path, with or without the organisation before it, or by its name where only one unit has it.</summary>
internal sealed class FigureUnits
{
    private readonly Dictionary<string, Unit> _byPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, Unit> _byName;

    private FigureUnits(IReadOnlyList<Unit> units)
    {
        var root = units.Single(u => u.ParentId is null);
        foreach (var unit in units)
        {
            _byPath[unit.Path] = unit;
            if (unit != root) _byPath.TryAdd(unit.Path[(root.Path.Length + Unit.PathSeparator.Length)..], unit);
        }

        _byName = units.ToLookup(u => u.Name, StringComparer.OrdinalIgnoreCase);
    }

    public static async Task<FigureUnits> LoadAsync(PortalDbContext db, CancellationToken cancellationToken) => new(await db.Units.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>None when nobody has the name, several when it is not certain which is meant.</summary>
    public IReadOnlyList<Unit> Find(string text)
    {
        var path = string.Join(Unit.PathSeparator, text.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        // A name alone may stand for a unit further down as well as for one right below the root.
        Unit[] named = [.. _byName[text]];
        if (named.Length > 0) return named;
        return _byPath.TryGetValue(path, out var unit) ? [unit] : [];
    }
}
