using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace GovernancePortal.Benchmarks.Scenarios;

/// <summary>Lists of staff by chance, as CSV and as a workbook.</summary>
internal static class StaffRows
{
    private static readonly string[] Levels = ["junior", "mid", "senior", "principal"];
    private static readonly string[] Columns = ["id", "level", "annualLoadedCost", "tenureYears", "displaced"];

    public static async Task WriteCsvAsync(string path, int rows)
    {
        await using var writer = new StreamWriter(path);
        await writer.WriteLineAsync(string.Join(',', Columns));
        foreach (var row in Make(rows)) await writer.WriteLineAsync(string.Join(',', row));
    }

    public static async Task WriteWorkbookAsync(string path, int rows)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006";
        await using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        await AddAsync("[Content_Types].xml", $"""<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        await AddAsync("_rels/.rels", $"""<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        await AddAsync("xl/workbook.xml", $"""<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="Staff" sheetId="1" r:id="r1"/></sheets></workbook>""");
        await AddAsync("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        await using var writer = new StreamWriter(await archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync());
        await writer.WriteAsync($"""<worksheet xmlns="{main}"><sheetData>""");
        var number = 0;
        foreach (var row in Make(rows).Prepend(Columns)) await writer.WriteAsync(Row(++number, row));
        await writer.WriteAsync("</sheetData></worksheet>");

        async Task AddAsync(string name, string text)
        {
            await using var entry = new StreamWriter(await archive.CreateEntry(name).OpenAsync());
            await entry.WriteAsync(text);
        }
    }

    private static string Row(int number, string[] cells)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        foreach (var (column, cell) in cells.Index())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{number}");
            text.Append(char.IsAsciiDigit(cell[0]) ? $"<c r=\"{place}\"><v>{cell}</v></c>" : $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>");
        }

        return text.Append("</row>").ToString();
    }

    private static IEnumerable<string[]> Make(int rows)
    {
        var random = new Random(1);
        for (var i = 0; i < rows; i++)
        {
            yield return
            [
                string.Create(CultureInfo.InvariantCulture, $"P{i}"), Levels[random.Next(4)], (40_000 + (random.NextDouble() * 120_000)).ToString("0.00", CultureInfo.InvariantCulture),
                (random.NextDouble() * 35).ToString("0.00", CultureInfo.InvariantCulture), random.Next(9) == 0 ? "yes" : "no",
            ];
        }
    }
}
