using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>Says anew which share of each level is displaced.</summary>
public static class StaffShares
{
    /// <summary>Everybody of a level alike, whoever was displaced before; a level that is not named keeps its own.</summary>
    public static IReadOnlyList<StaffCell> Displace(IEnumerable<StaffCell> cells, IReadOnlyDictionary<Level, double> shares)
    {
        var builder = new StaffCellBuilder();
        foreach (var cell in cells)
        {
            if (!shares.TryGetValue(cell.Level, out var share))
            {
                builder.Add(cell);
                continue;
            }

            builder.Add(cell with { IsDisplaced = true, Count = cell.Count * share });
            builder.Add(cell with { IsDisplaced = false, Count = cell.Count * (1 - share) });
        }

        return builder.Cells();
    }
}
