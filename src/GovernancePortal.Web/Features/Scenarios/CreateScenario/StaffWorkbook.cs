using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

/// <summary>Reads staff from the first sheet of a workbook, row by row. Only values count; formulas are not worked out.</summary>
internal static class StaffWorkbook
{
    // What it may come to once it is unpacked; the words that cells share are held in memory.
    private const long MostUnpacked = 2L * 1024 * 1024 * 1024;
    private const long MostSharedWords = 64L * 1024 * 1024;

    public static Result<StaffReading> Read(Stream file, DateOnly today, CancellationToken cancellationToken)
    {
        try
        {
            if (Oversized(file) is { } refusal) return refusal;
            file.Position = 0;
            using var document = SpreadsheetDocument.Open(file, isEditable: false);
            if (document.WorkbookPart is not { } workbook || workbook.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart sheet)
                return ScenarioFileErrors.Broken("The workbook has no sheet.");
            return StaffFile.Read(new SheetRows(sheet, Words(workbook)), today, cancellationToken);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or StaffFileBrokenException or ArgumentOutOfRangeException or KeyNotFoundException or OverflowException)
        {
            return ScenarioFileErrors.Broken(exception is StaffFileBrokenException ? exception.Message : "This is no workbook that can be read.");
        }
    }

    // A small file can unpack to more than the machine has.
    private static Error? Oversized(Stream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var shared = archive.Entries.Where(e => e.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)).Sum(e => e.Length);
        return archive.Entries.Count > 1000 || archive.Entries.Sum(e => e.Length) > MostUnpacked || shared > MostSharedWords ? ScenarioFileErrors.Broken("The workbook unpacks to more than a list of staff needs.") : null;
    }

    private static List<string> Words(WorkbookPart workbook)
    {
        var words = new List<string>();
        if (workbook.SharedStringTablePart is not { } part) return words;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement) words.Add(reader.LoadCurrentElement()!.InnerText);
        }

        return words;
    }

    private sealed class SheetRows : IStaffRows
    {
        private readonly OpenXmlReader _reader;
        private readonly IReadOnlyList<string> _words;
        private readonly List<string> _cells = [];

        public SheetRows(WorksheetPart sheet, IReadOnlyList<string> words)
        {
            (_reader, _words) = (OpenXmlReader.Create(sheet), words);
            if (!Read()) throw new StaffFileBrokenException("The first sheet is empty.");
            Headers = [.. _cells];
        }

        public IReadOnlyList<string> Headers { get; }

        public int Row { get; private set; }

        public bool Read()
        {
            while (_reader.Read())
            {
                if (_reader.ElementType != typeof(Row) || !_reader.IsStartElement) continue;
                Row++;
                ReadCells();
                if (_cells.Exists(c => c.Length > 0)) return true;
            }

            return false;
        }

        public ReadOnlySpan<char> Cell(int column) => column < _cells.Count ? _cells[column] : [];

        public void Dispose() => _reader.Dispose();

        private void ReadCells()
        {
            _cells.Clear();
            if (!_reader.ReadFirstChild()) return;
            do
            {
                if (_reader.ElementType != typeof(Cell)) continue;
                var cell = (Cell)_reader.LoadCurrentElement()!;
                var column = cell.CellReference?.Value is { } place ? ColumnOf(place) : _cells.Count;
                if (column > 200) throw new StaffFileBrokenException("The sheet has more than 200 columns.");
                while (_cells.Count < column) _cells.Add("");
                if (_cells.Count == column) _cells.Add(TextOf(cell));
            }
            while (_reader.ReadNextSibling());
        }

        private string TextOf(Cell cell)
        {
            if (cell.DataType?.Value == CellValues.InlineString) return cell.InlineString?.InnerText ?? "";
            var text = cell.CellValue?.Text ?? "";
            if (cell.DataType?.Value == CellValues.SharedString) return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _words.Count ? _words[index] : "";
            return text;
        }

        private static int ColumnOf(string place)
        {
            var column = 0;
            foreach (var letter in place.TakeWhile(char.IsAsciiLetter)) column = Math.Min(100_000, (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1);
            return Math.Max(column - 1, 0);
        }
    }
}
