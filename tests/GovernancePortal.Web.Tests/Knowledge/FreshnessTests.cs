using System.IO.Compression;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Knowledge.GetFreshness;
using GovernancePortal.Web.Features.Knowledge.ListPages;
using GovernancePortal.Web.Features.Knowledge.QuarantinePage;
using GovernancePortal.Web.Features.Knowledge.VerifyPage;
using GovernancePortal.Web.Features.Knowledge.WithdrawPage;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Tables;
using GovernancePortal.Web.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Knowledge;

/// <summary>Freshness by unit, system, month and owner, and the register as a file.</summary>
public sealed class FreshnessTests : IAsyncLifetime
{
    private PageDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await PageDesk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Units_count_what_is_below_them_and_whoever_left_owns_nothing_fresh()
    {
        var leaver = await _desk.Portal.AddPersonAsync("Gone Two");
        await _desk.Portal.InDb(db => db.People.Where(p => p.Id == leaver.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftOn, _desk.Today.AddDays(-1))));
        await _desk.AddAsync("a");
        await _desk.AddAsync("b", unit: _desk.Portal.Payments, verified: false);
        await _desk.AddAsync("c", unit: _desk.Portal.Payments, owner: leaver);
        await _desk.AddAsync("d", unit: _desk.Portal.Logistics);

        var all = await ReadAsync();
        var checkout = await ReadAsync(_desk.Portal.Checkout);

        (all.All.Pages, all.All.Fresh, all.Place).ShouldBe((4, 2, "The whole organisation"));
        all.Below.Select(u => (u.Name, u.Count.Pages, u.Count.Fresh)).ShouldBe([("Checkout", 3, 1), ("Logistics", 1, 1)]);
        checkout.Below.Select(u => (u.Name, u.Count.Pages, u.Count.Fresh)).ShouldBe([("Payments", 2, 0)]);
        (checkout.All.Pages, checkout.Above!.Name).ShouldBe((3, "Larkfield"));
        all.Systems.ShouldBe([new SystemFreshness("wiki", new FreshCount(4, 2))]);
        all.Owners.Select(o => (o.Name, o.IsHere, o.Count.Pages, o.Count.Fresh)).ShouldBe([("Gone Two", false, 1, 0), ("Owner One", true, 3, 2)]);
    }

    [Fact]
    public async Task What_falls_due_is_told_by_month_and_a_year_by_the_verifications_that_are_known()
    {
        var page = await _desk.AddAsync("again");
        await _desk.AddAsync("never", verified: false);
        _desk.Portal.Clock.Advance(TimeSpan.FromDays(200));
        page = await _desk.LoadAsync(page.Id);
        (await _desk.Portal.SendAs(_desk.Steward, new VerifyPageCommand(page.Id, page.Version, PageDesk.Hash))).Error.ShouldBeNull();

        var view = await ReadAsync();

        // Verified on 23 November for three months, and on 11 June for three more.
        view.Today.ShouldBe(new DateOnly(2027, 6, 11));
        view.Trend.Where(p => p.Of > 0).Select(p => (p.Day.Month, p.Part, p.Of)).ShouldBe([(11, 1, 2), (12, 1, 2), (1, 1, 2), (2, 0, 2), (3, 0, 2), (4, 0, 2), (5, 0, 2), (6, 1, 2)]);
        view.Trend.Count.ShouldBe(13);
        view.Due.Select(d => d.Pages).ShouldBe([0, 0, 0, 1, 0, 0]);
    }

    [Fact]
    public async Task Withdrawn_pages_and_other_units_are_left_out()
    {
        var page = await _desk.AddAsync("a");
        (await _desk.Portal.SendAs(_desk.Steward, new WithdrawPageCommand(page.Id, page.Version, "Old."))).Error.ShouldBeNull();
        await _desk.AddAsync("b", unit: _desk.Portal.Logistics);

        (await ReadAsync()).All.Pages.ShouldBe(1);
        var lead = await _desk.Portal.AddUserAsync(Role.TeamLead, _desk.Portal.Checkout);
        (await _desk.Portal.SendAs(lead, new GetFreshnessQuery())).Value.All.Pages.ShouldBe(0);
        (await _desk.Portal.SendAs(lead, new GetFreshnessQuery(_desk.Portal.Logistics.Id))).Error.ShouldBe(CommonErrors.NotFound);
        (await _desk.Portal.SendAs(Role.Employee, new GetFreshnessQuery())).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task A_page_that_an_open_incident_names_comes_before_one_that_is_read_more()
    {
        var (read, named) = (await _desk.AddAsync("read", verified: false), await _desk.AddAsync("named", verified: false));
        await _desk.Portal.InDb(async db =>
        {
            db.PageReads.Add(new PageRead(read.Id, _desk.Today, "key:a", 50));
            return await db.SaveChangesAsync();
        });
        var incidents = await IncidentDesk.OpenAsync(_desk.Portal);
        var id = await incidents.AttributedAsync();
        (await _desk.Portal.SendAs(incidents.OfficerUser, new Web.Features.Incidents.LinkIncident.LinkIncidentCommand(id, await incidents.VersionAsync(id), IncidentLinkKind.KnowledgePage, named.Url, ""))).Error.ShouldBeNull();

        var list = (await _desk.Portal.SendAs(_desk.Steward, new ListPagesQuery(new PageFilter(Work: true), PageOrder.Need, Descending: false, new Paging(1, 25)))).Value;

        list.Pages.Items.Select(p => (p.Title, p.Incidents, p.State)).ShouldBe([("named", 1, PageState.Quarantined), ("read", 0, PageState.Unverified)]);
    }

    [Fact]
    public async Task The_register_is_had_as_a_file_in_which_no_cell_is_a_formula()
    {
        var held = await _desk.AddAsync("=HYPERLINK(\"https://evil.example\")");
        await _desk.AddAsync("with, a comma");
        (await _desk.Portal.SendAs(_desk.Steward, new QuarantinePageCommand(held.Id, held.Version, "Doubtful."))).Error.ShouldBeNull();

        var lines = await TextAsync(new ExportPagesQuery(new PageFilter(), PageOrder.Title, Descending: false, TableForm.Csv));
        var narrowed = await TextAsync(new ExportPagesQuery(new PageFilter(State: PageState.Quarantined), PageOrder.Title, Descending: false, TableForm.Csv));

        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("Title,System,Address,State");
        lines[1].ShouldStartWith("\"'=HYPERLINK(\"\"https://evil.example\"\")\",wiki,");
        lines[2].ShouldBe("\"with, a comma\",wiki,\"with, a comma\",Verified,yes,normal,Owner One,,2027-02-23,0,0,0");
        narrowed.Length.ShouldBe(2);

        var book = await _desk.Portal.SendAs(_desk.Steward, new ExportPagesQuery(new PageFilter(), PageOrder.Title, Descending: false, TableForm.Workbook));
        await using var content = book.Value.Content;
        using var zip = new ZipArchive(content);
        await using var sheet = zip.Entries.Single(e => e.FullName.Contains("sheet", StringComparison.OrdinalIgnoreCase) && e.FullName.Contains("worksheets", StringComparison.Ordinal)).Open();
        using var reader = new StreamReader(sheet);
        var xml = await reader.ReadToEndAsync();
        xml.ShouldContain("=HYPERLINK");
        xml.ShouldNotContain("<x:f>");
        (await _desk.Portal.SendAs(Role.Employee, new ExportPagesQuery(new PageFilter(), PageOrder.Title, Descending: false, TableForm.Csv))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    private async Task<string[]> TextAsync(ExportPagesQuery query)
    {
        var file = (await _desk.Portal.SendAs(_desk.Steward, query)).Value;
        using var reader = new StreamReader(file.Content);
        return (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<FreshnessOverview> ReadAsync(Unit? unit = null) => (await _desk.Portal.SendAs(_desk.Steward, new GetFreshnessQuery(unit?.Id))).Value;
}
