using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>Imports Microsoft 365 Copilot's report of last activity by user, with the headers of the API or of the admin centre, old or new.</summary>
internal sealed class Microsoft365Importer : IImporter
{
    public IReadOnlyList<ImportKind> Kinds { get; } = [ImportKind.Microsoft365Usage];

    public bool Reads(StoredUpload upload) => upload.Format == FileFormat.Csv;

    public IImportRun Begin(ImportJob job) => new Microsoft365Run(job);
}

/// <summary>
/// The report tells the last day of activity in each app, and nothing of other days. Each such day is a day of use; a person without one gets no row, because
/// "not since" is not "never on any day".
/// </summary>
internal sealed class Microsoft365Run(ImportJob job) : UsageRun(job)
{
    private const int ConcealedLength = 32;

    private readonly HashSet<DateOnly> _days = [];
    private int _concealed;
    private int _never;

    protected override Result Read(CancellationToken cancellationToken)
    {
        var opened = TableReader.Open(Job.OpenFile(), Job.Upload);
        if (!opened.IsSuccess) return opened.Error!;
        using var table = opened.Value;
        Report.TellColumns(table.Headers, Job.Mapping!);
        var rows = new TableRows(table, Job);
        int[] columns = [.. rows.Columns("lastActivity")];
        while (rows.Read(cancellationToken)) ReadRow(rows, columns);
        return _concealed > 0 && _concealed == Report.Rows ? ImportErrors.AllConcealed : Result.Success;
    }

    protected override IEnumerable<string> Notes()
    {
        yield return "This report gives the last day of activity in each app, not daily use. Each of those days counts as a day of use; nothing is known of the days between, so a share of use from it is a lower bound.";
        if (_never > 0) yield return $"{Say.Of(_never, "person has", "people have")} a licence and no activity in the report.";
        if (_concealed > 0)
            yield return $"{Say.Of(_concealed, "row has", "rows have")} a concealed user name, which cannot be joined with anybody. They were left out, and nothing was guessed.";
    }

    private void ReadRow(TableRows rows, int[] columns)
    {
        var person = rows.Cell("person");
        if (IsConcealed(person))
        {
            _concealed++;
            return;
        }

        if (!CellReader.IsEmail(person) || person.Length > UsageTools.LoginMaxLength) rows.Wrong("person", "login.shape", person, "a user principal name, such as ada@example.com");
        _days.Clear();
        foreach (var column in columns) ReadDay(rows, column);
        if (rows.IsWrong) return;

        if (_days.Count == 0) _never++;
        foreach (var day in _days) Staging.Add(UsageTools.Microsoft365Copilot, person, day, active: true);
    }

    private void ReadDay(TableRows rows, int column)
    {
        var text = rows.Cell(column);
        if (text.IsEmpty) return;
        if (!CellReader.TryDate(text, Job.Mapping!.DateOrder, out var day)) rows.Wrong(column, "lastActivity", "date.unreal", text, DateWords.Expected(Job.Mapping.DateOrder));
        else if (day > Job.Today) rows.Wrong(column, "lastActivity", "date.future", text, "a day that has come");
        else _days.Add(day);
    }

    // A tenant that conceals names puts a hash of 32 hexadecimal digits in their place.
    private static bool IsConcealed(ReadOnlySpan<char> name)
    {
        if (name.Length != ConcealedLength) return false;
        foreach (var c in name)
        {
            if (!char.IsAsciiHexDigit(c)) return false;
        }

        return true;
    }
}
