using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.AttributeIncident;
using GovernancePortal.Web.Features.Incidents.CompareWeek;
using GovernancePortal.Web.Features.Incidents.DecideAttribution;
using GovernancePortal.Web.Features.Incidents.IncidentDocument;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Incidents;

public sealed class IncidentReadingTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private IncidentDesk _desk = null!;

    public static TheoryData<Role> NotReading => [.. Enum.GetValues<Role>().Except([Role.Executive, Role.GovernanceOfficer, Role.TeamLead, Role.Auditor])];

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await IncidentDesk.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Severe_incidents_of_a_week_stand_side_by_side_with_the_factors_they_share()
    {
        // The clock stands on a Monday morning; these began on the Sunday before and three weeks earlier.
        await _desk.AttributedAsync();
        var second = await _desk.ReportAsync(_desk.Outage with { Title = "Prices wrong", Severity = 2 });
        (await _portal.SendAs(_desk.OfficerUser, new AttributeIncidentCommand(second, 0, IncidentDesk.HumanError with { Factors = ContributingFactors.StalePage | ContributingFactors.TimePressure }, ""))).Error.ShouldBeNull();
        await _desk.ReportAsync(_desk.Outage with { Title = "Printers", Severity = 3 });
        await _desk.ReportAsync(_desk.Outage with { Title = "Long ago", StartedAt = _desk.Now.AddDays(-21), DetectedAt = null });
        var sunday = DateOnly.FromDateTime(_desk.Outage.StartedAt.UtcDateTime);

        var week = (await _portal.SendAs(_desk.AuditorUser, new CompareWeekQuery(sunday))).Value;

        (week.Monday.DayOfWeek, week.Incidents.Count, week.AiRelated.Count, week.More).ShouldBe((DayOfWeek.Monday, 2, 1, 0));
        week.Shared.Select(s => (s.Factor, s.Count)).ShouldBe([(ContributingFactors.StalePage, 2)]);
        WeekFinding.Of(week).ShouldBe("Two severe incidents, one AI-related; stale page helped two of them to happen.");
        WeekFinding.Of((await _portal.SendAs(Role.TeamLead, new CompareWeekQuery(sunday), _portal.Logistics)).Value).ShouldBe("No severe incident began in this week.");
        (await _portal.SendAs(_desk.AuditorUser, new CompareWeekQuery(DateOnly.MaxValue))).Error.ShouldBe(CommonErrors.NotFound);
    }

    [Theory]
    [MemberData(nameof(NotReading))]
    public async Task Others_read_neither_weeks_nor_documents(Role role)
    {
        var id = await _desk.AttributedAsync();

        (await _portal.SendAs(role, new CompareWeekQuery(DateOnly.FromDateTime(_desk.Now.UtcDateTime)))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetIncidentDocumentQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.Executive, new GetIncidentDocumentQuery(id), _portal.Logistics)).Error.ShouldBe(CommonErrors.NotFound);
    }

    [Fact]
    public async Task The_document_keeps_what_was_struck_and_refused_and_its_Markdown_is_only_words()
    {
        var id = await _desk.AttributedAsync();
        await _portal.SendAs(_desk.OfficerUser, new AttributeIncidentCommand(id, 1, IncidentDesk.HumanError with { Words = "# Human <b>error</b> [x](javascript:y)\n- none" }, "Wording."));
        await _portal.SendAs(_desk.AuditorUser, new DecideAttributionCommand(id, 2, 2, Agree: false, "The log shows the advice."));

        var document = (await _portal.SendAs(_desk.AuditorUser, new GetIncidentDocumentQuery(id))).Value;
        var text = DocumentMarkdown.Of(document);

        document.Finding.ShouldBe("A person acted on AI advice. It lasted 6 h 00.");
        text.ShouldContain("# INC-0001, Checkout outage\n");
        text.ShouldContain(@"- ~~Version 2, refused, never in force: \# Human \<b\>error\</b\> \[x\](javascript:y) - none AI had no part in it.");
        text.ShouldContain("The log shows the advice.");
        text.ShouldContain("- Version 1, in force: A person acted on AI advice.");
    }

    [Fact]
    public async Task The_document_is_downloaded_with_a_session_only()
    {
        var id = await _desk.AttributedAsync();
        var (server, client) = await _portal.ServeInMemoryAsync();
        await using var _ = server;

        var answer = await client.GetAsync(new Uri($"/incidents/{id}/document.md", UriKind.Relative), TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBeInRange(300, 403);
    }
}
