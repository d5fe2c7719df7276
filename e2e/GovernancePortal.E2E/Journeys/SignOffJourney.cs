using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Access;
using GovernancePortal.E2E.Platform;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GovernancePortal.E2E.Journeys;

public sealed class SignOffJourney(PortalHost host)
{
    [Fact]
    public async Task A_change_waits_until_a_reviewer_signs_it_off_and_waits_again_after_a_push()
    {
        using var build = new HttpClient { BaseAddress = new Uri(host.Address) };
        build.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await KeyAsync());
        var author = await host.InDb(async db => (await db.ProposedChanges.Where(c => c.Number == 231).Select(c => c.Author).FirstAsync()));

        var first = await SendAsync(build, author, "5160ff00aa01");
        first["verdict"]!.GetValue<string>().ShouldBe("pending");

        await using var reviewer = await Visitor.SignedInAsync(host, Role.Reviewer);
        await reviewer.OpenAsync($"/changes/{first["id"]}");
        await Assertions.Expect(reviewer.Page.Locator(".finding")).ToContainTextAsync("It waits for a reviewer");
        await reviewer.Page.GetByLabel("What you looked at (optional)").FillAsync("The retry and its test.");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Sign off this commit" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator(".finding")).ToContainTextAsync("this commit is signed off");
        (await GateAsync(build, first)).ShouldBe("allow");

        var second = await SendAsync(build, author, "5160ff00aa02");
        second["verdict"]!.GetValue<string>().ShouldBe("pending");
        (await GateAsync(build, first)).ShouldBe("deny");
        await reviewer.OpenAsync($"/changes/{first["id"]}");
        await Assertions.Expect(reviewer.Page.Locator(".finding")).ToContainTextAsync("Another commit was pushed since");
        reviewer.Complaints.ShouldBeEmpty();
    }

    private static async Task<JsonNode> SendAsync(HttpClient build, string author, string commit)
    {
        var answer = await build.PostAsJsonAsync("/api/v1/changes", new { repository = "larkfield/checkout-api", number = 900, commit, title = "Wait longer for the bank", author, aiInvolvement = "Declared" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static async Task<string> GateAsync(HttpClient build, JsonNode change) =>
        (await build.GetFromJsonAsync<JsonNode>($"/api/v1/changes/{change["id"]}/gate"))!["verdict"]!.GetValue<string>();

    private async Task<string> KeyAsync()
    {
        var key = ApiKey.Generate();
        await host.InDb(async db =>
        {
            var root = await db.Units.Where(u => u.ParentId == null).Select(u => u.Id).SingleAsync();
            db.ApiKeys.Add(new ApiKey("Builds", key, [ApiScopes.Changes], root, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)));
            return await db.SaveChangesAsync();
        });
        return key;
    }
}
