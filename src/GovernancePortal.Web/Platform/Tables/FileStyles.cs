using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GovernancePortal.Web.Platform.Tables;

/// <summary>The cell formats of the workbook, by their place in the style sheet.</summary>
internal static class FileStyles
{
    public const uint Plain = 0;
    public const uint Text = 1;
    public const uint Header = 2;
    public const uint Day = 3;
    public const uint Time = 4;
    public const uint Share = 5;
    public const uint Count = 6;

    // Formats of one's own begin here; below are those that every spreadsheet has.
    private const uint DayFormat = 164;
    private const uint TimeFormat = 165;
    private const uint WholePercent = 9;
    private const uint Thousands = 3;

    public static void AddTo(WorkbookPart workbook) =>
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" },
                new NumberingFormat { NumberFormatId = TimeFormat, FormatCode = "yyyy\\-mm\\-dd hh:mm" })
            { Count = 2 },
            new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })) { Count = 2 },
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE7ECEF" }) { PatternType = PatternValues.Solid }))
            { Count = 3 },
            new Borders(new Border()) { Count = 1 },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            new CellFormats(
                new CellFormat(),
                new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { QuotePrefix = true, ApplyAlignment = true },
                new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
                Number(DayFormat),
                Number(TimeFormat),
                Number(WholePercent),
                Number(Thousands))
            { Count = 7 });

    private static CellFormat Number(uint format) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = format, ApplyNumberFormat = true, ApplyAlignment = true };
}
