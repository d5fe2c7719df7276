using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.E2E.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed class RegisterJourney(PortalHost host)
{
    [Fact]
    public async Task An_employee_reports_friction_with_the_keyboard_alone()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.Employee);
        var page = visitor.Page;
        await visitor.OpenAsync("/");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Report friction" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/friction/new");

        // The heading takes the focus when a page comes up. Each step waits for the one before it, as somebody who looks at the screen does.
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Report friction", Exact = true })).ToBeFocusedAsync();
        var (tool, kind, minutes) = (page.GetByLabel("Tool"), page.GetByRole(AriaRole.Radio).First, page.GetByLabel("Minutes lost"));
        await Assertions.Expect(tool.Locator("option").First).ToBeAttachedAsync();
        await tool.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(kind).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(kind).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(minutes).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("20");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("It named a setting that does not exist.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("Thank you");
        (await host.InDb(db => db.FrictionReports.CountAsync(r => r.Minutes == 20 && r.Text == "It named a setting that does not exist."))).ShouldBe(1);
    }

    [Fact]
    public async Task An_agent_without_a_gate_fails_the_guardrail_of_its_unit_at_the_next_evaluation()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.GovernanceOfficer);
        var page = visitor.Page;
        await visitor.OpenAsync("/tools/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Shelf agent");
        await page.GetByLabel("Kind").SelectOptionAsync("Agent");
        await page.GetByLabel("Vendor").FillAsync("Larkfield Retail");
        await page.GetByLabel("Purpose").FillAsync("Changes prices on electronic shelves.");
        await page.GetByLabel("Data it may read").FillAsync("Prices and stock.");
        await page.GetByLabel("Risk tier").SelectOptionAsync("High");
        await page.GetByLabel("Autonomy").SelectOptionAsync("ActsAlone");
        await page.GetByLabel("Systems it can change").FillAsync("store-till");
        await page.GetByLabel("It can change production").CheckAsync();
        await Assertions.Expect(page.GetByText("Nobody stands between it and production.")).ToBeVisibleAsync();
        await ChooseAsync(page, "Owner", await OwnerAsync());
        await ChooseAsync(page, "Units in which it may be used", await host.InDb(db => db.Units.Where(u => u.Name == "Store systems").Select(u => u.Path).SingleAsync()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Add unit" }).ClickAsync();
        await page.GetByLabel("First approved day").FillAsync(Day(-1));
        await page.GetByLabel("Review due").FillAsync(Day(90));
        await page.GetByRole(AriaRole.Button, new() { Name = "Register", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("h1[tabindex]")).ToContainTextAsync("No gate");
        var target = await host.InDb(db => db.AdoptionTargets.Where(t => db.Units.Any(u => u.Id == t.Scope && u.Name == "Store systems")).Select(t => t.Id).FirstAsync());
        await visitor.OpenAsync($"/targets/{target.Value}/evaluate");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("1 registered entry can change production and nobody holds a gate in front of it");
    }

    private static async Task ChooseAsync(IPage page, string label, string text)
    {
        var field = page.GetByLabel(label);
        await field.FillAsync(text);
        // What the field offers arrives from the server.
        await page.Locator($"datalist option[value=\"{text}\"]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private Task<string> OwnerAsync() =>
        host.InDb(db => db.People.Where(p => db.Units.Any(u => u.Id == p.UnitId && u.Name == "Store systems")).OrderBy(p => p.SearchName).Select(p => p.Name + ", " + p.EmployeeNumber).FirstAsync());

    private static string Day(int fromToday) => TimeProvider.System.GetUtcNow().AddDays(fromToday).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
