using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>Imports a table that says who was active with which tool on which day.</summary>
internal sealed class PlainUsageImporter : IImporter
{
    public IReadOnlyList<ImportKind> Kinds { get; } = [ImportKind.PlainUsage];

    public bool Reads(StoredUpload upload) => upload.Format == FileFormat.Csv;

    public IImportRun Begin(ImportJob job) => new PlainUsageRun(job);
}

internal sealed class PlainUsageRun(ImportJob job) : UsageRun(job)
{
    private readonly Dictionary<string, string> _tools = new(StringComparer.Ordinal);
    private (string Written, string Tool) _tool = ("", "");
    private bool _hasActive;

    protected override Result Read(CancellationToken cancellationToken)
    {
        var opened = TableReader.Open(Job.OpenFile(), Job.Upload);
        if (!opened.IsSuccess) return opened.Error!;
        using var table = opened.Value;
        Report.TellColumns(table.Headers, Job.Mapping!);
        var rows = new TableRows(table, Job);
        _hasActive = rows.Has("active");
        while (rows.Read(cancellationToken)) ReadRow(rows);
        return Result.Success;
    }

    protected override IEnumerable<string> Notes()
    {
        yield return $"Tools: {string.Join(", ", _tools.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(20))}.";
        if (!_hasActive) yield return "No column says who was active, so every row counts as a day of use.";
    }

    private void ReadRow(TableRows rows)
    {
        var person = rows.Cell("person");
        if (person.IsEmpty) rows.Wrong("person", "person.missing", person, "an employee number, an e-mail or a login");
        else if (person.Length > UsageTools.LoginMaxLength) rows.Wrong("person", "login.long", person, $"at most {UsageTools.LoginMaxLength} characters");
        var tool = rows.Cell("tool");
        if (tool.IsEmpty) rows.Wrong("tool", "tool.missing", tool, "the name of a tool");
        else if (tool.Length > UsageTools.ToolMaxLength) rows.Wrong("tool", "tool.long", tool, $"at most {UsageTools.ToolMaxLength} characters");
        if (!CellReader.TryDate(rows.Cell("day"), Job.Mapping!.DateOrder, out var day)) rows.Wrong("day", "date.unreal", rows.Cell("day"), DateWords.Expected(Job.Mapping.DateOrder));
        else if (day > Job.Today) rows.Wrong("day", "date.future", rows.Cell("day"), "a day that has come");
        var active = true;
        if (_hasActive && !CellReader.TryYesNo(rows.Cell("active"), out active)) rows.Wrong("active", "flag.unknown", rows.Cell("active"), "yes or no");
        if (rows.IsWrong) return;

        if (!Staging.Add(ToolOf(tool), person, day, active))
            rows.Wrong("active", "usage.differs", rows.Cell("active"), "what an earlier row says of the same person, tool and day");
    }

    // Most rows are of the tool of the row before.
    private string ToolOf(ReadOnlySpan<char> written)
    {
        if (written.SequenceEqual(_tool.Written)) return _tool.Tool;
        var text = written.ToString();
        if (!_tools.TryGetValue(text, out var tool)) _tools.Add(text, tool = UsageTools.ToolForm(text));
        _tool = (text, tool);
        return tool;
    }
}
