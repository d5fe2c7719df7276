using System.Text.Json;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Copilot;

/// <summary>Checks records of one shape and stages them. Records with the same key are told apart from repetitions.</summary>
internal abstract class CopilotReader(UpsertTable table, BulkTable staged, ImportReport report)
{
    private readonly Dictionary<string, (int Row, int Content)> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _sums = new(StringComparer.Ordinal);

    protected UpsertTable Table { get; } = table;

    protected BulkTable Staged { get; } = staged;

    protected ImportReport Report { get; } = report;

    /// <summary>Records that repeat an earlier one.</summary>
    public int Repeated { get; private set; }

    public abstract void Read(JsonElement record, int row);

    /// <summary>Called after the last record.</summary>
    public virtual void Finish()
    {
        foreach (var (label, sum) in _sums) Report.Figures.Add(new ImportFigure(label, sum));
        if (Repeated > 0) Report.Notes.Add($"{Repeated:N0} records repeat an earlier one and count once.");
    }

    protected int Column(string name) => Table.IndexOf(name);

    /// <summary>Whether the key is new in this file; a repetition counts as unchanged, and one that says something else is an error.</summary>
    /// <param name="key">Names what the record is about.</param>
    /// <param name="row">Of the record.</param>
    /// <param name="content">A hash of what the record says of it.</param>
    protected bool IsNew(string key, int row, int content = 0)
    {
        if (_keys.TryAdd(key, (row, content))) return true;
        var (first, said) = _keys[key];
        if (said == content) Repeated++;
        else Wrong(row, "(record)", "record.differs", $"other figures than in record {first}", "one record for each login and day; of several organisations use the report of the enterprise");
        return false;
    }

    protected void Add(string label, decimal? value)
    {
        if (value is { } amount) _sums[label] = _sums.GetValueOrDefault(label) + amount;
    }

    /// <summary>Drops the sums, so that they are not shown.</summary>
    protected void Forget() => _sums.Clear();

    protected void Wrong(int row, string field, string code, string? found, string expected) => Report.Errors.Add(row, field, code, found ?? "(absent)", expected);

    protected string? ReadLogin(JsonElement record, int row)
    {
        var login = record.Text(CopilotFields.Login);
        if (!string.IsNullOrWhiteSpace(login) && login.Length <= UsageTools.LoginMaxLength) return UsageTools.LoginForm(login);
        Wrong(row, "user_login", "login.missing", login, "a login");
        return null;
    }

    protected DateOnly? ReadDay(JsonElement record, int row)
    {
        var day = record.Text("day", "date");
        if (day is not null && CellReader.TryDate(day, DateOrder.YearMonthDay, out var date)) return date;
        Wrong(row, "day", "date.unreal", day, "a real date, year-month-day");
        return null;
    }

    protected int? ReadCount(JsonElement record, string field, int row, string? label = null)
    {
        var count = record.Count(field, out var wrong);
        if (wrong) Wrong(row, field, "count.shape", record.GetProperty(field).GetRawText(), "a whole number from 0");
        if (label is not null) Add(label, count);
        return count;
    }

    protected void Set(string column, int? value)
    {
        if (value is { } number) Staged.Set(Column(column), number);
    }
}
