using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Incidents.AttributeIncident;
using GovernancePortal.Web.Features.Incidents.DecideAttribution;
using GovernancePortal.Web.Features.Incidents.GetIncident;
using GovernancePortal.Web.Features.Incidents.LinkIncident;
using GovernancePortal.Web.Features.Knowledge.GetPage;
using GovernancePortal.Web.Features.Knowledge.VerifyPage;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Incidents;

/// <summary>What a cause does in the rest of the portal, in the save that writes it.</summary>
public sealed class IncidentEffectTests : IAsyncLifetime
{
    private const string Address = "https://wiki.example/failover";

    private static readonly Cause Plain = IncidentDesk.Advice with { Factors = ContributingFactors.MissingReview };
    private static readonly Cause Stale = Plain with { Involvement = AiInvolvement.StaleSource, Words = "A stale runbook." };

    private TestPortal _portal = null!;
    private IncidentDesk _desk = null!;
    private KnowledgePageId _page;
    private Guid _steward;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await IncidentDesk.OpenAsync(_portal);
        _steward = await _desk.UserAsync(Role.KnowledgeSteward);
        var page = KnowledgePage.Register("wiki", Address, new PageFacts("Failover runbook", _portal.Checkout.Id, _desk.Officer.Id, Interval: new ReviewInterval(3, IntervalUnit.Month)), _desk.Now).Value;
        page.TakeReview(new DateOnly(2026, 11, 1));
        _page = page.Id;
        await _portal.InDb(async db =>
        {
            db.KnowledgePages.Add(page);
            return await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_page_that_a_cause_says_was_stale_is_withheld_with_the_incident_as_its_reason()
    {
        var id = await _desk.ReportAsync();
        await LinkAsync(id);
        (await PageAsync()).QuarantinedAt.ShouldBeNull("nobody has said that it misled");

        await AttributeAsync(id, Stale);

        var page = await PageAsync();
        (page.QuarantinedAt, page.QuarantineReason).ShouldBe((_desk.Now, "It misled in INC-0001: Checkout outage"));
        (await _desk.LedgerAsync("page.quarantined")).ShouldContain(id.Value.ToString());
        (await _portal.InDb(db => db.EvaluationSignals.CountAsync(s => s.Cause == "knowledge"))).ShouldBe(1);
        var read = (await _portal.SendAs(_desk.OfficerUser, new GetIncidentQuery(id))).Value;
        read.Pages.Select(p => (p.Title, p.State, p.Owner)).ShouldBe([("Failover runbook", PageState.Quarantined, "Ada Lovelace")]);
        (await _portal.SendAs(_steward, new GetPageQuery(_page))).Value.History.Select(h => (h.Kind, h.Reason)).ShouldContain(("page.quarantined", "It misled in INC-0001: Checkout outage"));
    }

    [Fact]
    public async Task A_page_that_is_linked_after_the_cause_was_stated_is_withheld_by_the_link()
    {
        var id = await _desk.ReportAsync();
        await AttributeAsync(id, Plain with { Factors = ContributingFactors.StalePage });

        await LinkAsync(id, "https://wiki.example/unknown");
        await LinkAsync(id);

        (await PageAsync()).QuarantinedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_cause_that_waits_withholds_nothing_until_the_second_person_agrees()
    {
        var id = await _desk.ReportAsync();
        await LinkAsync(id);
        await AttributeAsync(id, Plain);
        await AttributeAsync(id, Stale, askSecond: true);
        (await PageAsync()).QuarantinedAt.ShouldBeNull();

        (await _portal.SendAs(_desk.AuditorUser, new DecideAttributionCommand(id, await _desk.VersionAsync(id), 2, Agree: true))).Error.ShouldBeNull();

        (await PageAsync()).QuarantinedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_page_that_somebody_verified_since_is_not_withheld_by_the_same_cause_in_other_words()
    {
        var id = await _desk.ReportAsync();
        await LinkAsync(id);
        await AttributeAsync(id, Stale);
        var page = await PageAsync();
        (await _portal.SendAs(_steward, new VerifyPageCommand(page.Id, page.Version, page.ContentHash))).Error.ShouldBeNull();

        await AttributeAsync(id, Stale with { Words = "A stale runbook, as the session log shows." });
        await LinkAsync(id, "https://wiki.example/other");

        (await PageAsync()).QuarantinedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_training_gap_offers_to_have_the_course_taken_again_to_those_who_may()
    {
        var office = new Adoption.TargetOffice(_portal);
        var course = await office.RequireAsync(_portal.Checkout);
        await office.RequireAsync(_portal.Logistics);
        var id = await _desk.ReportAsync();
        await AttributeAsync(id, Plain);
        (await _portal.SendAs(_desk.OfficerUser, new GetIncidentQuery(id))).Value.Courses.ShouldBeEmpty();

        await AttributeAsync(id, Plain with { Factors = ContributingFactors.TrainingGap });

        (await _portal.SendAs(_desk.OfficerUser, new GetIncidentQuery(id))).Value.Courses.Select(c => (c.Course, c.Unit)).ShouldBe([(course.Name, "Checkout")]);
        (await _portal.SendAs(_desk.AuditorUser, new GetIncidentQuery(id))).Value.Courses.ShouldBeEmpty();
    }

    private async Task LinkAsync(IncidentId id, string address = Address) =>
        (await _portal.SendAs(_desk.OfficerUser, new LinkIncidentCommand(id, await _desk.VersionAsync(id), IncidentLinkKind.KnowledgePage, address, ""))).Error.ShouldBeNull();

    private async Task AttributeAsync(IncidentId id, Cause cause, bool askSecond = false) =>
        (await _portal.SendAs(_desk.OfficerUser, new AttributeIncidentCommand(id, await _desk.VersionAsync(id), cause, "As it is known.", askSecond))).Error.ShouldBeNull();

    private Task<KnowledgePage> PageAsync() => _portal.InDb(db => db.KnowledgePages.AsNoTracking().SingleAsync(p => p.Id == _page));
}
