using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.AddCourseVersion;
using GovernancePortal.Web.Features.Literacy.ChangeCourse;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.DecideReports;
using GovernancePortal.Web.Features.Literacy.EvidencePack;
using GovernancePortal.Web.Features.Literacy.MyTraining;
using GovernancePortal.Web.Features.Literacy.RetireCourse;
using GovernancePortal.Web.Features.Literacy.RetireRequirement;
using GovernancePortal.Web.Features.Literacy.TrainingRecord;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Tests.Access;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class EvidencePackTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private PackOffice _office = null!;

    public static TheoryData<Role> Others => [.. Enum.GetValues<Role>().Except(PolicyTable.All[Policies.ExportEvidence].Roles)];

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = new PackOffice(_portal);
        await _office.OpenAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_pack_says_what_was_asked_taught_logged_and_met()
    {
        var pack = await _office.PackAsync();

        var content = pack.Content;
        (content.Place.Name, content.On).ShouldBe(("Larkfield", _office.Day));
        content.Duties.Select(d => d.Id).ShouldContain("eu-ai-act-article-4");
        content.Duties.ShouldAllBe(d => d.ConfirmedBy == null);
        var rule = content.Requirements.Single();
        (rule.Who, rule.Course, rule.ValidityMonths, rule.Asked, rule.Met).ShouldBe(("Everybody in Checkout", "Safe use of agents", 12, PackOffice.Staff, PackOffice.Present));
        var course = content.Courses.Single();
        (course.Code, course.Owner, course.Versions.Single().Label).ShouldBe(("AI-AGENTS", "Ada Lovelace", "1"));
        var session = pack.Sessions.Single();
        (session.HeldOn, session.People, session.Course).ShouldBe((_office.Day, PackOffice.Present, "Safe use of agents"));
        content.Records.Single().ShouldBe(new PackRecords("session", CompletionResult.Passed, PackOffice.Present, 0, 0, 0));
        content.Units.Select(u => (u.Name, u.Asked, u.Met)).ShouldBe([("Checkout", PackOffice.Staff, PackOffice.Present), ("Logistics", 0, 0)]);
        content.Coverage.Count.ShouldBe(13);
        content.Coverage.SkipLast(1).ShouldAllBe(c => c.Asked == 0);
        PackWords.Responsible(content).ShouldBe([("Ada Lovelace", "Safe use of agents")]);
    }

    [Fact]
    public async Task A_tool_used_by_few_is_named_without_their_number()
    {
        var tools = (await _office.PackAsync()).Content.Tools;

        tools.Select(t => (t.Name, t.People)).ShouldBe([("github-copilot", 5), ("rare-tool", null)]);
        tools.Select(PackWords.People).ShouldBe(["5", "Fewer than five"]);
        tools[0].Courses.ShouldBe(["Safe use of agents"]);
    }

    [Fact]
    public async Task Nobody_who_lacks_training_is_named()
    {
        var pack = await _office.PackAsync();

        var written = JsonSerializer.Serialize(pack);
        foreach (var person in _office.People) written.ShouldNotContain(person.Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_happens_later_does_not_change_the_pack_of_a_past_day(bool isKept)
    {
        var reporter = await _portal.AddUserAsync(Role.Employee, _portal.Payments, _office.People[7].Id);
        (await _portal.SendAs(reporter, new ReportTrainingCommand(_office.Course, "1", _office.Day, "With a colleague."))).Error.ShouldBeNull();
        if (isKept) await _portal.Services.GetRequiredService<CoverageKeeper>().RunAsync(TestContext.Current.CancellationToken);
        _portal.Clock.Advance(TimeSpan.FromDays(1));
        var before = await _office.PackAsync();
        var lines = await LinesAsync();

        await ChangeEverythingAsync();

        var after = await _office.PackAsync();
        (await LinesAsync()).ShouldBe(lines);
        after.Sha256.ShouldBe(before.Sha256);
        (before.Content.Today.IsKept, before.Content.Today.Asked, before.Content.Today.Met).ShouldBe((isKept, PackOffice.Staff, PackOffice.Present));
        before.Content.Records.Select(r => (r.Source, r.Stand, r.Waiting)).ShouldBe([("self", 0, 1), ("session", PackOffice.Present, 0)]);

        // Of today it tells all of that.
        var now = (await _office.PackAsync(_portal.Today())).Content;
        now.Requirements.ShouldBeEmpty();
        now.Courses.Select(c => c.Code).ShouldBe(["OTHER"], "AI-AGENTS is retired");
        now.Records.Single(r => r.Source == "session").ShouldBe(new PackRecords("session", CompletionResult.Passed, PackOffice.Present, 0, 0, 1));
    }

    private async Task ChangeEverythingAsync()
    {
        _portal.Clock.Advance(TimeSpan.FromDays(20));
        var (heir, officer) = (await _portal.AddPersonAsync("Grace Hopper", _portal.Logistics), Role.GovernanceOfficer);
        var records = await _portal.InDb(db => db.Completions.AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        (await _portal.SendAs(_office.Lead, new CorrectCompletionCommand(records[0].Id, records[0].Version, "Was not there.", Right: null))).Error.ShouldBeNull();
        (await _portal.InDb(db => db.EvaluationSignals.CountAsync(e => e.Cause == "literacy"))).ShouldBePositive("struck training lowers coverage, so live targets are looked at");
        (await _portal.SendAs(_office.Lead, new DecideReportCommand(records[^1].Id, records[^1].Version, Confirm: true))).Error.ShouldBeNull();
        await _office.LogAsync([_office.People[6].Id], "Held on that day, logged later");
        (await _portal.SendAs(officer, new AddCourseVersionCommand(_office.Course, await VersionAsync(), Teaching.Content("2", _office.Day)))).Error.ShouldBeNull();
        (await _portal.SendAs(officer, new ChangeCourseCommand(_office.Course, await VersionAsync(), Teaching.Facts("First name", 6) with { OwnerId = heir.Id, Tools = "cursor" }))).Error.ShouldBeNull();
        (await _portal.SendAs(officer, new ChangeCourseCommand(_office.Course, await VersionAsync(), Teaching.Facts("Second name", 6) with { OwnerId = heir.Id }))).Error.ShouldBeNull();
        var rule = await _portal.InDb(db => db.LiteracyRequirements.SingleAsync());
        (await _portal.SendAs(officer, new RetireRequirementCommand(rule.Id, rule.Version, "No longer needed."))).Error.ShouldBeNull();
        (await _portal.SendAs(officer, new RetireCourseCommand(_office.Course, await VersionAsync(), "Old."))).Error.ShouldBeNull();
        await _portal.AddCourseAsync("OTHER", Teaching.Facts("Another course"));
    }

    private async Task<int> VersionAsync() => (await _portal.CourseAsync(_office.Course)).Version;

    private async Task<string> LinesAsync()
    {
        var made = await _portal.SendAs(Role.Auditor, new ExportEvidencePackCommand(PackForm.Lines, _office.Day));
        await using var file = made.Value.Content;
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }

    [Fact]
    public async Task The_hash_is_that_of_the_lines_and_stands_in_the_ledger()
    {
        var seen = await _office.PackAsync();

        var lines = await LinesAsync();

        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(lines))).ShouldBe(seen.Sha256);
        var entry = await _portal.InDb(db => db.LedgerEntries.SingleAsync(e => e.Kind == "evidence-pack.made"));
        entry.Subject.ShouldBe("evidence-pack:2026-11-23");
        entry.Payload.ShouldContain($"\"sha256\":\"{seen.Sha256}\"");
        entry.Payload.ShouldContain("\"form\":\"lines\"");
    }

    [Fact]
    public async Task What_goes_on_paper_is_what_was_seen()
    {
        var seen = await _office.PackAsync();
        (await _portal.SendAs(Role.Auditor, new ExportEvidencePackCommand(PackForm.Print, _office.Day, seen.Sha256))).Error.ShouldBeNull();
        await _office.LogAsync([_office.People[7].Id], "In between");

        var second = await _portal.SendAs(Role.Auditor, new ExportEvidencePackCommand(PackForm.Print, _office.Day, seen.Sha256));

        second.Error!.Code.ShouldBe("evidence-pack.changed");
        (await _portal.InDb(db => db.LedgerEntries.CountAsync(e => e.Kind == "evidence-pack.made"))).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Nobody_else_reads_or_makes_it(Role role)
    {
        (await _portal.SendAs(role, new GetEvidencePackQuery())).Error.ShouldBe(AccessErrors.NoRole);
        foreach (var form in Enum.GetValues<PackForm>()) (await _portal.SendAs(role, new ExportEvidencePackCommand(form))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.InDb(db => db.LedgerEntries.AnyAsync(e => e.Kind == "evidence-pack.made"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_reads_it_signed_out() => (await _portal.SendSignedOut(new GetEvidencePackQuery())).Error.ShouldBe(AccessErrors.SignedOut);

    [Fact]
    public async Task An_officer_of_one_unit_sees_the_numbers_of_that_unit_alone()
    {
        await _portal.Services.GetRequiredService<CoverageKeeper>().RunAsync(TestContext.Current.CancellationToken);

        var elsewhere = await _office.PackAsync(role: Role.GovernanceOfficer, unit: _portal.Logistics);
        var here = await _office.PackAsync(role: Role.GovernanceOfficer, unit: _portal.Payments);

        (elsewhere.Content.Place.Name, elsewhere.Content.Today.Asked, elsewhere.SessionCount).ShouldBe(("Logistics", 0, 0));
        elsewhere.Content.Requirements.ShouldBeEmpty();
        elsewhere.Content.Records.ShouldBeEmpty();
        elsewhere.Content.Tools.Select(t => (t.Name, t.People)).ShouldBe([("github-copilot", 0)]);
        (here.Content.Today.Asked, here.Content.Today.Met, here.SessionCount).ShouldBe((PackOffice.Staff, PackOffice.Present, 1));
        (here.Content.Requirements.Single().Asked, here.Content.Records.Single().Stand, here.Content.Tools[0].People).ShouldBe((PackOffice.Staff, PackOffice.Present, 5));
        here.Sha256.ShouldNotBe(elsewhere.Sha256);
    }

    [Fact]
    public async Task A_session_of_two_units_counts_for_each_its_own_people()
    {
        var other = await _portal.AddPersonAsync("Heron Sedge", _portal.Checkout);
        await _office.LogAsync([_office.People[6].Id, other.Id], "Two units");

        var sessions = (await _office.PackAsync(role: Role.GovernanceOfficer, unit: _portal.Payments)).Sessions;

        sessions.Select(s => (s.Instructor, s.People)).ShouldContain(("Two units", 1));
    }

    [Theory]
    [InlineData("2026-11-24", "This day has not come yet. Choose today or a day before it.")]
    [InlineData("1999-12-31", "Choose a day since 2000.")]
    public async Task A_day_that_cannot_be_is_told_at_its_field(string on, string message)
    {
        var day = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);

        var shown = await _portal.SendAs(Role.Executive, new GetEvidencePackQuery(day));
        var made = await _portal.SendAs(Role.Executive, new ExportEvidencePackCommand(PackForm.Workbook, day));

        shown.Error!.Fields.Select(f => (f.Field, f.Message)).ShouldBe([("On", message)]);
        made.Error!.Fields.Single().Message.ShouldBe(message);
    }

    [Fact]
    public async Task Files_come_over_http_to_whoever_may_and_a_day_that_cannot_be_read_is_refused()
    {
        await _portal.AddAccountAsync("auditor@example.org", Role.Auditor);
        await _portal.AddAccountAsync("employee@example.org", Role.Employee);
        using var auditor = await _portal.BrowserAsync();
        using var employee = await _portal.BrowserAsync();
        (await auditor.SignInAsync("auditor@example.org")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await employee.SignInAsync("employee@example.org")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var workbook = await auditor.GetAsync("/literacy/evidence-pack.xlsx?on=2026-11-23");
        using var wrong = await auditor.GetAsync("/literacy/evidence-pack.xlsx?on=30.6.2026");
        using var refused = await employee.GetAsync("/literacy/evidence-pack.jsonl");

        workbook.StatusCode.ShouldBe(HttpStatusCode.OK);
        workbook.Content.Headers.ContentDisposition!.FileName.ShouldBe("evidence-pack-2026-11-23.xlsx");
        workbook.Headers.GetValues("Evidence-Pack-SHA256").Single().ShouldBe((await _office.PackAsync()).Sha256);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("such as 2026-06-30");
        refused.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }
}
