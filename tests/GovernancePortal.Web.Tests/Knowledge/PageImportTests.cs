using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.ImportFile;
using GovernancePortal.Web.Features.Imports.Pages;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Tests.Imports;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Knowledge;

public sealed class PageImportTests : IAsyncLifetime
{
    private const string Storage = "---\nowner_slack: \"#on-call\"\ntitle: Storage of the database\nlast_reviewed_on: 2026-08-31\nreview_in: 6 months\n---\n\nFree some space.\n";
    private const string Graph = "---\nowner_slack: \"#content\"\ntitle: Graph\n---\n\nText.\n";

    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Front_matter_of_a_zip_becomes_pages_and_one_without_review_data_is_unverified()
    {
        var answer = await SendAsync("manual.zip", Zip(("manual/alerts/storage.html.md", Storage), ("manual/graph.html.md", Graph), ("manual/picture.txt", "no page")));

        answer.Error.ShouldBeNull();
        (answer.Value.Accepted, answer.Value.Unchanged).ShouldBe((2, 0));
        var pages = await _portal.InDb(db => db.KnowledgePages.OrderBy(p => p.Url).ToListAsync());
        pages.Select(p => (p.System, p.Url, p.Title, p.OwnerText, p.VerifiedOn, p.DueOn)).ShouldBe(
            [
                ("markdown", "manual/alerts/storage.html.md", "Storage of the database", "#on-call", new DateOnly(2026, 8, 31), new DateOnly(2027, 2, 28)),
                ("markdown", "manual/graph.html.md", "Graph", "#content", null, null),
            ]);
        pages.ShouldAllBe(p => p.ContentHash!.Length == KnowledgePage.HashLength);
        pages[1].StateOn(new DateOnly(2026, 11, 23)).ShouldBe(PageState.Unverified);
        (await _portal.InDb(db => db.EvaluationSignals.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_files_again_change_nothing_and_an_edit_voids_the_review_that_they_still_state()
    {
        await SendAsync("manual.zip", Zip(("a.md", Storage), ("b.md", Graph)));

        var again = await SendAsync("other.zip", Zip(("b.md", Graph), ("a.md", Storage)));
        var edited = await SendAsync("manual.zip", Zip(("a.md", Storage + "And call somebody.\n"), ("b.md", Graph)));

        (again.Value.Accepted, again.Value.Unchanged).ShouldBe((0, 2));
        (edited.Value.Accepted, edited.Value.Unchanged).ShouldBe((1, 1));
        edited.Value.Notes.ShouldBe(["1 page was edited after the last verification, which no longer counts."]);
        var page = await _portal.InDb(db => db.KnowledgePages.SingleAsync(p => p.Url == "a.md"));
        page.StateOn(new DateOnly(2026, 11, 23)).ShouldBe(PageState.Edited);
        (await _portal.InDb(db => db.LedgerEntries.SingleAsync(e => e.Kind == "pages.edited"))).Payload.ShouldContain(page.Id.Value.ToString());

        var reviewed = await SendAsync("a.md", Storage.Replace("2026-08-31", "2026-11-20", StringComparison.Ordinal) + "And call somebody.\n");
        reviewed.Value.Accepted.ShouldBe(1);
        (await _portal.InDb(db => db.KnowledgePages.SingleAsync(p => p.Url == "a.md"))).StateOn(new DateOnly(2026, 11, 23)).ShouldBe(PageState.Unowned, "the review came with the new version");
    }

    [Fact]
    public async Task A_table_names_unit_owner_and_version_and_what_it_leaves_out_stays()
    {
        var owner = await _portal.AddPersonAsync("Owner One");
        var first = await _portal.MustImportAsync(ImportKind.KnowledgePages, $"system,url,title,unit,owner,review_in,last_reviewed_on,content_hash,criticality,agents\nwiki,https://wiki.example/a,A,Payments,{owner.EmployeeNumber},90 days,2026-11-01,{PageDesk.Hash},high,yes\n");
        var second = await _portal.MustImportAsync(ImportKind.KnowledgePages, "system,url,title\nwiki,https://wiki.example/a,Another title\n");

        (first.Accepted, second.Accepted).ShouldBe((1, 1));
        var page = await _portal.InDb(db => db.KnowledgePages.SingleAsync());
        (page.Title, page.UnitId, page.Owner, page.Criticality, page.DueOn).ShouldBe(("Another title", _portal.Payments.Id, owner.Id, Criticality.High, new DateOnly(2027, 1, 30)));
        page.MayBeReadByAgentsOn(new DateOnly(2026, 11, 23)).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_wrong_row_is_told_and_nothing_is_written()
    {
        var answer = await _portal.ImportAsync(
            ImportKind.KnowledgePages,
            """
            url,title,unit,owner,review_in,last_reviewed_on,content_hash,criticality,agents
            a,A,Nowhere,,,,,,
            b,B,,E-NOBODY,,,,,
            c,C,,,soon,,,,
            d,D,,,,2026-11-24,,,
            e,E,,,,2026-02-30,,,
            f,F,,,,,abc,,
            g,G,,,,,,9,
            h,H,,,,,,,perhaps
            i,,,,,,,,
            j,J,,,,,,,
            j,J again,,,,,,,
            """);

        answer.Value.Errors.Select(e => (e.Row, e.Column, e.Code)).ShouldBe(
            [
                (2, "unit", "unit.unknown"), (3, "owner", "person.unknown"), (4, "review_in", "interval.unreal"), (5, "last_reviewed_on", "date.future"), (6, "last_reviewed_on", "date.unreal"),
                (7, "content_hash", "hash.unreal"), (8, "criticality", "criticality.unknown"), (9, "agents", "flag.unreal"), (12, "url", "page.twice"), (10, "title", "page.fact"),
            ]);
        (await _portal.InDb(db => db.KnowledgePages.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("[\n", "]", ",\n")]
    [InlineData("{\"cursor\": \"4-20261123\", \"pages\": [", "]}", ",")]
    [InlineData("", "", "\n")]
    public async Task Json_records_say_the_same_as_a_table_and_the_same_again_changes_nothing(string before, string after, string between)
    {
        var records = new[]
        {
            $$"""{"url": "https://wiki.example/a", "title": "A", "unit": "Payments", "review_in": "90 days", "last_reviewed_on": "2026-11-01", "content_hash": "{{PageDesk.Hash}}", "agents": true, "owner": null}""",
            """{"url": "b", "title": "B", "agents": false, "colour": "red"}""",
        };
        var text = before + string.Join(between, records) + after;

        var first = await SendAsync("feed", text);
        var again = await SendAsync("feed", text);

        (first.Value.Accepted, first.Value.Rejected, again.Value.Unchanged).ShouldBe((2, 0, 2));
        first.Value.Notes.ShouldBe(["Not read: colour."]);
        var pages = await _portal.InDb(db => db.KnowledgePages.OrderBy(p => p.Url).ToListAsync());
        pages.Select(p => (p.System, p.Url, p.UnitId, p.DueOn, p.IsAgentReadable)).ShouldBe(
            [("wiki", "b", null, null, false), ("wiki", "https://wiki.example/a", _portal.Payments.Id, new DateOnly(2027, 1, 30), true)]);
    }

    [Fact]
    public async Task Records_that_are_none_or_hold_what_is_no_value_are_told_by_number_and_a_broken_file_is_refused()
    {
        var wrong = await SendAsync("feed", """[{"url": "a", "title": {"en": "A"}}, 7, {"url": "b", "title": "B", "review_in": 6}]""");
        var broken = await SendAsync("feed", """[{"url": "a", "title": "A"}, {"url": """);

        wrong.Value.Errors.Select(e => (e.Row, e.Column, e.Code)).ShouldBe([(1, "title", "record.value"), (2, "(record)", "record.shape"), (3, "review_in", "interval.unreal")]);
        broken.Error!.Code.ShouldBe("import.json.broken");
        (await _portal.InDb(db => db.KnowledgePages.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_may_come_as_curl_sends_it_and_a_form_is_answered_with_what_to_do()
    {
        var (server, client) = await _portal.ServeInMemoryAsync();
        await using var served = server;
        var text = ApiKey.Generate();
        await _portal.InDb(async db =>
        {
            db.ApiKeys.Add(new ApiKey("Test", text, [ApiScopes.ImportsWrite], _portal.Root.Id, _portal.Clock.GetUtcNow(), _portal.Clock.GetUtcNow().AddDays(1)));
            return await db.SaveChangesAsync();
        });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);

        using var plain = new StringContent("url,title\na,A\n", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var none = new ByteArrayContent("url,title\na,A\n"u8.ToArray());
        using var form = new MultipartFormDataContent { { new StringContent("url,title\na,A\n"), "file", "a.csv" } };
        var (first, second, third) = (await client.PostAsync("/api/v1/imports/knowledge", plain), await client.PostAsync("/api/v1/imports/knowledge", none), await client.PostAsync("/api/v1/imports/knowledge", form));

        (first.StatusCode, second.StatusCode, third.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.UnsupportedMediaType));
        (await third.Content.ReadAsStringAsync()).ShouldContain("Content-Type");
        client.Dispose();
    }

    [Fact]
    public async Task A_head_that_does_not_end_is_an_error_and_a_text_without_one_is_unverified()
    {
        var open = await SendAsync("open.md", "---\ntitle: Open\n\nText.\n");
        var plain = await SendAsync("plain.md", "# How we deploy\n\nText.\n");

        open.Value.Errors.Select(e => (e.Row, e.Column, e.Code)).ShouldBe([(1, "front matter of open.md", "head.open")]);
        plain.Value.Notes.ShouldBe(["1 file has no front matter and is registered as unverified."]);
        (await _portal.InDb(db => db.KnowledgePages.SingleAsync())).Title.ShouldBe("How we deploy");
    }

    [Theory]
    [InlineData("../../etc/passwd.md")]
    [InlineData("/etc/motd.md")]
    [InlineData("C:\\pages\\a.md")]
    [InlineData("a/../../b.md")]
    public async Task A_name_that_leads_out_of_its_folder_is_refused(string name) =>
        (await SendAsync("tricks.zip", Zip((name, Storage)))).Error!.Code.ShouldBe("import.zip.unsafe");

    [Fact]
    public async Task A_zip_bomb_is_refused_without_being_unpacked()
    {
        var bomb = await SendAsync("bomb.zip", Zip(("a.md", new string(' ', MarkdownFiles.MaxFileBytes))));
        var huge = await SendAsync("huge.zip", Zip(("a.md", new string(' ', MarkdownFiles.MaxFileBytes + 1))));

        bomb.Error!.Message.ShouldContain("more than 200 times its size");
        huge.Error!.Message.ShouldContain("larger than 2 MB");
        (await _portal.InDb(db => db.KnowledgePages.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_zip_whose_header_lies_about_the_size_is_still_counted()
    {
        var bytes = Zip(("a.md", new string(' ', MarkdownFiles.MaxFileBytes)));
        var (small, real) = (BitConverter.GetBytes(100), BitConverter.GetBytes(MarkdownFiles.MaxFileBytes));
        // The central directory states the unpacked size.
        for (var at = bytes.AsSpan().LastIndexOf(real); at >= 0; at = bytes.AsSpan().LastIndexOf(real)) small.CopyTo(bytes, at);

        var answer = await SendAsync("lie.zip", bytes);

        answer.IsSuccess.ShouldBeFalse();
        answer.Error!.Code.ShouldBeOneOf("import.zip.unsafe", "import.zip.broken");
    }

    [Fact]
    public async Task A_damaged_or_empty_zip_and_a_zip_of_another_kind_are_refused()
    {
        var whole = Zip(("a.md", Storage));

        (await SendAsync("cut.zip", whole[..^30])).Error!.Code.ShouldBe("import.zip.broken");
        (await SendAsync("none.zip", Zip(("a.txt", "text")))).Error!.Code.ShouldBe("import.zip.broken");
        var roster = await _portal.SendAs(Role.HumanResources, new ImportFileCommand(ImportKind.Roster, "a.zip", new MemoryStream(whole), DryRun: false, new ImportChoices()));
        roster.Error!.Code.ShouldBe("import.file.binary");
    }

    [Fact]
    public async Task A_steward_of_a_part_imports_pages_of_that_part_alone()
    {
        await _portal.MustImportAsync(ImportKind.KnowledgePages, "url,title,unit\na,A,Logistics\n");

        var outside = await _portal.ImportAsync(ImportKind.KnowledgePages, "url,title,unit\nb,B,Logistics\n", role: Role.KnowledgeSteward, unit: _portal.Checkout);
        var none = await _portal.ImportAsync(ImportKind.KnowledgePages, "url,title\nc,C\n", role: Role.KnowledgeSteward, unit: _portal.Checkout);
        var theirs = await _portal.ImportAsync(ImportKind.KnowledgePages, "url,title\na,Mine now\n", role: Role.KnowledgeSteward, unit: _portal.Checkout);
        var inside = await _portal.ImportAsync(ImportKind.KnowledgePages, "url,title,unit\nd,D,Payments\n", role: Role.KnowledgeSteward, unit: _portal.Checkout);

        outside.Value.Errors.Select(e => e.Code).ShouldBe(["unit.not-covered"]);
        none.Value.Errors.Select(e => e.Code).ShouldBe(["unit.missing"]);
        theirs.Value.Errors.Select(e => e.Code).ShouldBe(["page.not-covered"]);
        inside.Value.Accepted.ShouldBe(1);
        (await _portal.ImportAsync(ImportKind.KnowledgePages, "url,title\na,A\n", role: Role.HumanResources)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    private Task<Result<ImportFileAnswer>> SendAsync(string name, string text) => SendAsync(name, Encoding.UTF8.GetBytes(text));

    private async Task<Result<ImportFileAnswer>> SendAsync(string name, byte[] bytes) =>
        await _portal.SendAs(Role.KnowledgeSteward, new ImportFileCommand(ImportKind.KnowledgePages, name, new MemoryStream(bytes), DryRun: false, new ImportChoices()));

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
