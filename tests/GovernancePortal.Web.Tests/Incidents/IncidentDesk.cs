using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Incidents.AttributeIncident;
using GovernancePortal.Web.Features.Incidents.ReportIncident;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Incidents;

/// <summary>People and incidents for tests, written as people write them.</summary>
internal sealed class IncidentDesk(TestPortal portal)
{
    public static Cause Advice { get; } = new(
        AiInvolvement.ActedOnAdvice, ButFor.WouldNotHaveHappened, "They would have paged the payments team.", ContributingFactors.StalePage, "A person acted on AI advice.");

    public static Cause HumanError { get; } = Advice with { Involvement = AiInvolvement.NotAi, ButFor = ButFor.Unanswered, ButForWords = "", Words = "Human error." };

    public DateTimeOffset Now => portal.Clock.GetUtcNow();

    public Person Officer { get; private set; } = null!;

    public Person Reporter { get; private set; } = null!;

    public Guid OfficerUser { get; private set; }

    public Guid AuditorUser { get; private set; }

    /// <summary>An employee of Checkout.</summary>
    public Guid ReporterUser { get; private set; }

    public IncidentFacts Outage => new("Checkout outage", 1, portal.Checkout.Id, Now.AddHours(-8), Now.AddHours(-7), Now.AddHours(-2), "checkout-api");

    public static async Task<IncidentDesk> OpenAsync(TestPortal portal)
    {
        var desk = new IncidentDesk(portal) { Officer = await portal.AddPersonAsync("Ada Lovelace"), Reporter = await portal.AddPersonAsync("Heron Sedge") };
        desk.OfficerUser = await portal.AddUserAsync(Role.GovernanceOfficer, person: desk.Officer.Id);
        desk.AuditorUser = await desk.UserAsync(Role.Auditor);
        desk.ReporterUser = await portal.AddUserAsync(Role.Employee, portal.Checkout, desk.Reporter.Id);
        return desk;
    }

    /// <summary>A user who is a person of the roster.</summary>
    public async Task<Guid> UserAsync(Role role, Unit? unit = null) => await portal.AddUserAsync(role, unit, (await portal.AddPersonAsync($"{role} Person", unit ?? portal.Root)).Id);

    public async Task<IncidentId> ReportAsync(IncidentFacts? facts = null)
    {
        var reported = await portal.SendAs(ReporterUser, new ReportIncidentCommand(facts ?? Outage));
        reported.Error.ShouldBeNull(string.Join(' ', reported.Error?.Fields.Select(f => f.Message) ?? []));
        return reported.Value;
    }

    /// <summary>With a cause in which a person acted on AI advice.</summary>
    public async Task<IncidentId> AttributedAsync()
    {
        var id = await ReportAsync();
        (await portal.SendAs(OfficerUser, new AttributeIncidentCommand(id, 0, Advice, ""))).Error.ShouldBeNull();
        return id;
    }

    public Task<Incident> LoadAsync(IncidentId id) =>
        portal.InDb(db => db.Incidents.AsNoTracking().Include(i => i.Attributions).Include(i => i.Actions).Include(i => i.Events).Include(i => i.Links).Include(i => i.Corrections).SingleAsync(i => i.Id == id));

    public async Task<int> VersionAsync(IncidentId id) => (await LoadAsync(id)).Version;

    public Task<string> LedgerAsync(string kind) => portal.InDb(db => db.LedgerEntries.Where(e => e.Kind == kind).OrderByDescending(e => e.Sequence).Select(e => e.Payload).FirstAsync());

    public Task<int> SignalsAsync() => portal.InDb(db => db.EvaluationSignals.CountAsync(s => s.Cause == "incident"));
}
