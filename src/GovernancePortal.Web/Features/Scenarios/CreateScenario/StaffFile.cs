using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

/// <summary>The rows of a table, whatever kind of file they are in.</summary>
internal interface IStaffRows : IDisposable
{
    /// <summary>Names of the columns.</summary>
    IReadOnlyList<string> Headers { get; }

    /// <summary>As a spreadsheet counts; the names of the columns are row 1.</summary>
    int Row { get; }

    bool Read();

    /// <summary>Empty where the row is shorter.</summary>
    ReadOnlySpan<char> Cell(int column);
}

/// <summary>What a list of staff came to.</summary>
/// <param name="Cells">Summed up.</param>
/// <param name="Rows">How many there were.</param>
/// <param name="Unused">Columns that the model has no use for; nothing of them was kept.</param>
internal sealed record StaffReading(IReadOnlyList<StaffCell> Cells, int Rows, IReadOnlyList<string> Unused);

/// <summary>Reads staff row by row and sums up while reading, so that a million rows take time and no memory.</summary>
internal sealed class StaffFile
{
    public const long MostBytes = 256L * 1024 * 1024;
    public const int MostRows = 5_000_000;
    private const int MostTold = 100;
    private const double DaysOfYear = 365.25;

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["level"] = "level",
        ["seniority"] = "level",
        ["grade"] = "level",
        ["annualLoadedCost"] = "cost",
        ["annual loaded cost"] = "cost",
        ["annual cost"] = "cost",
        ["loaded cost"] = "cost",
        ["cost"] = "cost",
        ["tenureYears"] = "tenure",
        ["tenure years"] = "tenure",
        ["tenure"] = "tenure",
        ["years of service"] = "tenure",
        ["startDate"] = "start",
        ["start date"] = "start",
        ["hired"] = "start",
        ["displaced"] = "displaced",
        ["is displaced"] = "displaced",
        ["count"] = "count",
        ["people"] = "count",
        ["positions"] = "count",
        ["knowledgeWeight"] = "knowledge",
        ["knowledge weight"] = "knowledge",
    };

    private readonly StaffCellBuilder _builder = new();
    private readonly List<FieldError> _faults = [];
    private readonly IStaffRows _rows;
    private readonly Dictionary<string, int> _columns;
    private readonly DateOnly _today;
    private int _wrong;

    private StaffFile(IStaffRows rows, Dictionary<string, int> columns, DateOnly today) => (_rows, _columns, _today) = (rows, columns, today);

    public static Result<StaffReading> Read(IStaffRows rows, DateOnly today, CancellationToken cancellationToken)
    {
        using var closing = rows;
        try
        {
            var named = rows.Headers.Index().Select(h => (h.Index, Field: Names.GetValueOrDefault(h.Item.Trim()))).Where(h => h.Field is not null).ToList();
            if (named.GroupBy(n => n.Field).FirstOrDefault(g => g.Count() > 1) is { } twice) return ScenarioFileErrors.Broken($"Two columns state the {twice.Key}.");
            var columns = named.ToDictionary(n => n.Field!, n => n.Index, StringComparer.Ordinal);
            string[] missing = [.. new[] { "level", "cost" }.Where(f => !columns.ContainsKey(f)), .. columns.ContainsKey("tenure") || columns.ContainsKey("start") ? Array.Empty<string>() : ["tenureYears or startDate"]];
            if (missing.Length > 0) return ScenarioFileErrors.Broken($"A column is missing: {string.Join(", ", missing)}. The columns are level, annualLoadedCost, tenureYears or startDate, displaced, and count if a row is several people.");

            return new StaffFile(rows, columns, today).Read([.. rows.Headers.Index().Where(h => !columns.ContainsValue(h.Index)).Select(h => h.Item)], cancellationToken);
        }
        catch (StaffFileBrokenException broken)
        {
            return ScenarioFileErrors.Broken(broken.Message);
        }
    }

    private Result<StaffReading> Read(IReadOnlyList<string> unused, CancellationToken cancellationToken)
    {
        var count = 0;
        while (_rows.Read())
        {
            if (++count > MostRows) return ScenarioFileErrors.Broken($"The file has more than {Say.Count(MostRows)} rows.");
            if (count % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            Take();
        }

        if (count == 0) return ScenarioFileErrors.Broken("The file has no row below the names of the columns.");
        if (_wrong == 0) return new StaffReading(_builder.Cells(), count, unused);

        if (_wrong > _faults.Count) _faults.Add(new("File", $"{Say.Of(_wrong - _faults.Count, "more cell is", "more cells are")} wrong."));
        return new Error("request.invalid", $"{Say.Of(_wrong, "cell", "cells")} of the file cannot be used. Nothing was stored.", ErrorKind.Invalid) { Fields = _faults };
    }

    private void Take()
    {
        var wrong = _wrong;
        var level = LevelOf(Cell("level"));
        if (level == Level.Unknown) Wrong("level", "junior, mid, senior or principal");
        var cell = new StaffCell(level, Number("cost", 1e12, "0 or more"), Tenure(), Displaced()) { Count = _columns.ContainsKey("count") ? Number("count", 1e8, "0 or more") : 1 };
        if (_columns.ContainsKey("knowledge") && !Cell("knowledge").IsEmpty) cell = cell with { KnowledgeWeight = Number("knowledge", 1e8, "0 or more, or nothing") };
        if (wrong == _wrong) _builder.Add(cell);
    }

    private double Tenure()
    {
        if (_columns.ContainsKey("tenure")) return Number("tenure", 100, "0 to 100 years");
        if (DateOnly.TryParseExact(Cell("start"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) && start <= _today && start.Year > 1900) return (_today.DayNumber - start.DayNumber) / DaysOfYear;
        Wrong("start", "a day before today, such as 2019-04-01");
        return 0;
    }

    private bool Displaced()
    {
        if (!_columns.ContainsKey("displaced")) return false;
        var text = Cell("displaced");
        if (Is(text, "true") || Is(text, "yes") || Is(text, "1")) return true;
        if (!(text.IsEmpty || Is(text, "false") || Is(text, "no") || Is(text, "0"))) Wrong("displaced", "yes or no");
        return false;
    }

    private double Number(string field, double most, string expected)
    {
        if (double.TryParse(Cell(field), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most) return number;
        Wrong(field, expected);
        return 0;
    }

    private ReadOnlySpan<char> Cell(string field) => _rows.Cell(_columns[field]).Trim();

    // What stood in the cell is not repeated: it can be pay.
    private void Wrong(string field, string expected)
    {
        if (_wrong++ < MostTold) _faults.Add(new("File", $"Row {Say.Count(_rows.Row)}, {_rows.Headers[_columns[field]]}: enter {expected}."));
    }

    private static Level LevelOf(ReadOnlySpan<char> text) =>
        Is(text, "junior") ? Level.Junior : Is(text, "mid") ? Level.Mid : Is(text, "senior") ? Level.Senior : Is(text, "principal") ? Level.Principal : Level.Unknown;

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Ends the reading of a file that turns out to be broken half way.</summary>
internal sealed class StaffFileBrokenException(string message) : Exception(message);
