using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Duties;
using GovernancePortal.Web.Platform.Tables;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

/// <summary>The pack as a workbook: a sheet for each section, sessions without an end to their number.</summary>
internal static class PackWorkbook
{
    public static async Task<string> WriteAsync(Stream file, PackReader pack, PackLines lines, PackMaking making, CancellationToken cancellationToken)
    {
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook();
        FileStyles.AddTo(workbook);
        var sheets = new Sheets();
        var content = pack.Content;

        // The first sheet tells the hash, which is known when the last session has been read.
        var about = workbook.AddNewPart<WorksheetPart>();
        List(sheets, workbook, about, "Pack");
        Duties(Sheet("Duty", [new("Law or standard", 30), new("Place", 18), new("Standing", 20), new("Valid from", 12), new("Text", 80), new("Kind of text", 18), new("Note", 50), new("Source", 40), new("Confirmed by", 20), new("Confirmed on", 12)]), content);
        Tools(Sheet("AI tools", [new("Tool", 28), new("People who used it in 90 days", 18), new("Named by", 60)]), content);
        Requirements(Sheet("Audiences", [new("Who", 50), new("Course", 40), new("From version", 12), new("Valid (months)", 12), new("Joiners have (days)", 12), new("Asked since", 12), new("Cause", 26), new("Taken since", 12), new("Why", 50), new("Asked", 10), new("Met", 10), new("Coverage", 10)]), content);
        Courses(Sheet("Measures", [new("Code", 16), new("Course", 40), new("Prepares", 40), new("Tools", 28), new("Valid (months)", 12), new("Owner", 24), new("Version", 10), new("Taught from", 12), new("Teaches", 60), new("Minutes", 10), new("Link", 40), new("SHA-256 of the content", 66)]), content);
        await SessionsAsync(Sheet("Sessions", [new("Held on", 12), new("Course", 40), new("Version", 10), new("Result", 12), new("People", 10), new("Instructor", 30), new("SHA-256 of the evidence file", 66), new("Session", 38)]), pack, lines, cancellationToken);
        Records(Sheet("Records", [new("Source", 30), new("Result", 14), new("Stand", 12), new("Wait for the lead", 16), new("Declined", 12), new("Struck", 12)]), content);
        Coverage(Sheet("Coverage by date", [new("Day", 12), new("Asked", 12), new("Have all of it", 14), new("Coverage", 10), new("Basis", 14)]), content);
        Units(Sheet("Coverage by unit", [new("Unit", 40), new("Asked", 12), new("Have all of it", 14), new("Coverage", 10)]), content);
        Responsible(Sheet("Responsible", [new("Owner", 30), new("Courses", 80)]), content);
        Limits(Sheet("Limits", [new("What this pack cannot tell", 120)]));

        var sha256 = lines.Finish();
        About(new TableSheet(about, [new("Fact", 30), new("Value", 70)]), content, making, sha256);
        workbook.Workbook.AppendChild(sheets);
        workbook.Workbook.AppendChild(Titles(sheets));
        return sha256;

        TableSheet Sheet(string name, FileColumn[] columns)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            List(sheets, workbook, part, name);
            return new TableSheet(part, columns);
        }
    }

    private static void List(Sheets sheets, WorkbookPart workbook, WorksheetPart part, string name) =>
        sheets.AppendChild(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = name });

    // Each printed page repeats the header.
    private static DefinedNames Titles(Sheets sheets) =>
        new(sheets.Elements<Sheet>().Select((s, i) => new DefinedName($"'{s.Name}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i }));

    private static void About(TableSheet to, PackContent content, PackMaking making, string sha256)
    {
        using var sheet = to;
        sheet.Add("Pack", PackWords.Title);
        sheet.Add("Organisation or part of it", content.Place.Name);
        sheet.Add("As of", content.On);
        sheet.Add("People asked", content.Today.Asked);
        sheet.Add("Of them with all of it", content.Today.Met);
        sheet.Add("Basis of these two", PackWords.Basis(content.Today.IsKept));
        sheet.Add("SHA-256 of the content", sha256);
        sheet.Add("Made at (UTC)", making.At);
        sheet.Add("Made by", making.By);
    }

    private static void Duties(TableSheet to, PackContent content)
    {
        using var sheet = to;
        foreach (var d in content.Duties)
            sheet.Add(d.Law, d.Article, d.Standing == DutyStanding.InForce ? "In force" : PackWords.Standing(d), d.ValidFrom, d.Text, PackWords.Kind(d.Kind), d.Note, d.Source, d.ConfirmedBy ?? PackWords.Confirmed(d), d.ConfirmedOn);
    }

    private static void Tools(TableSheet to, PackContent content)
    {
        using var sheet = to;
        foreach (var t in content.Tools) sheet.Add(t.Name, t.People is > 0 ? t.People : PackWords.People(t), PackWords.NamedBy(t));
    }

    private static void Requirements(TableSheet to, PackContent content)
    {
        using var sheet = to;
        foreach (var r in content.Requirements)
        {
            sheet.Add(
                r.Who, r.Course, PackWords.Version(r.MinimumVersion), r.ValidityMonths, r.GraceDays, r.AskedFrom, r.CauseWords, r.CompletedSince, r.Reason,
                r.Asked is { } asked ? asked : "Not counted that day", r.Met, r.Count?.Share);
        }
    }

    private static void Courses(TableSheet to, PackContent content)
    {
        using var sheet = to;
        foreach (var c in content.Courses)
        {
            foreach (var v in c.Versions.DefaultIfEmpty())
                sheet.Add(c.Code, c.Name, PackWords.Prepares(c), c.Tools, c.ValidityMonths, PackWords.Owner(c), v?.Label ?? "No version stated", v?.TaughtFrom, v?.Teaches, v?.Minutes, v?.Link, v?.Sha256);
        }
    }

    private static async Task SessionsAsync(TableSheet to, PackReader pack, PackLines lines, CancellationToken cancellationToken)
    {
        using var sheet = to;
        await foreach (var s in pack.SessionsAsync(cancellationToken))
        {
            lines.Add(s);
            sheet.Add(s.HeldOn, s.Course, s.Version, PackWords.Result(s.Result), s.People, s.Instructor, s.EvidenceSha256, s.Id.Value.ToString());
        }
    }

    private static void Records(TableSheet to, PackContent content)
    {
        using var sheet = to;
        foreach (var r in content.Records) sheet.Add(PackWords.Source(r.Source), PackWords.Result(r.Result), r.Stand, r.Waiting, r.Declined, r.Struck);
    }

    private static void Coverage(TableSheet to, PackContent content)
    {
        using var sheet = to;
        foreach (var c in content.Coverage) sheet.Add(c.Day, c.Asked, c.Met, Share(c.Count), PackWords.Basis(c.IsKept));
    }

    private static void Units(TableSheet to, PackContent content)
    {
        using var sheet = to;
        foreach (var u in content.Units) sheet.Add(u.Name, u.Asked, u.Met, Share(u.Count));
    }

    private static void Responsible(TableSheet to, PackContent content)
    {
        using var sheet = to;
        foreach (var (owner, courses) in PackWords.Responsible(content)) sheet.Add(owner, courses);
    }

    private static void Limits(TableSheet to)
    {
        using var sheet = to;
        foreach (var limit in PackWords.Limits) sheet.Add(limit);
    }

    private static object Share(CoverageCount count) => count.Share is { } share ? share : PackWords.Share(count);
}
