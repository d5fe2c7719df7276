using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Changes.DecideChange;
using GovernancePortal.Web.Features.Changes.GetChange;
using GovernancePortal.Web.Features.Changes.ListChanges;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.EntityFrameworkCore;
using static GovernancePortal.Web.Tests.Changes.ChangeOffice;

namespace GovernancePortal.Web.Tests.Changes;

public sealed class DecideChangeTests : IAsyncLifetime
{
    private ChangeOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await ChangeOffice.OpenAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_senior_signs_off_and_the_gate_lets_it_through_until_the_next_push()
    {
        var change = await _office.SendAsync(Change());
        var row = await _office.LoadAsync(change);

        (await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(row.Id, row.Version, "Read it."))).Value.ShouldBe(GateVerdict.Allow);

        var answer = await _office.GateAsync(change);
        (Verdict(answer), Codes(answer).Single()).ShouldBe(("allow", "gate.signed"));
        (await _office.EntriesAsync("change.approved")).ShouldBe(1);
        (await _office.Portal.InDb(db => db.EvaluationSignals.CountAsync(s => s.Cause == "sign-off"))).ShouldBe(1);

        _office.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Verdict(await _office.SendAsync(Change("bbbbbbb2"))).ShouldBe("pending");
        Verdict(await _office.GateAsync(change)).ShouldBe("deny");
        row = await _office.LoadAsync(change);
        (await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(row.Id, row.Version))).Error.ShouldBe(ChangeErrors.Superseded);
    }

    [Fact]
    public async Task Whoever_may_not_sign_off_is_told_why()
    {
        var row = await _office.LoadAsync(await _office.SendAsync(Change()));
        var (_, junior) = await _office.AddReviewerAsync("Wren Reed", Level.Junior);
        var (_, untrained) = await _office.AddReviewerAsync("Finch Alder", trained: false);
        var author = await _office.Portal.AddUserAsync(Role.Reviewer, person: _office.Author.Id);
        var nobody = await _office.Portal.AddUserAsync(Role.Reviewer);
        var (_, elsewhere) = await _office.AddReviewerAsync("Rook Ash", unit: _office.Portal.Logistics);

        (await ApproveAs(junior)).ShouldBe("change.approver.level");
        (await ApproveAs(untrained)).ShouldBe("change.approver.literacy");
        (await ApproveAs(author)).ShouldBe("change.own");
        (await ApproveAs(nobody)).ShouldBe("noPerson");
        (await ApproveAs(elsewhere)).ShouldBe("not-found");
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Reviewer))
            (await _office.Portal.SendAs(role, new ApproveChangeCommand(row.Id, row.Version))).Error.ShouldBe(AccessErrors.NoRole);
        (await _office.EntriesAsync("change.approved")).ShouldBe(0);

        async Task<string?> ApproveAs(Guid user) => (await _office.Portal.SendAs(user, new ApproveChangeCommand(row.Id, row.Version))).Error?.Code;
    }

    [Fact]
    public async Task A_system_can_ask_its_reviewers_for_a_course()
    {
        var course = new Course(CourseId.New(), "PAY-1", "Payments and AI", "1", validityMonths: 12);
        await _office.Portal.InDb(async db =>
        {
            db.Courses.Add(course);
            (await db.CodeSystems.SingleAsync(s => s.Name == "checkout-api")).Set(_office.Portal.Checkout.Id, Criticality.Medium, course.Id);
            return await db.SaveChangesAsync();
        });
        var row = await _office.LoadAsync(await _office.SendAsync(Change()));

        (await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(row.Id, row.Version))).Error!.Message.ShouldContain("Payments and AI");
        await _office.TrainAsync(_office.Senior, course);
        (await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(row.Id, row.Version))).Value.ShouldBe(GateVerdict.Allow);
    }

    [Fact]
    public async Task Nobody_signs_off_past_the_limit_of_a_week()
    {
        for (var i = 0; i < SignOffTerms.Default(RiskTier.Limited).MostPerWeek; i++)
        {
            var row = await _office.LoadAsync(await _office.SendAsync(Change($"aaaaaa{i + 10}", i + 100)));
            (await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(row.Id, row.Version))).IsSuccess.ShouldBeTrue();
        }

        var last = await _office.LoadAsync(await _office.SendAsync(Change("aaaaaaa1", 7)));
        (await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(last.Id, last.Version))).Error!.Code.ShouldBe("change.approver.load");
        _office.Portal.Clock.Advance(TimeSpan.FromDays(8));
        (await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(last.Id, last.Version))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task High_risk_takes_two_and_of_two_decisions_on_the_same_reading_one_looks_again()
    {
        var row = await _office.LoadAsync(await _office.SendAsync(Change(system: "payments")));
        var (_, second) = await _office.AddReviewerAsync("Finch Alder");

        (await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(row.Id, row.Version))).Value.ShouldBe(GateVerdict.Pending);
        (await _office.Portal.SendAs(second, new ApproveChangeCommand(row.Id, row.Version))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _office.Portal.SendAs(second, new ApproveChangeCommand(row.Id, row.Version + 1))).Value.ShouldBe(GateVerdict.Allow);
    }

    [Fact]
    public async Task What_a_reviewer_finds_stops_the_change_and_is_kept()
    {
        var change = await _office.SendAsync(Change());
        var row = await _office.LoadAsync(change);

        (await _office.Portal.SendAs(_office.Reviewer, new RejectChangeCommand(row.Id, row.Version, FindingType.None, "", ""))).Error!.Fields.Select(f => f.Field).ShouldBe(["Finding", "Note"]);
        (await _office.Portal.SendAs(Role.TeamLead, new RejectChangeCommand(row.Id, row.Version, FindingType.HallucinatedApi, "", "No such method."))).Error.ShouldBe(AccessErrors.NoRole);
        (await _office.Portal.SendAs(_office.Reviewer, new RejectChangeCommand(row.Id, row.Version, FindingType.HallucinatedApi, "checkout-api", "No such method."))).Value.ShouldBe(GateVerdict.Deny);

        Codes(await _office.GateAsync(change)).ShouldBe(["gate.rejected"]);
        var lead = await _office.Portal.AddUserAsync(Role.TeamLead, _office.Portal.Checkout, (await _office.Portal.AddPersonAsync("Teal Rowan")).Id);
        (await _office.Portal.SendAs(lead, new PassChangeCommand(row.Id, row.Version + 1, "Down"))).Error.ShouldBe(ChangeErrors.Rejected);
        (await _office.EntriesAsync("change.rejected")).ShouldBe(1);
    }

    [Fact]
    public async Task An_emergency_pass_goes_through_and_somebody_else_reviews_it()
    {
        var change = await _office.SendAsync(Change());
        var row = await _office.LoadAsync(change);
        var lead = await _office.Portal.AddUserAsync(Role.TeamLead, _office.Portal.Checkout, (await _office.Portal.AddPersonAsync("Teal Rowan")).Id);

        (await _office.Portal.SendAs(lead, new PassChangeCommand(row.Id, row.Version, " "))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
        (await _office.Portal.SendAs(Role.Administrator, new PassChangeCommand(row.Id, row.Version, "Down"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _office.Portal.SendAs(lead, new PassChangeCommand(row.Id, row.Version, "Checkout is down."))).Value.ShouldBe(GateVerdict.Allow);
        Codes(await _office.GateAsync(change)).ShouldBe(["gate.emergency"]);
        (await ListAsync(new ChangeFilter(View: ChangeView.Passed))).Passed.ShouldBe(1);

        (await _office.Portal.SendAs(lead, new ReviewPassCommand(row.Id, row.Version + 1, FindingType.None, "", "Fine"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _office.Portal.SendAs(_office.Reviewer, new ReviewPassCommand(row.Id, row.Version + 1, FindingType.MissingTest, "", "No test of the retry."))).IsSuccess.ShouldBeTrue();
        (await ListAsync(new ChangeFilter(View: ChangeView.Passed))).Passed.ShouldBe(0);
        (await _office.Portal.InDb(db => db.LedgerEntries.Where(e => e.Subject == $"change:{row.Id}").OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync()))
            .ShouldBe(["change.passed", "change.pass-reviewed"]);
    }

    [Fact]
    public async Task The_queue_shows_risk_first_and_only_what_the_role_covers()
    {
        await _office.SendAsync(Change("aaaaaaa1", 1));
        await _office.SendAsync(Change("aaaaaaa2", 2, system: "payments"));
        await _office.SendAsync(Change("aaaaaaa3", 3, involvement: "None"));
        _office.Portal.Clock.Advance(TimeSpan.FromHours(9));

        var list = await ListAsync(new ChangeFilter());
        list.Changes.Items.Select(c => c.Number).ShouldBe([2, 1]);
        (list.Waiting, list.Late).ShouldBe((2, 1));
        (await ListAsync(new ChangeFilter(Late: true))).Changes.Items.Select(c => c.Number).ShouldBe([2]);
        (await ListAsync(new ChangeFilter("larkfield/checkout-api#1", ChangeView.All))).Changes.Items.Single().Number.ShouldBe(1);
        (await ListAsync(new ChangeFilter("larkfield", ChangeView.All, RiskTier.Limited))).Changes.Total.ShouldBe(2);
        (await _office.Portal.SendAs(Role.Reviewer, List(new ChangeFilter(View: ChangeView.All)), _office.Portal.Logistics)).Value.Changes.Total.ShouldBe(0);
        (await _office.Portal.SendAs(Role.Employee, List(new ChangeFilter()))).Error.ShouldBe(AccessErrors.NoRole);
        (await _office.Portal.SendAs(Role.Auditor, List(new ChangeFilter(new string('a', 300))))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
    }

    [Fact]
    public async Task The_page_offers_what_the_user_may_do_and_says_why_not()
    {
        var id = IdOf(await _office.SendAsync(Change()));
        var (_, junior) = await _office.AddReviewerAsync("Wren Reed", Level.Junior);

        (await _office.Portal.SendAs(_office.Reviewer, new GetChangeQuery(id))).Value.Offer.ShouldBe(new ChangeOffer(true, null, true, true, false));
        var offer = (await _office.Portal.SendAs(junior, new GetChangeQuery(id))).Value.Offer;
        (offer.MayApprove, offer.MayReject).ShouldBe((true, true));
        offer.ApproveRefusal.ShouldNotBeNull().ShouldContain("senior or principal");
        (await _office.Portal.SendAs(Role.Auditor, new GetChangeQuery(id))).Value.Offer.Any.ShouldBeFalse();
        (await _office.Portal.SendAs(Role.Reviewer, new GetChangeQuery(id), _office.Portal.Logistics)).Error.ShouldBe(CommonErrors.NotFound);
        (await _office.Portal.SendAs(Role.HumanResources, new GetChangeQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
    }

    private static ListChangesQuery List(ChangeFilter filter) => new(filter, ChangeOrder.First, Descending: false, new Paging(1, 25));

    private async Task<ChangeList> ListAsync(ChangeFilter filter) => (await _office.Portal.SendAs(Role.Auditor, List(filter))).Value;
}
