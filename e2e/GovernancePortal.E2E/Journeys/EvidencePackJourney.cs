using System.IO.Compression;
using System.Security.Cryptography;
using GovernancePortal.Domain.Access;
using GovernancePortal.E2E.Platform;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed class EvidencePackJourney(PortalHost host)
{
    [Fact]
    public async Task An_auditor_opens_the_pack_of_a_past_day_and_takes_it_away()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.Auditor);
        var page = visitor.Page;
        await visitor.OpenAsync("/");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("evidence pack") }).ClickAsync();
        await Assertions.Expect(page.Locator("h1[tabindex]")).ToContainTextAsync("AI literacy evidence pack");

        // Long enough ago that nothing of it changes while other journeys log and correct.
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-40);
        await page.GetByLabel("As of").FillAsync($"{day:yyyy-MM-dd}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show this day" }).ClickAsync();
        await page.WaitForURLAsync($"**/literacy/evidence-pack?on={day:yyyy-MM-dd}");
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync($"On {day:d MMM yyyy}");
        await Assertions.Expect(page.Locator("blockquote")).ToContainTextAsync("a sufficient level of AI literacy");
        var hash = await page.GetByTestId("hash").TextContentAsync();

        var workbook = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the workbook" }).ClickAsync());
        var lines = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the lines that are hashed" }).ClickAsync());

        workbook.SuggestedFilename.ShouldBe($"evidence-pack-{day:yyyy-MM-dd}.xlsx");
        await using var archive = await ZipFile.OpenReadAsync(await workbook.PathAsync(), TestContext.Current.CancellationToken);
        archive.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ShouldBe(11);
        Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(await lines.PathAsync(), TestContext.Current.CancellationToken))).ShouldBe(hash);
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_paper_there_is_the_pack_alone()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.Executive);
        var page = visitor.Page;
        await visitor.OpenAsync("/literacy/evidence-pack");
        await Assertions.Expect(page.GetByTestId("hash")).ToBeVisibleAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Download the workbook" })).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Form, new() { Name = "Day" })).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByTestId("hash")).ToBeVisibleAsync();
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_told_at_its_field()
    {
        await using var visitor = await Visitor.SignedInAsync(host, Role.GovernanceOfficer);
        await visitor.OpenAsync("/literacy/evidence-pack?on=soon");

        await Assertions.Expect(visitor.Page.Locator("#On-err")).ToContainTextAsync("is no day that can be read");
        visitor.Complaints.ShouldBeEmpty();
    }
}
