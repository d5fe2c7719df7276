using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>A word of the level column and what it is taken for; null when it is not understood.</summary>
public sealed record LevelWord(string Word, Level? Level, int Count);

/// <summary>A figure that an import shows, such as the sum of a counter; null when the file has no such figure.</summary>
public sealed record ImportFigure(string Label, decimal? Value);

/// <summary>What a file would do, or did.</summary>
public sealed class ImportReport
{
    public RowErrors Errors { get; } = new();

    /// <summary>Rows in the file, blank ones aside.</summary>
    public int Rows { get; set; }

    public int New { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    /// <summary>People who are not in the file and now count as having left.</summary>
    public int Left { get; set; }

    /// <summary>Units that the import adds, by path.</summary>
    public IReadOnlyList<string> NewUnits { get; set; } = [];

    /// <summary>Columns that hold protected attributes and were not read.</summary>
    public IReadOnlyList<string> Dropped { get; set; } = [];

    /// <summary>Columns that can stand in for protected attributes.</summary>
    public IReadOnlyList<string> StandIns { get; set; } = [];

    /// <summary>Other columns that no field was chosen for.</summary>
    public IReadOnlyList<string> Unused { get; set; } = [];

    public IReadOnlyList<LevelWord> Levels { get; set; } = [];

    public List<ImportFigure> Figures { get; } = [];

    /// <summary>What else the person should know, in sentences.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Whether the comparison with what is known is not told.</summary>
    public bool IsWithheld { get; private set; }

    public ImportCounts Counts => new(New + Changed, Unchanged, Errors.Rows);

    /// <summary>Takes back what the comparison found: otherwise a check of a made-up file would answer whether somebody used a tool on a day.</summary>
    public void Withhold()
    {
        (New, Changed, Unchanged, IsWithheld) = (New + Changed + Unchanged, 0, 0, true);
        Notes.Add("A check does not say which days of use are known already: that would answer who used a tool. The import says it, and is recorded.");
    }

    public void TellColumns(IReadOnlyList<string> headers, ColumnMapping mapping)
    {
        var idle = headers.Where(h => !mapping.Columns.ContainsKey(h)).ToArray();
        Dropped = [.. idle.Where(ProtectedColumns.IsProtected)];
        StandIns = [.. headers.Where(ProtectedColumns.CanStandIn)];
        Unused = [.. idle.Where(h => !ProtectedColumns.IsProtected(h))];
    }
}
