using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Evidence;
using GovernancePortal.Web.Features.Literacy.GetEvidence;
using GovernancePortal.Web.Features.Literacy.KeepEvidence;
using GovernancePortal.Web.Features.Literacy.LogSession;
using GovernancePortal.Web.Features.Literacy.MyTraining;
using GovernancePortal.Web.Tests.Access;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class EvidenceTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

    private TestPortal _portal = null!;
    private TrainingOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(settings: new() { ["Evidence:MaxBytes"] = "4096" });
        _office = new TrainingOffice(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_same_content_is_stored_once_and_everybody_who_brought_it_is_remembered()
    {
        var lead = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout);
        var other = await _portal.AddUserAsync(Role.TeamLead, _portal.Logistics);

        var first = (await KeepAsync(lead, "list.pdf", Pdf)).Value;
        var again = (await KeepAsync(lead, "list.pdf", Pdf)).Value;
        var second = (await KeepAsync(other, "C:\\files\\other.pdf", Pdf)).Value;

        first.ShouldBe(new EvidenceRef(Convert.ToHexStringLower(SHA256.HashData(Pdf)), "list.pdf", "application/pdf", Pdf.Length));
        again.ShouldBe(first);
        second.FileName.ShouldBe("other.pdf");
        Stored().ShouldHaveSingleItem().ShouldEndWith(first.Sha256);
        (await _portal.InDb(db => db.EvidenceFiles.CountAsync())).ShouldBe(1);
        (await _portal.InDb(db => db.EvidenceKeepings.CountAsync())).ShouldBe(2);
        var entries = await _portal.InDb(db => db.LedgerEntries.Where(e => e.Kind == "evidence.kept").Select(e => e.Subject).ToListAsync());
        entries.ShouldBe([$"evidence:{first.Sha256}", $"evidence:{first.Sha256}"]);
        (await GetAsync(other, second.Sha256)).Value.FileName.ShouldBe("other.pdf");
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task What_is_allowed_is_told_by_its_content(string name, byte[] content, string type)
    {
        var kept = await KeepAsync(await _portal.AddUserAsync(Role.Employee), name, content);

        kept.Error.ShouldBeNull();
        kept.Value.ContentType.ShouldBe(type);
    }

    public static TheoryData<string, byte[], string> Allowed() =>
        new()
        {
            { "a.pdf", Pdf, "application/pdf" },
            { "a.PNG", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0], "image/png" },
            { "a.jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0], "image/jpeg" },
            { "a.docx", Archive("[Content_Types].xml", "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
            { "a.xlsx", Archive("[Content_Types].xml", "xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
            { "a.csv", Encoding.UTF8.GetBytes("\uFEFFname,day\nJoão,2026-11-23\n"), "text/csv" },
            { "a.txt", Encoding.UTF8.GetBytes("Present: 2 < 3 people, Ωmega"), "text/plain" },
        };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task What_is_forbidden_is_refused_with_what_is_allowed_and_nothing_is_kept(string name, byte[] content, string found)
    {
        var refused = (await KeepAsync(await _portal.AddUserAsync(Role.Employee), name, content)).Error!;

        (refused.Code, refused.Kind).ShouldBe(("evidence.type", ErrorKind.Invalid));
        refused.Message.ShouldContain(found);
        refused.Message.ShouldContain("Kept are PDF, PNG, JPEG, Word (docx), Excel (xlsx), CSV and plain text (txt).");
        Stored().ShouldBeEmpty();
        (await _portal.InDb(db => db.EvidenceFiles.CountAsync())).ShouldBe(0);
    }

    public static TheoryData<string, byte[], string> Forbidden() =>
        new()
        {
            { "a.exe", "MZ\0\0"u8.ToArray(), "a program" },
            { "a.pdf", "MZ\0\0"u8.ToArray(), "a program" },
            { "a.txt", "\u007fELF\u0001"u8.ToArray(), "a program" },
            { "a.txt", "#!/bin/sh\nrm -r x\n"u8.ToArray(), "a program" },
            { "a.html", "<!doctype html><p>x"u8.ToArray(), "a web page" },
            { "a.txt", "\uFEFF \n<HTML><script>x</script>"u8.ToArray(), "a web page" },
            { "a.svg", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "an SVG picture" },
            { "a.zip", Archive("x.txt"), "a ZIP archive" },
            { "a.docx", Archive("x.txt"), "a ZIP archive" },
            { "a.docx", "PK and nothing else"u8.ToArray(), "a damaged ZIP archive" },
            { "a.docx", Archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "macros" },
            { "a.docx", Archive("[Content_Types].xml", "xl/workbook.xml"), "The name ends in .docx, but this is an Excel workbook" },
            { "a.png", Pdf, "The name ends in .png, but this is a PDF document" },
            { "a.csv", Pdf, "The name ends in .csv, but this is a PDF document" },
            { "a.pdf", "plain"u8.ToArray(), "The name ends in .pdf, but this is text" },
            { "a.js", "alert(1)"u8.ToArray(), "a .js file" },
            { "noname", "plain"u8.ToArray(), "without an ending" },
            { "a.txt", [0xC3, 0x28], "neither a document nor text in UTF-8" },
            { "a.csv", "a,b\0c"u8.ToArray(), "neither a document nor text in UTF-8" },
        };

    [Fact]
    public async Task A_file_that_is_empty_too_large_or_without_a_name_is_refused()
    {
        var user = await _portal.AddUserAsync(Role.Employee);

        (await KeepAsync(user, "a.txt", [])).Error!.Code.ShouldBe("evidence.empty");
        (await KeepAsync(user, "a.txt", [.. Enumerable.Repeat((byte)'x', 4096)])).Error.ShouldBeNull("exactly as much as is allowed");
        (await KeepAsync(user, "a.txt", [.. Enumerable.Repeat((byte)'x', 4097)])).Error!.Code.ShouldBe("evidence.too-large");
        (await KeepAsync(user, "folder/", Pdf)).Error!.Fields.Single().Field.ShouldBe("FileName");
    }

    [Fact]
    public async Task An_administrator_keeps_nothing_and_nobody_reads_signed_out()
    {
        (await KeepAsync(await _portal.AddUserAsync(Role.Administrator), "a.pdf", Pdf)).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendSignedOut(new GetEvidenceQuery(new string('a', 64)))).Error.ShouldBe(AccessErrors.SignedOut);
    }

    [Fact]
    public async Task A_file_is_read_by_who_brought_it_by_the_person_and_by_those_who_may_see_the_person()
    {
        var person = (await _office.StaffAsync(1))[0];
        var course = await _office.AddCourseAsync();
        var lead = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout);
        var file = (await KeepAsync(lead, "list.pdf", Pdf)).Value;
        var self = await _portal.AddUserAsync(Role.Employee, person: person.Id);
        (await GetAsync(self, file.Sha256)).Error.ShouldBe(CommonErrors.NotFound, "nothing of this person refers to it yet");

        await LogAsync(lead, course, person, file.Sha256);

        var content = (await GetAsync(lead, file.Sha256)).Value;
        content.Content.ShouldBe(Pdf);
        content.FileName.ShouldBe("list.pdf");
        (await GetAsync(self, file.Sha256)).Error.ShouldBeNull();
        (await _portal.SendAs(Role.TeamLead, new GetEvidenceQuery(file.Sha256), _portal.Root)).Error.ShouldBeNull();
        (await _portal.SendAs(Role.Auditor, new GetEvidenceQuery(file.Sha256))).Error.ShouldBeNull();
        (await _portal.SendAs(Role.HumanResources, new GetEvidenceQuery(file.Sha256), _portal.Logistics)).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(Role.TeamLead, new GetEvidenceQuery(file.Sha256), _portal.Payments)).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(Role.Employee, new GetEvidenceQuery(file.Sha256))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(Role.Executive, new GetEvidenceQuery(file.Sha256))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(Role.Auditor, new GetEvidenceQuery(new string('0', 64)))).Error.ShouldBe(CommonErrors.NotFound);
    }

    [Fact]
    public async Task Nobody_gets_at_a_file_by_naming_its_hash_in_a_report_or_a_session()
    {
        var person = (await _office.StaffAsync(1))[0];
        var course = await _office.AddCourseAsync();
        var file = (await KeepAsync(await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout), "list.pdf", Pdf)).Value;
        var curious = await _portal.AddUserAsync(Role.Employee, person: person.Id);
        var curiousLead = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout);

        var report = await _portal.SendAs(curious, new ReportTrainingCommand(course.Id, "3", _office.Today, "Seen it.", file.Sha256));
        var session = await _portal.SendAs(curiousLead, new LogSessionCommand(course.Id, "3", _office.Today, CompletionResult.Passed, [person.Id], EvidenceSha256: file.Sha256));

        report.Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("EvidenceSha256");
        session.Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("EvidenceSha256");
        (await GetAsync(curious, file.Sha256)).Error.ShouldBe(CommonErrors.NotFound);
        (await KeepAsync(curious, "own.pdf", Pdf)).Error.ShouldBeNull();
        (await _portal.SendAs(curious, new ReportTrainingCommand(course.Id, "3", _office.Today, "Was there.", file.Sha256))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_damaged_file_is_neither_given_out_nor_written_over_and_a_missing_one_is_said()
    {
        var lead = await _portal.AddUserAsync(Role.TeamLead);
        var file = (await KeepAsync(lead, "list.pdf", Pdf)).Value;
        var path = Stored().Single();
        await File.WriteAllTextAsync(path, "something else");

        (await GetAsync(lead, file.Sha256)).Error.ShouldBe(EvidenceErrors.Damaged);
        (await KeepAsync(lead, "list.pdf", Pdf)).Error.ShouldBe(EvidenceErrors.Damaged);
        (await File.ReadAllTextAsync(path)).ShouldBe("something else");

        File.Delete(path);
        (await GetAsync(lead, file.Sha256)).Error.ShouldBe(EvidenceErrors.Missing);
    }

    [Fact]
    public async Task Over_http_it_is_a_download_that_a_browser_does_not_run()
    {
        var account = await _portal.AddAccountAsync("lead@example.org", Role.TeamLead);
        var file = (await KeepAsync(account.Id, "Liste é.pdf", Pdf)).Value;
        using var browser = await _portal.BrowserAsync();
        (await browser.GetAsync($"/evidence/{file.Sha256}")).Headers.Location!.ToString().ShouldContain("/account/sign-in");
        await browser.SignInAsync("lead@example.org");

        var response = await browser.GetAsync($"/evidence/{file.Sha256}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        var disposition = response.Content.Headers.ContentDisposition!;
        (disposition.DispositionType, disposition.FileNameStar).ShouldBe(("attachment", "Liste é.pdf"));
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        (await browser.GetAsync($"/evidence/{new string('0', 64)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    internal static byte[] Archive(params string[] names)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names) archive.CreateEntry(name);
        }

        return memory.ToArray();
    }

    private string[] Stored()
    {
        var folder = Path.Combine(_portal.Database.Folder, "Data", "evidence");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    private Task<Result<EvidenceRef>> KeepAsync(Guid user, string name, byte[] content) => _portal.SendAs(user, new KeepEvidenceCommand(name, new MemoryStream(content)));

    private Task<Result<EvidenceContent>> GetAsync(Guid user, string sha256) => _portal.SendAs(user, new GetEvidenceQuery(sha256));

    private async Task LogAsync(Guid lead, Course course, Person person, string sha256) =>
        (await _portal.SendAs(lead, new LogSessionCommand(course.Id, "3", _office.Today, CompletionResult.Passed, [person.Id], EvidenceSha256: sha256))).Error.ShouldBeNull();
}
