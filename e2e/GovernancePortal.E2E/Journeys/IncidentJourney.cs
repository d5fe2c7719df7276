using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.E2E.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed class IncidentJourney(PortalHost host)
{
    private const string Title = "Gift cards are refused";

    [Fact]
    public async Task Taking_AI_out_of_a_cause_is_refused_by_a_second_person_and_stays_readable()
    {
        await using var employee = await Visitor.SignedInAsync(host, Role.Employee);
        await employee.OpenAsync("/incidents/new");
        await employee.Page.GetByLabel("What happened, in a few words").FillAsync(Title);
        await employee.Page.GetByLabel("Severity").SelectOptionAsync("2");
        await Press(employee, "Report incident");
        await Assertions.Expect(employee.Page.Locator(".finding")).ToContainTextAsync("Nobody has stated yet why it happened");
        var path = new Uri(employee.Page.Url).AbsolutePath;

        await using var officer = await Visitor.SignedInAsync(host, Role.GovernanceOfficer);
        await StateAsync(officer, path, "State the cause", "ActedOnAdvice", "The desk did what the assistant said.", "Put this version in force");
        await Assertions.Expect(officer.Page.Locator(".finding")).ToContainTextAsync("A person acted on AI advice");
        await StateAsync(officer, path, "Propose a new attribution", "NotAi", "Human error.", "Propose this version", reason: "Wording for the board note.");
        await Assertions.Expect(officer.Page.Locator(".version").First).ToContainTextAsync("Waits for a second person");
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Agree to it" })).ToHaveCountAsync(0);

        await using var auditor = await Visitor.SignedInAsync(host, Role.Auditor);
        await auditor.OpenAsync(path);
        await auditor.Page.GetByLabel("Why you refuse it").FillAsync("The session log shows the advice.");
        await Press(auditor, "Refuse this version");

        await Assertions.Expect(auditor.Page.GetByText("Agreement refused")).ToBeVisibleAsync();
        await Assertions.Expect(auditor.Page.GetByText("Human error.")).ToBeVisibleAsync();
        await Assertions.Expect(auditor.Page.Locator(".finding")).ToContainTextAsync("A person acted on AI advice");
        (await host.InDb(db => db.Incidents.SingleAsync(i => i.Title == Title))).AiInvolvement.ShouldBe(AiInvolvement.ActedOnAdvice);
        employee.Complaints.Concat(officer.Complaints).Concat(auditor.Complaints).ShouldBeEmpty();
    }

    private static async Task StateAsync(Visitor visitor, string path, string link, string involvement, string words, string button, string? reason = null)
    {
        await visitor.OpenAsync(path);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        await visitor.Page.GetByLabel("What did AI have to do with it?").SelectOptionAsync(involvement);
        await visitor.Page.GetByLabel("The cause", new() { Exact = true }).FillAsync(words);
        if (reason is not null) await visitor.Page.GetByLabel("Reason").FillAsync(reason);
        await Press(visitor, button);
        await visitor.Page.WaitForURLAsync(url => url.EndsWith(path, StringComparison.Ordinal));
    }

    private static Task Press(Visitor visitor, string button) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
