using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Incidents.AttributeIncident;
using GovernancePortal.Web.Features.Incidents.CloseIncident;
using GovernancePortal.Web.Features.Incidents.CorrectIncident;
using GovernancePortal.Web.Features.Incidents.DecideAttribution;
using GovernancePortal.Web.Features.Incidents.FindIncidentParts;
using GovernancePortal.Web.Features.Incidents.FollowUp;
using GovernancePortal.Web.Features.Incidents.GetIncident;
using GovernancePortal.Web.Features.Incidents.LinkIncident;
using GovernancePortal.Web.Features.Incidents.ReportIncident;
using GovernancePortal.Web.Features.Incidents.Timeline;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Incidents;

public sealed class IncidentTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private IncidentDesk _desk = null!;

    public static TheoryData<Role> Everybody => [.. Enum.GetValues<Role>()];

    public static TheoryData<Role> NotClassifying => [.. Enum.GetValues<Role>().Except([Role.GovernanceOfficer, Role.TeamLead])];

    public static TheoryData<Role> NotDeciding => [.. Enum.GetValues<Role>().Except([Role.GovernanceOfficer, Role.Executive, Role.Auditor])];

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await IncidentDesk.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Everybody_reports_for_their_own_unit_and_reads_what_they_reported(Role role)
    {
        var user = await _desk.UserAsync(role, _portal.Checkout);

        (await _portal.SendAs(user, new GetIncidentReportQuery())).Value.UnitId.ShouldBe(_portal.Checkout.Id);
        var reported = await _portal.SendAs(user, new ReportIncidentCommand(new IncidentFacts("Tills are slow", 3, default, _desk.Now.AddMinutes(-5))));

        var read = (await _portal.SendAs(user, new GetIncidentQuery(reported.Value))).Value;
        (read.Incident.Number, read.UnitName, read.Incident.State, read.Incident.AiInvolvement).ShouldBe(("INC-0001", "Checkout", IncidentState.Reported, AiInvolvement.Unknown));
        (await _desk.LedgerAsync("incident.reported")).ShouldContain("Tills are slow");
        (await _desk.SignalsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_report_is_refused_for_another_unit_without_facts_and_when_signed_out()
    {
        var elsewhere = _desk.Outage with { UnitId = _portal.Logistics.Id };
        (await _portal.SendAs(_desk.ReporterUser, new ReportIncidentCommand(elsewhere))).Error!.Fields.Single().Field.ShouldBe("UnitId");
        (await _portal.SendAs(_desk.OfficerUser, new ReportIncidentCommand(elsewhere))).Error.ShouldBeNull();
        (await _portal.SendAs(_desk.ReporterUser, new ReportIncidentCommand(new IncidentFacts(" ", 0, default, _desk.Now.AddDays(1))))).Error!.Fields.Select(f => f.Field).ShouldBe(["Title", "Severity", "StartedAt"]);
        (await _portal.SendAs(Role.Employee, new ReportIncidentCommand(new IncidentFacts("Tills are slow", 3, default, _desk.Now)))).Error!.Fields.Single().Field.ShouldBe("UnitId");
        (await _portal.SendSignedOut(new GetIncidentReportQuery())).Error.ShouldBe(AccessErrors.SignedOut);
        (await _portal.SendSignedOut(new ReportIncidentCommand(_desk.Outage))).Error.ShouldBe(AccessErrors.SignedOut);
    }

    [Fact]
    public async Task Those_who_report_at_once_get_numbers_of_their_own()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _desk.ReportAsync()));

        var numbers = await _portal.InDb(db => db.Incidents.OrderBy(i => i.Number).Select(i => i.Number).ToListAsync());
        numbers.ShouldBe(Enumerable.Range(1, 8).Select(i => $"INC-{i:0000}"));
    }

    [Fact]
    public async Task Only_the_units_of_a_role_and_what_one_reported_can_be_read()
    {
        var id = await _desk.ReportAsync();

        foreach (var role in new[] { Role.Executive, Role.GovernanceOfficer, Role.TeamLead, Role.Auditor })
        {
            (await _portal.SendAs(role, new GetIncidentQuery(id), _portal.Checkout)).Error.ShouldBeNull($"{role}");
            (await _portal.SendAs(role, new GetIncidentQuery(id), _portal.Logistics)).Error.ShouldBe(CommonErrors.NotFound, $"{role}");
        }

        foreach (var role in new[] { Role.Employee, Role.Reviewer, Role.HumanResources, Role.KnowledgeSteward, Role.Administrator })
            (await _portal.SendAs(role, new GetIncidentQuery(id))).Error.ShouldBe(CommonErrors.NotFound, $"{role}");
        (await _portal.SendSignedOut(new GetIncidentQuery(id))).Error.ShouldBe(AccessErrors.SignedOut);
    }

    [Theory]
    [MemberData(nameof(NotClassifying))]
    public async Task Only_officers_and_leads_classify(Role role)
    {
        var id = await _desk.AttributedAsync();
        var user = await _desk.UserAsync(role);
        var other = IncidentNoteId.New();

        (await _portal.SendAs(user, new GetIncidentCauseQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(user, new AttributeIncidentCommand(id, 1, IncidentDesk.HumanError, "Because."))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(user, new GetIncidentFactsQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(user, new CorrectIncidentCommand(id, 1, _desk.Outage with { Severity = 4 }, "Because."))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(user, new PlaceActionCommand(id, 1, "More", _desk.Officer.Id, new DateOnly(2026, 12, 1)))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(user, new DropActionCommand(id, 1, IncidentActionId.New(), "Because."))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(user, new TellEventCommand(id, 1, _desk.Now, "It began."))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(user, new StrikeEventCommand(id, 1, other, "Because."))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(user, new LinkIncidentCommand(id, 1, IncidentLinkKind.Change, "shop#1", ""))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(user, new CloseIncidentCommand(id, 1))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(user, new ReopenIncidentCommand(id, 1, "Because."))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(user, new FindIncidentPeopleQuery("Ada"))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task A_lead_classifies_in_their_own_units_only_and_nobody_without_a_person()
    {
        var id = await _desk.ReportAsync();
        var lead = await _desk.UserAsync(Role.TeamLead, _portal.Logistics);

        (await _portal.SendAs(lead, new GetIncidentCauseQuery(id))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(lead, new AttributeIncidentCommand(id, 0, IncidentDesk.Advice, ""))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(lead, new GetIncidentFactsQuery(id))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(lead, new CorrectIncidentCommand(id, 0, _desk.Outage, "Because."))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(lead, new TellEventCommand(id, 0, _desk.Now, "It began."))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(lead, new LinkIncidentCommand(id, 0, IncidentLinkKind.Change, "shop#1", ""))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(lead, new CloseIncidentCommand(id, 0))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(lead, new PlaceActionCommand(id, 0, "More", _desk.Officer.Id, new DateOnly(2026, 12, 1)))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(lead, new FindIncidentPeopleQuery("Ada"))).Value.ShouldBeEmpty();
        (await _portal.SendAs(lead, new FindIncidentUnitsQuery(""))).Value.Select(u => u.Id).ShouldBe([_portal.Logistics.Id.Value]);
        (await _portal.SendAs(Role.GovernanceOfficer, new AttributeIncidentCommand(id, 0, IncidentDesk.Advice, ""))).Error!.Code.ShouldBe("noPerson");
    }

    [Fact]
    public async Task Taking_AI_out_of_a_cause_waits_and_a_second_person_refuses_it()
    {
        var id = await _desk.AttributedAsync();
        (await _desk.SignalsAsync()).ShouldBe(2);

        (await _portal.SendAs(_desk.OfficerUser, new AttributeIncidentCommand(id, 1, IncidentDesk.HumanError, "Wording for the board note."))).Value.ShouldBe(AttributionState.Waiting);
        (await _desk.LoadAsync(id)).AiInvolvement.ShouldBe(AiInvolvement.ActedOnAdvice);
        (await _desk.SignalsAsync()).ShouldBe(2, "nothing is in force yet");
        (await _portal.SendAs(_desk.OfficerUser, new GetIncidentQuery(id))).Value.MayDecide.ShouldBeFalse();
        (await _portal.SendAs(_desk.OfficerUser, new DecideAttributionCommand(id, 2, 2, Agree: true))).Error.ShouldBe(IncidentErrors.SamePerson);
        (await _portal.SendAs(_desk.AuditorUser, new GetIncidentQuery(id))).Value.MayDecide.ShouldBeTrue();
        (await _portal.SendAs(_desk.AuditorUser, new DecideAttributionCommand(id, 2, 2, Agree: false))).Error.ShouldBe(IncidentErrors.ReasonMissing);
        (await _portal.SendAs(_desk.AuditorUser, new DecideAttributionCommand(id, 2, 2, Agree: false, "The log shows the advice."))).Error.ShouldBeNull();

        var incident = await _desk.LoadAsync(id);
        (incident.AiInvolvement, incident.Attributions[0].State, incident.Attributions[0].Words).ShouldBe((AiInvolvement.ActedOnAdvice, AttributionState.Refused, "Human error."));
        var entry = await _desk.LedgerAsync("incident.attribution.refused");
        entry.ShouldContain("A person acted on AI advice.");
        entry.ShouldContain("Human error.");
        (await _portal.SendAs(_desk.OfficerUser, new GetIncidentQuery(id))).Value.Versions.Keys.Order().ShouldBe([1, 2]);
    }

    [Fact]
    public async Task With_a_second_person_AI_is_out_and_targets_are_looked_at_again()
    {
        var id = await _desk.AttributedAsync();
        await _portal.SendAs(_desk.OfficerUser, new AttributeIncidentCommand(id, 1, IncidentDesk.HumanError, "The log was of another session."));

        (await _portal.SendAs(await _desk.UserAsync(Role.Executive), new DecideAttributionCommand(id, 2, 2, Agree: true))).Error.ShouldBeNull();

        (await _desk.LoadAsync(id)).AiInvolvement.ShouldBe(AiInvolvement.NotAi);
        (await _desk.SignalsAsync()).ShouldBe(3);
        (await _desk.LedgerAsync("incident.attribution.agreed")).ShouldContain("A person acted on AI advice.");
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_is_told_about_the_other()
    {
        var id = await _desk.AttributedAsync();
        await _portal.SendAs(_desk.OfficerUser, new AttributeIncidentCommand(id, 1, IncidentDesk.HumanError, "Because."));
        var executive = await _desk.UserAsync(Role.Executive);

        var both = await Task.WhenAll(
            _portal.SendAs(_desk.AuditorUser, new DecideAttributionCommand(id, 2, 2, Agree: false, "No.")),
            _portal.SendAs(executive, new DecideAttributionCommand(id, 2, 2, Agree: true)));

        both.Count(r => r.IsSuccess).ShouldBe(1);
        both.Single(r => !r.IsSuccess).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _desk.LoadAsync(id)).Attributions.Count(a => a.State == AttributionState.InForce).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(NotDeciding))]
    public async Task Only_officers_executives_and_auditors_are_the_second_person(Role role)
    {
        var id = await _desk.AttributedAsync();
        await _portal.SendAs(_desk.OfficerUser, new AttributeIncidentCommand(id, 1, IncidentDesk.HumanError, "Because."));

        (await _portal.SendAs(await _desk.UserAsync(role), new DecideAttributionCommand(id, 2, 2, Agree: true))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(await _desk.UserAsync(Role.Auditor, _portal.Logistics), new DecideAttributionCommand(id, 2, 2, Agree: true))).Error.ShouldBe(CommonErrors.NotFound);
    }

    [Fact]
    public async Task Facts_are_corrected_with_a_reason_and_moved_only_to_a_unit_one_covers()
    {
        var id = await _desk.ReportAsync();
        var lead = await _desk.UserAsync(Role.TeamLead, _portal.Checkout);

        (await _portal.SendAs(lead, new CorrectIncidentCommand(id, 0, _desk.Outage with { UnitId = _portal.Logistics.Id }, "Not ours."))).Error!.Fields.Single().Field.ShouldBe("UnitId");
        (await _portal.SendAs(lead, new CorrectIncidentCommand(id, 0, _desk.Outage with { Severity = 9 }, "Counted."))).Error!.Fields.Single().Field.ShouldBe("Severity");
        (await _portal.SendAs(lead, new CorrectIncidentCommand(id, 0, _desk.Outage with { Severity = 2, Loss = 412_000.5m }, "Counted."))).Error.ShouldBeNull();
        (await _portal.SendAs(lead, new CorrectIncidentCommand(id, 0, _desk.Outage with { Severity = 3 }, "Counted."))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);

        (await _portal.SendAs(lead, new GetIncidentFactsQuery(id))).Value.Facts.Severity.ShouldBe(2);
        (await _desk.LoadAsync(id)).Corrections.Single().Before.Severity.ShouldBe(1);
        (await _desk.LedgerAsync("incident.corrected")).ShouldContain("\"before\"");
    }

    [Fact]
    public async Task An_incident_is_followed_up_closed_and_opened_again()
    {
        var id = await _desk.AttributedAsync();
        var user = _desk.OfficerUser;
        var due = new DateOnly(2026, 12, 1);

        (await _portal.SendAs(user, new CloseIncidentCommand(id, 1))).Error!.Code.ShouldBe("incident.notDone");
        (await _portal.SendAs(user, new PlaceActionCommand(id, 1, "Second owner", PersonId.New(), due))).Error!.Fields.Single().Field.ShouldBe("Owner");
        (await _portal.SendAs(user, new PlaceActionCommand(id, 1, " ", _desk.Reporter.Id, due))).Error!.Fields.Single().Field.ShouldBe("Title");
        (await _portal.SendAs(user, new PlaceActionCommand(id, 1, "Second owner", _desk.Reporter.Id, due))).Error.ShouldBeNull();
        (await _portal.SendAs(user, new PlaceActionCommand(id, 2, "Turn it off", _desk.Reporter.Id, due))).Error.ShouldBeNull();
        var actions = (await _desk.LoadAsync(id)).Actions;

        (await _portal.SendAs(await _desk.UserAsync(Role.Executive), new CompleteActionCommand(id, 3, actions[0].Id))).Error!.Code.ShouldBe("incident.action.owner");
        (await _portal.SendAs(_desk.ReporterUser, new CompleteActionCommand(id, 3, actions[0].Id))).Error.ShouldBeNull();
        (await _portal.SendAs(user, new DropActionCommand(id, 4, actions[1].Id, " "))).Error.ShouldBe(IncidentErrors.ReasonMissing);
        (await _portal.SendAs(user, new DropActionCommand(id, 4, actions[1].Id, "Replaced."))).Error.ShouldBeNull();
        (await _portal.SendAs(user, new CloseIncidentCommand(id, 5))).Error.ShouldBeNull();
        (await _portal.SendAs(user, new ReopenIncidentCommand(id, 6, "New facts."))).Error.ShouldBeNull();

        (await _desk.LoadAsync(id)).State.ShouldBe(IncidentState.Open);
        foreach (var kind in new[] { "action.placed", "action.done", "action.dropped", "closed", "reopened" }) (await _desk.LedgerAsync($"incident.{kind}")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_timeline_is_told_and_struck_and_links_are_made_once()
    {
        var id = await _desk.ReportAsync();
        var user = _desk.OfficerUser;

        (await _portal.SendAs(user, new TellEventCommand(id, 0, _desk.Now.AddHours(1), "Later."))).Error!.Fields.Single().Field.ShouldBe("At");
        (await _portal.SendAs(user, new TellEventCommand(id, 0, _desk.Now.AddHours(-8), "The queue fills up."))).Error.ShouldBeNull();
        var entry = (await _desk.LoadAsync(id)).Events.Single();
        (await _portal.SendAs(user, new StrikeEventCommand(id, 1, entry.Id, "Another queue."))).Error.ShouldBeNull();
        (await _portal.SendAs(user, new StrikeEventCommand(id, 2, entry.Id, "Again."))).Error.ShouldBe(IncidentErrors.NoSuchEntry);
        (await _portal.SendAs(user, new LinkIncidentCommand(id, 2, IncidentLinkKind.Change, "shop#812", ""))).Error.ShouldBeNull();
        (await _portal.SendAs(user, new LinkIncidentCommand(id, 3, IncidentLinkKind.Change, "shop#812", ""))).Error.ShouldBe(IncidentErrors.LinkedAlready);

        (await _desk.LedgerAsync("incident.event.struck")).ShouldContain("The queue fills up.");
        (await _desk.LedgerAsync("incident.linked")).ShouldContain("shop#812");
    }
}
