using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Knowledge.CorrectPage;
using GovernancePortal.Web.Features.Knowledge.GetPage;
using GovernancePortal.Web.Features.Knowledge.ListPages;
using GovernancePortal.Web.Features.Knowledge.QuarantinePage;
using GovernancePortal.Web.Features.Knowledge.VerifyPage;
using GovernancePortal.Web.Features.Knowledge.WithdrawPage;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Knowledge;

public sealed class PageDecisionTests : IAsyncLifetime
{
    private static readonly Role[] Readers = [Role.Executive, Role.GovernanceOfficer, Role.TeamLead, Role.Reviewer, Role.KnowledgeSteward, Role.Auditor];
    private static readonly Role[] Guards = [Role.GovernanceOfficer, Role.TeamLead, Role.Reviewer, Role.KnowledgeSteward];

    private PageDesk _desk = null!;

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    public async ValueTask InitializeAsync() => _desk = await PageDesk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_quarantine_withholds_a_page_and_a_verification_of_the_version_that_was_read_releases_it()
    {
        var page = await _desk.AddAsync("failover");
        (await DetailsAsync(page)).MayBeRead.ShouldBeTrue();

        (await _desk.Portal.SendAs(Role.TeamLead, new QuarantinePageCommand(page.Id, page.Version, "It names a region that is gone."), _desk.Portal.Checkout)).Error.ShouldBeNull();
        var held = await DetailsAsync(page);
        (held.State, held.MayBeRead, held.MayQuarantine).ShouldBe((PageState.Quarantined, false, false));
        held.Why.ShouldContain("It names a region that is gone.");
        (await _desk.Portal.SendAs(_desk.Steward, new VerifyPageCommand(page.Id, held.Page.Version, PageDesk.OtherHash))).Error.ShouldBe(KnowledgeErrors.EditedMeanwhile);

        (await _desk.Portal.SendAs(_desk.Steward, new VerifyPageCommand(page.Id, held.Page.Version, PageDesk.Hash))).Error.ShouldBeNull();
        var released = await DetailsAsync(page);
        (released.State, released.VerifiedBy).ShouldBe((PageState.Fresh, "Steward One"));
        released.History.Select(e => e.Kind).ShouldBe(["page.verified", "page.quarantined", "page.verified"]);
        (await _desk.Portal.InDb(db => db.EvaluationSignals.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task A_verification_is_of_somebody_and_of_what_stood_there()
    {
        var page = await _desk.AddAsync("failover", verified: false);

        (await _desk.Portal.SendAs(Role.KnowledgeSteward, new VerifyPageCommand(page.Id, page.Version, PageDesk.Hash))).Error.ShouldBe(KnowledgeErrors.NobodyVerifies);
        (await _desk.Portal.SendAs(_desk.Steward, new VerifyPageCommand(page.Id, page.Version, SeenHash: null))).Error.ShouldBe(KnowledgeErrors.EditedMeanwhile);
        (await _desk.Portal.SendAs(_desk.Steward, new VerifyPageCommand(page.Id, page.Version + 1, PageDesk.Hash))).Error!.Kind.ShouldBe(ErrorKind.Conflict);
        (await _desk.LoadAsync(page.Id)).VerifiedOn.ShouldBeNull();
    }

    [Fact]
    public async Task Withdrawing_needs_a_reason_and_is_for_good()
    {
        var page = await _desk.AddAsync("failover");

        (await _desk.Portal.SendAs(_desk.Steward, new WithdrawPageCommand(page.Id, page.Version, " "))).Error!.Fields.Single().Field.ShouldBe("Reason");
        (await _desk.Portal.SendAs(_desk.Steward, new WithdrawPageCommand(page.Id, page.Version - 1, "Replaced."))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _desk.Portal.SendAs(_desk.Steward, new WithdrawPageCommand(page.Id, page.Version, "Replaced."))).Error.ShouldBeNull();

        var gone = await DetailsAsync(page);
        (gone.State, gone.MayManage, gone.MayQuarantine).ShouldBe((PageState.Withdrawn, false, false));
        (await _desk.Portal.SendAs(_desk.Steward, new QuarantinePageCommand(page.Id, gone.Page.Version, "Still wrong."))).Error.ShouldBe(KnowledgeErrors.Withdrawn);
        (await _desk.Portal.SendAs(_desk.Steward, Correction(gone.Page))).Error.ShouldBe(KnowledgeErrors.Withdrawn);
    }

    [Fact]
    public async Task A_correction_says_what_stood_before_and_an_owner_who_left_is_none()
    {
        var page = await _desk.AddAsync("failover");
        var heir = await _desk.Portal.AddPersonAsync("Heir One");
        await _desk.Portal.InDb(db => db.People.Where(p => p.Id == _desk.Owner.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftOn, _desk.Today)));
        (await DetailsAsync(page)).State.ShouldBe(PageState.Unowned);

        (await _desk.Portal.SendAs(_desk.Steward, Correction(page) with { Owner = "E-NOBODY", Unit = "Nowhere" })).Error!.Fields.Select(f => f.Field).ShouldBe(["Unit", "Owner"]);
        (await _desk.Portal.SendAs(_desk.Steward, Correction(page) with { Interval = "soon" })).Error!.Fields.Single().Field.ShouldBe("Interval");
        (await _desk.Portal.SendAs(_desk.Steward, Correction(page) with { Owner = heir.EmployeeNumber })).Error.ShouldBeNull();

        (await DetailsAsync(page)).State.ShouldBe(PageState.Fresh);
        var entry = await _desk.Portal.InDb(db => db.LedgerEntries.SingleAsync(e => e.Kind == "page.corrected"));
        entry.Payload.ShouldContain(_desk.Owner.Id.Value.ToString());
        entry.Payload.ShouldContain(heir.Id.Value.ToString());
        (await _desk.Portal.SendAs(_desk.Steward, Correction(page) with { Owner = heir.EmployeeNumber })).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Each_role_reads_and_decides_what_it_may(Role role)
    {
        var page = await _desk.AddAsync("failover");
        var person = await _desk.Portal.AddPersonAsync("Some Body");
        var user = await _desk.Portal.AddUserAsync(role, person: person.Id);

        (await _desk.Portal.SendAs(user, new ListPagesQuery(new PageFilter(), PageOrder.Title, Descending: false, new Paging(1, 25)))).IsSuccess.ShouldBe(Readers.Contains(role));
        (await _desk.Portal.SendAs(user, new GetPageQuery(page.Id))).IsSuccess.ShouldBe(Readers.Contains(role));
        (await _desk.Portal.SendAs(user, Correction(page) with { OwnerText = "#desk" })).IsSuccess.ShouldBe(role == Role.KnowledgeSteward);
        page = await _desk.LoadAsync(page.Id);
        (await _desk.Portal.SendAs(user, new VerifyPageCommand(page.Id, page.Version, PageDesk.Hash))).IsSuccess.ShouldBe(role == Role.KnowledgeSteward);
        page = await _desk.LoadAsync(page.Id);
        (await _desk.Portal.SendAs(user, new QuarantinePageCommand(page.Id, page.Version, "Doubtful."))).IsSuccess.ShouldBe(Guards.Contains(role));
        page = await _desk.LoadAsync(page.Id);
        (await _desk.Portal.SendAs(user, new WithdrawPageCommand(page.Id, page.Version, "Old."))).IsSuccess.ShouldBe(role == Role.KnowledgeSteward);
    }

    [Fact]
    public async Task Another_unit_s_page_is_not_there()
    {
        var page = await _desk.AddAsync("warehouse", unit: _desk.Portal.Logistics);
        var person = await _desk.Portal.AddPersonAsync("Some Body");
        var user = await _desk.Portal.AddUserAsync(Role.KnowledgeSteward, _desk.Portal.Checkout, person.Id);

        (await _desk.Portal.SendAs(user, new GetPageQuery(page.Id))).Error.ShouldBe(CommonErrors.NotFound);
        (await _desk.Portal.SendAs(user, new VerifyPageCommand(page.Id, page.Version, PageDesk.Hash))).Error.ShouldBe(CommonErrors.NotFound);
        (await _desk.Portal.SendAs(user, Correction(page))).Error.ShouldBe(CommonErrors.NotFound);
        (await _desk.Portal.SendAs(user, new QuarantinePageCommand(page.Id, page.Version, "x"))).Error.ShouldBe(CommonErrors.NotFound);
        (await _desk.Portal.SendAs(user, new WithdrawPageCommand(page.Id, page.Version, "x"))).Error.ShouldBe(CommonErrors.NotFound);
        (await _desk.Portal.SendAs(user, new ListPagesQuery(new PageFilter(), PageOrder.Title, Descending: false, new Paging(1, 25)))).Value.All.ShouldBe(0);
    }

    [Fact]
    public async Task The_work_queue_begins_with_reported_pages_and_then_with_what_agents_read_most()
    {
        await _desk.AddAsync("fine");
        var quiet = await _desk.AddAsync("quiet", verified: false);
        var busy = await _desk.AddAsync("busy", verified: false);
        var wrong = await _desk.AddAsync("wrong");
        await _desk.Portal.InDb(async db =>
        {
            db.PageReads.Add(new PageRead(busy.Id, _desk.Today, "key:a", 50));
            db.PageReads.Add(new PageRead(quiet.Id, _desk.Today.AddDays(-PageRead.Days), "key:a", 500));
            db.WrongAnswers.Add(WrongAnswer.Report(wrong.Id, "It is not so.", "key:a", _desk.Portal.Clock.GetUtcNow()).Value);
            return await db.SaveChangesAsync();
        });

        var list = (await _desk.Portal.SendAs(Role.KnowledgeSteward, new ListPagesQuery(new PageFilter(Work: true), PageOrder.Need, Descending: false, new Paging(1, 25)))).Value;

        list.Pages.Items.Select(p => (p.Title, p.Reads, p.WrongAnswers)).ShouldBe([("wrong", 0L, 1), ("busy", 50L, 0), ("quiet", 0L, 0)]);
        (list.All, list.Readable).ShouldBe((4, 2));
        PagesFinding.Of(list, new PageFilter(Work: true)).ShouldBe("Three pages wait; the first one does most harm.");
        PagesFinding.Of(list, new PageFilter()).ShouldBe("Agents may read two of 4 pages; two are withheld.");
    }

    [Fact]
    public async Task The_list_filters_by_state_as_the_domain_says_it()
    {
        await _desk.AddAsync("fresh");
        var held = await _desk.AddAsync("held");
        (await _desk.Portal.SendAs(_desk.Steward, new QuarantinePageCommand(held.Id, held.Version, "Doubtful."))).Error.ShouldBeNull();
        var gone = await _desk.AddAsync("gone");
        (await _desk.Portal.SendAs(_desk.Steward, new WithdrawPageCommand(gone.Id, gone.Version, "Old."))).Error.ShouldBeNull();
        await _desk.AddAsync("unverified", verified: false);
        var left = await _desk.Portal.AddPersonAsync("Gone One");
        await _desk.AddAsync("unowned", owner: left);
        await _desk.Portal.InDb(db => db.People.Where(p => p.Id == left.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftOn, _desk.Today)));
        var (edited, overdue) = (await _desk.AddAsync("edited"), await _desk.AddAsync("overdue"));
        await _desk.Portal.InDb(async db =>
        {
            (await db.KnowledgePages.SingleAsync(p => p.Id == edited.Id)).SeeVersion(PageDesk.OtherHash).ShouldBeTrue();
            return await db.SaveChangesAsync();
        });
        await _desk.Portal.InDb(db => db.KnowledgePages.Where(p => p.Id == overdue.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.DueOn, _desk.Today.AddDays(-1))));

        foreach (var (state, title) in new[] { (PageState.Fresh, "fresh"), (PageState.Quarantined, "held"), (PageState.Withdrawn, "gone"), (PageState.Unverified, "unverified"), (PageState.Unowned, "unowned"), (PageState.Edited, "edited"), (PageState.Overdue, "overdue") })
        {
            var rows = (await _desk.Portal.SendAs(Role.Auditor, new ListPagesQuery(new PageFilter(State: state), PageOrder.Due, Descending: true, new Paging(1, 25)))).Value.Pages.Items;
            rows.Select(r => (r.Title, r.State)).ShouldBe([(title, state)]);
        }

        (await _desk.Portal.SendAs(Role.Auditor, new ListPagesQuery(new PageFilter(new string('x', 301)), PageOrder.Title, Descending: false, new Paging(1, 25)))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
    }

    private async Task<PageDetails> DetailsAsync(KnowledgePage page) => (await _desk.Portal.SendAs(_desk.Steward, new GetPageQuery(page.Id))).Value;

    private CorrectPageCommand Correction(KnowledgePage page) =>
        new(page.Id, page.Version, page.Title, _desk.Portal.Checkout.Path, _desk.Owner.EmployeeNumber, "", page.OwnerText, page.Criticality, page.IsAgentReadable, page.Interval?.ToString() ?? "");
}
