using System.Text;
using GovernancePortal.Domain.Access;
using GovernancePortal.E2E.Platform;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed class ImportJourney(PortalHost host)
{
    private const string Header = "Employee number;Name;Unit;Level;Start date;Age\n";

    [Fact]
    public async Task A_roster_with_a_wrong_row_is_refused_and_the_corrected_one_is_imported()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.HumanResources);
        var page = visitor.Page;
        await visitor.OpenAsync("/imports/new/roster");

        await DropAsync(page, Header + "J-1;Journey One;Technology / Journeys;senior;2024-02-30;41\nJ-2;Journey Two;Technology / Journeys;mid;2024-03-01;35\n");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("1 of 2 rows is wrong") })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("2024-02-30").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Dropped as protected")).ToContainTextAsync("Age");
        (await host.InDb(db => Task.FromResult(db.People.Any(p => p.EmployeeNumber == "J-2")))).ShouldBeFalse("a file with a wrong row writes nothing");

        await visitor.OpenAsync("/imports/new/roster");
        await DropAsync(page, Header + "J-1;Journey One;Technology / Journeys;senior;2024-02-28;41\nJ-2;Journey Two;Technology / Journeys;mid;2024-03-01;35\n");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Import 2") }).ClickAsync();
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("2 rows written");

        await visitor.OpenAsync("/people?q=journey");
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("Journey One");
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_no_roster_is_refused_with_the_reason()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.HumanResources);
        await visitor.OpenAsync("/imports/new/roster");

        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "roster.xlsx", MimeType = "application/octet-stream", Buffer = [0x50, 0x4B, 3, 4, 0, 0, 0, 0] });

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Excel");
    }

    private static Task DropAsync(IPage page, string csv) =>
        page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "roster.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
}
