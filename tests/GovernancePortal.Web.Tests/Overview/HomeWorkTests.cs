using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Incidents.AttributeIncident;
using GovernancePortal.Web.Features.Incidents.FollowUp;
using GovernancePortal.Web.Features.Overview.Home;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Tests.Incidents;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Overview;

/// <summary>What of incidents and knowledge each role finds on its home.</summary>
public sealed class HomeWorkTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private IncidentDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await IncidentDesk.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Each_role_finds_what_it_can_decide_or_do_and_nothing_else()
    {
        var id = await _desk.AttributedAsync();
        (await _portal.SendAs(_desk.OfficerUser, new PlaceActionCommand(id, await _desk.VersionAsync(id), "Second owner", _desk.Reporter.Id, new DateOnly(2026, 11, 24)))).Error.ShouldBeNull();
        (await _portal.SendAs(_desk.OfficerUser, new AttributeIncidentCommand(id, await _desk.VersionAsync(id), IncidentDesk.HumanError, "As agreed."))).Value.ShouldBe(AttributionState.Waiting);
        await _portal.InDb(async db =>
        {
            db.KnowledgePages.Add(KnowledgePage.Register("wiki", "a", new PageFacts("A", _portal.Checkout.Id), _desk.Now).Value);
            db.KnowledgePages.Add(KnowledgePage.Register("wiki", "b", new PageFacts("B", _portal.Logistics.Id), _desk.Now).Value);
            return await db.SaveChangesAsync();
        });
        _portal.Clock.Advance(TimeSpan.FromDays(3));

        var (auditor, author, owner) = (await ReadAsync(_desk.AuditorUser), await ReadAsync(_desk.OfficerUser), await ReadAsync(_desk.ReporterUser));
        var (lead, steward) = (await ReadAsync(await _desk.UserAsync(Role.TeamLead, _portal.Checkout)), await ReadAsync(await _desk.UserAsync(Role.KnowledgeSteward)));

        auditor.Attributions.Select(a => (a.Id, a.Number)).ShouldBe([(id, "INC-0001")]);
        author.Attributions.ShouldBeEmpty("whoever proposed it does not decide");
        (owner.FollowUps, owner.Overdue, owner.OfUnits, owner.Pages).ShouldBe((1, 1, 0, null));
        (lead.FollowUps, lead.OfUnits, lead.Pages).ShouldBe((0, 1, 1));
        (steward.Pages, steward.OfUnits, steward.Doubted).ShouldBe((2, 0, 0));
        (await ReadAsync(await _desk.UserAsync(Role.Employee))).IsEmpty.ShouldBeTrue();
        (await _portal.SendSignedOut(new GetHomeWorkQuery())).Error.ShouldBe(AccessErrors.SignedOut);
    }

    private async Task<HomeWork> ReadAsync(Guid user) => (await _portal.SendAs(user, new GetHomeWorkQuery())).Value;
}
