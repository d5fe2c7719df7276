using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.E2E.Platform;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed class KnowledgeJourney(PortalHost host)
{
    private const string Title = "On-call handbook";

    [Fact]
    public async Task A_page_that_is_quarantined_in_the_browser_is_withheld_from_agents_until_somebody_verifies_it()
    {
        var page = await host.InDb(db => db.KnowledgePages.AsNoTracking().SingleAsync(p => p.Title == Title));
        using var agent = await AgentAsync();
        (await ReadAsync(agent, page))["mayBeRead"]!.GetValue<bool>().ShouldBeTrue();

        await using var steward = await Visitor.SignedInAsync(host, Role.KnowledgeSteward);
        await steward.OpenAsync($"/knowledge/{page.Id}");
        await steward.Page.GetByRole(AriaRole.Link, new() { Name = "Quarantine" }).ClickAsync();
        await steward.Page.GetByLabel("Reason").FillAsync("It names a pager that nobody carries.");
        await PressAsync(steward, "Quarantine page");
        await Assertions.Expect(steward.Page.Locator(".finding")).ToContainTextAsync("Agents may not read this page");

        var held = await ReadAsync(agent, page);
        (held["mayBeRead"]!.GetValue<bool>(), held["reason"]!.GetValue<string>()).ShouldBe((false, "quarantined"));

        await steward.Page.GetByRole(AriaRole.Link, new() { Name = "Verify", Exact = true }).ClickAsync();
        await PressAsync(steward, "I have read it and it is right");
        await Assertions.Expect(steward.Page.Locator(".finding")).ToContainTextAsync("Agents may read this page");

        (await ReadAsync(agent, page))["mayBeRead"]!.GetValue<bool>().ShouldBeTrue();
        await Assertions.Expect(steward.Page.GetByText("It names a pager that nobody carries.").First).ToBeVisibleAsync();
        steward.Complaints.ShouldBeEmpty();
    }

    private async Task<HttpClient> AgentAsync()
    {
        var (text, now) = (ApiKey.Generate(), TimeProvider.System.GetUtcNow());
        await host.InDb(async db =>
        {
            var root = await db.Units.SingleAsync(u => u.ParentId == null);
            db.ApiKeys.Add(new ApiKey("Agent", text, [ApiScopes.KnowledgeRead], root.Id, now, now.AddDays(1)));
            return await db.SaveChangesAsync();
        });
        return new HttpClient { BaseAddress = new Uri(host.Address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", text) } };
    }

    private static async Task<JsonNode> ReadAsync(HttpClient agent, KnowledgePage page)
    {
        var feed = JsonNode.Parse(await agent.GetStringAsync(new Uri("/api/v1/knowledge/feed?include=withheld", UriKind.Relative)))!;
        return feed["pages"]!.AsArray().Single(p => p!["url"]!.GetValue<string>() == page.Url)!;
    }

    private static Task PressAsync(Visitor visitor, string button) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
