using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Logins;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Imports;

public sealed class LoginTests : IAsyncLifetime
{
    private static readonly LoginSeen Waiting = new(LoginStanding.Waiting);

    private TestPortal _portal = null!;
    private Person _ada = null!;
    private Guid _officer;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _ada = await _portal.AddPersonAsync("Ada Marlow");
        _officer = await _portal.AddUserAsync(Role.GovernanceOfficer);
        await _portal.MustImportAsync(
            ImportKind.PlainUsage,
            "person,tool,day,active\nada-m,github copilot,2026-11-19,yes\nada-m,github copilot,2026-11-20,yes\nada-m,github copilot,2026-11-21,no\nbuild-bot,github copilot,2026-11-20,yes\nada-m,cursor,2026-11-20,yes\n");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Logins_wait_by_name_and_nothing_tells_how_much_one_of_them_was_used()
    {
        var list = await ListAsync(LoginStanding.Waiting);

        list.Page.Items.Select(r => (r.Provider, r.Login)).ShouldBe([("cursor", "ada-m"), ("github", "ada-m"), ("github", "build-bot")]);
        (list.Waiting, list.WaitingDays).ShouldBe((3, null), "fewer than five logins");
        (await ListAsync(LoginStanding.Waiting, "BOT")).Page.Items.Single().Login.ShouldBe("build-bot");
        (await ListAsync(LoginStanding.Waiting, size: 2, page: 2)).Page.Items.Single().Login.ShouldBe("build-bot");
    }

    [Fact]
    public async Task A_linked_login_brings_past_and_later_days_to_the_person_for_that_provider_alone()
    {
        (await LinkAsync("github", "ada-m", Waiting)).Error.ShouldBeNull();
        await _portal.MustImportAsync(ImportKind.PlainUsage, "person,tool,day\nADA-M,github copilot,2026-11-22\n");

        (await DaysOfAsync(_ada.Id)).ShouldBe(4);
        (await ListAsync(LoginStanding.Waiting)).Page.Items.Select(r => r.Provider + " " + r.Login).ShouldBe(["cursor ada-m", "github build-bot"]);
        (await ListAsync(LoginStanding.Linked)).Page.Items.Single().ShouldBe(new LoginRow("github", "ada-m", "Ada Marlow", null));
        var entry = await _portal.InDb(db => db.LedgerEntries.SingleAsync(e => e.Kind == "login.linked"));
        entry.Payload.ShouldNotContain("ada-m");
        entry.Payload.ShouldContain(_ada.Id.Value.ToString());
        entry.Payload.ShouldNotContain("days", Case.Sensitive, "the ledger cannot forget how much somebody used a tool");
    }

    [Fact]
    public async Task A_login_of_nobody_no_longer_waits_and_stays_nobodys_in_later_files()
    {
        var answer = await _portal.SendAs(_officer, new SetLoginAsideCommand("github", "build-bot", NobodyReason.Bot, Waiting));
        answer.Error.ShouldBeNull();

        var later = await _portal.MustImportAsync(ImportKind.PlainUsage, "person,tool,day\nbuild-bot,github copilot,2026-11-22\n");

        later.Notes.ShouldNotContain(n => n.Contains("nobody the portal knows", StringComparison.Ordinal));
        (await ListAsync(LoginStanding.Waiting)).Page.Items.ShouldNotContain(r => r.Login == "build-bot");
        (await ListAsync(LoginStanding.Nobody)).Page.Items.Single().ShouldBe(new LoginRow("github", "build-bot", null, NobodyReason.Bot));
    }

    [Fact]
    public async Task A_decision_is_undone_by_another_and_the_ledger_keeps_both()
    {
        await LinkAsync("github", "ada-m", Waiting);
        var linked = new LoginSeen(LoginStanding.Linked, _ada.Id);

        (await _portal.SendAs(_officer, new ReopenLoginCommand("github", "ada-m", linked))).Error.ShouldBeNull();

        (await DaysOfAsync(_ada.Id)).ShouldBe(0);
        (await ListAsync(LoginStanding.Waiting)).Waiting.ShouldBe(3);
        (await _portal.InDb(db => db.LedgerEntries.Where(e => e.Kind.StartsWith("login.")).OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync())).ShouldBe(["login.linked", "login.reopened"]);
    }

    [Fact]
    public async Task Whoever_decides_on_what_is_no_longer_so_is_told()
    {
        await LinkAsync("github", "ada-m", Waiting);

        (await _portal.SendAs(_officer, new SetLoginAsideCommand("github", "ada-m", NobodyReason.Left, Waiting))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await DaysOfAsync(_ada.Id)).ShouldBe(3);
    }

    [Fact]
    public async Task Of_two_different_decisions_at_once_one_is_told()
    {
        var answers = await Task.WhenAll(LinkAsync("github", "ada-m", Waiting), _portal.SendAs(_officer, new SetLoginAsideCommand("github", "ada-m", NobodyReason.Left, Waiting)));

        answers.Count(a => a.IsSuccess).ShouldBe(1);
        answers.Single(a => !a.IsSuccess).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _portal.InDb(async db => await db.PersonLogins.CountAsync() + await db.NobodysLogins.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_login_that_the_roster_joins_has_no_decision_to_take_back()
    {
        await _portal.MustImportAsync(ImportKind.PlainUsage, $"person,tool,day\n{_ada.EmployeeNumber},cursor,2026-11-22\n");
        var login = _ada.EmployeeNumber.ToLowerInvariant();
        var seen = (await _portal.SendAs(_officer, new GetLoginQuery("cursor", login, null))).Value.Seen;

        seen.ShouldBe(new LoginSeen(LoginStanding.Linked, _ada.Id, ByRoster: true));
        (await _portal.SendAs(_officer, new ReopenLoginCommand("cursor", login, seen))).Error!.Code.ShouldBe("login.byRoster");
    }

    [Fact]
    public async Task A_check_does_not_answer_whether_somebody_used_a_tool()
    {
        var known = await _portal.ImportAsync(ImportKind.PlainUsage, "person,tool,day,active\nada-m,github copilot,2026-11-20,yes\n", dryRun: true);
        var unknown = await _portal.ImportAsync(ImportKind.PlainUsage, "person,tool,day,active\nada-m,github copilot,2026-11-20,no\n", dryRun: true);

        (known.Value.Accepted, known.Value.Unchanged).ShouldBe((1, 0));
        (unknown.Value.Accepted, unknown.Value.Unchanged).ShouldBe((1, 0));
        known.Value.Notes.ShouldContain(n => n.StartsWith("A check does not say", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_exist_is_refused()
    {
        (await LinkAsync("github", "never-seen", Waiting)).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(_officer, new LinkLoginCommand("github", "ada-m", PersonId.New(), Waiting))).Error!.Fields.Single().Field.ShouldBe("PersonId");
        (await _portal.SendAs(_officer, new SetLoginAsideCommand("github", "ada-m", (NobodyReason)9, Waiting))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
        (await _portal.SendAs(_officer, new GetLoginQuery("github", "never-seen", null))).Error.ShouldBe(CommonErrors.NotFound);
    }

    [Fact]
    public async Task A_person_is_found_by_name_or_number_and_others_are_not()
    {
        var byName = await _portal.SendAs(_officer, new GetLoginQuery("github", "ada-m", "marl"));
        var byNumber = await _portal.SendAs(_officer, new GetLoginQuery("github", "ada-m", _ada.EmployeeNumber));

        byName.Value.People.Single().Id.ShouldBe(_ada.Id);
        byNumber.Value.People.Single().Name.ShouldBe("Ada Marlow");
        byName.Value.Seen.ShouldBe(Waiting);
    }

    [Fact]
    public async Task A_roster_that_names_the_login_is_the_newer_decision()
    {
        await _portal.SendAs(_officer, new SetLoginAsideCommand("github", "ada-m", NobodyReason.Left, Waiting));

        await _portal.MustImportAsync(ImportKind.Roster, $"employee_number,name,github_login\n{_ada.EmployeeNumber},Ada Marlow,ada-m\n");

        (await DaysOfAsync(_ada.Id)).ShouldBe(3);
        (await ListAsync(LoginStanding.Nobody)).Page.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Only_a_role_for_the_whole_organisation_decides_about_logins()
    {
        foreach (var (role, unit) in new (Role, Unit?)[] { (Role.GovernanceOfficer, _portal.Checkout), (Role.HumanResources, null), (Role.Auditor, null) })
        {
            (await _portal.SendAs(role, new ListLoginsQuery(LoginStanding.Waiting, null, new Paging(1, 25)), unit)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
            (await _portal.SendAs(role, new GetLoginQuery("github", "ada-m", null), unit)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
            (await _portal.SendAs(role, new LinkLoginCommand("github", "ada-m", _ada.Id, Waiting), unit)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
            (await _portal.SendAs(role, new SetLoginAsideCommand("github", "ada-m", NobodyReason.Bot, Waiting), unit)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
            (await _portal.SendAs(role, new ReopenLoginCommand("github", "ada-m", Waiting), unit)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        }

        (await DaysOfAsync(_ada.Id)).ShouldBe(0);
    }

    private async Task<Result> LinkAsync(string provider, string login, LoginSeen seen) => await _portal.SendAs(_officer, new LinkLoginCommand(provider, login, _ada.Id, seen));

    private async Task<LoginList> ListAsync(LoginStanding standing, string? search = null, int page = 1, int size = 25) =>
        (await _portal.SendAs(_officer, new ListLoginsQuery(standing, search, new Paging(page, size)))).Value;

    private async Task<int> DaysOfAsync(PersonId person) => (await _portal.InDb(db => db.UseDaysAsync())).Count(u => u.PersonId == person);
}
