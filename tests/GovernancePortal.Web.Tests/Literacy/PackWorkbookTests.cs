using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Features.Literacy.EvidencePack;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Literacy;

/// <summary>Opens the workbook again, as a spreadsheet would.</summary>
public sealed class PackWorkbookTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private PackOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = new PackOffice(_portal);
        await _office.OpenAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Every_section_is_a_sheet_with_a_frozen_header_and_cells_of_the_right_kind()
    {
        var seen = await _office.PackAsync();

        using var document = await MakeAsync();

        new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        var sheets = document.WorkbookPart!.Workbook!.Descendants<Sheet>().ToList();
        sheets.Select(s => s.Name!.Value).ShouldBe(
            ["Pack", "Duty", "AI tools", "Audiences", "Measures", "Sessions", "Records", "Coverage by date", "Coverage by unit", "Responsible", "Limits"]);
        foreach (var sheet in sheets) Part(document, sheet.Name!).Worksheet!.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);

        Rows(document, "Sessions").ShouldBe(
            [
                ["Held on", "Course", "Version", "Result", "People", "Instructor", "SHA-256 of the evidence file", "Session"],
                [46349d, "Safe use of agents", "1", "Passed", 6d, "=HYPERLINK(\"x\")", null, seen.Sessions[0].Id.Value.ToString()],
            ]);
        Rows(document, "Audiences")[1][9..].ShouldBe([8d, 6d, .75]);
        Rows(document, "Coverage by unit")[1..].ShouldBe([["Checkout", 8d, 6d, .75], ["Logistics", 0d, 0d, "Nobody asked"]]);
        Rows(document, "AI tools")[1..].ShouldBe([["github-copilot", 5d, "Safe use of agents"], ["rare-tool", "Fewer than five", "No course or requirement"]]);
        Rows(document, "Pack").ShouldContain(r => (string?)r[0] == "SHA-256 of the content" && (string?)r[1] == seen.Sha256);
        DateTime.FromOADate((double)Rows(document, "Pack")[3][1]!).ShouldBe(_office.Day.ToDateTime(TimeOnly.MinValue));
    }

    [Fact]
    public async Task Text_is_never_a_formula()
    {
        foreach (var start in new[] { "=1+1", "+1", "-1", "@SUM(A1)" }) await _office.LogAsync([(await _portal.AddPersonAsync("Somebody", _portal.Payments)).Id], start);

        using var document = await MakeAsync();

        document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<CellFormula>()).ShouldBeEmpty();
        var cells = Part(document, "Sessions").Worksheet!.Descendants<Cell>().Where(c => c.InnerText is "=1+1" or "+1" or "-1" or "@SUM(A1)").ToList();
        cells.Count.ShouldBe(4);
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        cells.ShouldAllBe(c => c.DataType!.Value == CellValues.InlineString && formats[(int)c.StyleIndex!.Value].QuotePrefix!.Value);
    }

    [Fact]
    public async Task A_character_that_a_workbook_cannot_hold_does_not_keep_it_from_being_made()
    {
        await _office.LogAsync([_office.People[7].Id], "Ada \u0001 and 😀");

        using var document = await MakeAsync();

        Rows(document, "Sessions").ShouldContain(r => (string?)r[5] == "Ada   and 😀");
    }

    private async Task<SpreadsheetDocument> MakeAsync()
    {
        var made = await _portal.SendAs(Role.Auditor, new ExportEvidencePackCommand(PackForm.Workbook, _office.Day));
        made.Error.ShouldBeNull();
        made.Value.FileName.ShouldBe("evidence-pack-2026-11-23.xlsx");
        var memory = new MemoryStream();
        await using (made.Value.Content) await made.Value.Content.CopyToAsync(memory);
        return SpreadsheetDocument.Open(memory, isEditable: false);
    }

    private static WorksheetPart Part(SpreadsheetDocument document, string name) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().Single(s => s.Name == name).Id!);

    /// <summary>Text as text and numbers as numbers; null for an empty cell.</summary>
    private static List<object?[]> Rows(SpreadsheetDocument document, string name)
    {
        var rows = Part(document, name).Worksheet!.Descendants<Row>().Select(r => r.Elements<Cell>().ToDictionary(c => c.CellReference!.Value![0] - 'A', Value)).ToList();
        var width = rows[0].Count;
        return rows.ConvertAll(r => Enumerable.Range(0, width).Select(i => r.GetValueOrDefault(i)).ToArray());
    }

    private static object? Value(Cell cell) => cell.DataType is null ? double.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture) : cell.InnerText;
}
