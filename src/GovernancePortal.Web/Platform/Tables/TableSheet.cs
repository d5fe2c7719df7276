using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GovernancePortal.Web.Platform.Tables;

/// <param name="Width">In characters; wide ones wrap.</param>
internal sealed record FileColumn(string Title, int Width);

/// <summary>A number of which every digit counts, unlike a share or a count.</summary>
internal readonly record struct Figure(double Value);

/// <summary>
/// Writes one sheet, row by row, without holding it: a frozen header, dates and numbers as what they are. Text is never a formula: its cells are typed as
/// text and marked as quoted, so that a spreadsheet leaves alone even what begins with an equals sign, and the text stays as it was entered.
/// </summary>
internal sealed class TableSheet : IDisposable
{
    private readonly IReadOnlyList<FileColumn> _columns;
    private readonly OpenXmlWriter _writer;
    private uint _row;

    public TableSheet(WorksheetPart part, IReadOnlyList<FileColumn> columns)
    {
        _columns = columns;
        _writer = OpenXmlWriter.Create(part);
        _writer.WriteStartElement(new Worksheet());
        _writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        _writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        _writer.WriteElement(new Columns(columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })));
        _writer.WriteStartElement(new SheetData());
        Write(columns.Select(c => (object?)c.Title), FileStyles.Header);
    }

    public void Add(params object?[] cells) => Write(cells, style: null);

    public void Dispose()
    {
        _writer.WriteEndElement();
        _writer.WriteElement(new AutoFilter { Reference = $"A1:{Name(_columns.Count - 1)}{_row}" });
        _writer.WriteElement(new PageSetup { Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0, PaperSize = 9 });
        _writer.WriteEndElement();
        _writer.Dispose();
    }

    private void Write(IEnumerable<object?> cells, uint? style)
    {
        _writer.WriteStartElement(new Row { RowIndex = ++_row });
        var column = 0;
        foreach (var cell in cells)
        {
            if (cell is not null) _writer.WriteElement(Cell(cell, column, style));
            column++;
        }

        _writer.WriteEndElement();
    }

    private Cell Cell(object value, int column, uint? style)
    {
        var cell = value switch
        {
            string text => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve }), StyleIndex = FileStyles.Text },
            bool yes => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(yes ? "Yes" : "No")), StyleIndex = FileStyles.Text },
            DateOnly day => Number(day.ToDateTime(TimeOnly.MinValue).ToOADate(), FileStyles.Day),
            DateTimeOffset time => Number(time.UtcDateTime.ToOADate(), FileStyles.Time),
            double share => Number(share, FileStyles.Share),
            Figure figure => Number(figure.Value, FileStyles.Plain),
            int count => Number(count, FileStyles.Count),
            long count => Number(count, FileStyles.Count),
            decimal amount => Number((double)amount, FileStyles.Count),
            _ => throw new ArgumentException($"A sheet has no cells of {value.GetType().Name}.", nameof(value)),
        };
        cell.CellReference = $"{Name(column)}{_row}";
        if (style is { } own) cell.StyleIndex = own;
        return cell;
    }

    private static Cell Number(double number, uint style) => new() { CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture)), StyleIndex = style };

    private static string Name(int column) => column < 26 ? ((char)('A' + column)).ToString() : Name((column / 26) - 1) + (char)('A' + (column % 26));

    // Control characters that XML cannot hold at all.
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Select((c, i) => XmlConvert.IsXmlChar(c) || IsPaired(text, i) ? c : ' '));

    private static bool IsPaired(string text, int i) =>
        (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) || (i > 0 && char.IsSurrogatePair(text[i - 1], text[i]));
}
