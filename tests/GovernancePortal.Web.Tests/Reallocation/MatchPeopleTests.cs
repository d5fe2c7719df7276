using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.MatchPeople;
using GovernancePortal.Web.Features.Reallocation.ScreenImpact;
using GovernancePortal.Web.Features.Reallocation.Solving;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Reallocation;

/// <summary>Matching and screening, asked by people and over HTTP.</summary>
public sealed class MatchPeopleTests : IAsyncLifetime
{
    private static readonly Role[] Others = [.. Enum.GetValues<Role>().Where(r => r != Role.HumanResources)];

    private TestPortal _portal = null!;
    private IAsyncDisposable _server = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        (_server, _client) = await _portal.ServeInMemoryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Cases_are_answered_over_HTTP_as_the_reference_answers_them()
    {
        await UseKeyAsync(ApiScopes.ReallocationMatch);
        var cases = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Reallocation", "cases", "match.json")))!.AsArray();
        foreach (var one in cases)
        {
            var answer = await PostAsync("match", one!["input"]!);

            var expected = one["expected"]!;
            answer["placed"]!.GetValue<int>().ShouldBe(expected["placed"]!.GetValue<int>(), one["title"]!.GetValue<string>());
            answer["totalCost"]!.GetValue<int>().ShouldBe(expected["totalCost"]!.GetValue<int>());
            answer["matrix"]!.AsArray().Select(r => r!.AsArray().Count).ShouldBe(expected["matrix"]!.AsArray().Select(r => r!.AsArray().Count));
            foreach (var (given, wanted) in answer["assignments"]!.AsArray().Zip(expected["assignments"]!.AsArray())) given!["person"]!.GetValue<string>().ShouldBe(wanted!["person"]!.GetValue<string>());
            Seats(answer).ShouldAllBe(s => s.Taken <= one["input"]!["roles"]!.AsArray().Single(r => r!["id"]!.GetValue<string>() == s.Role)!["seats"]!.GetValue<int>());
        }

        (await _portal.InDb(db => db.LedgerEntries.CountAsync())).ShouldBe(0, "nothing is written");
    }

    [Fact]
    public void The_solver_finds_the_optimum_of_random_problems()
    {
        var random = new Random(31);
        for (var round = 0; round < 200; round++)
        {
            var (people, roles) = (random.Next(1, 7), random.Next(1, 5));
            var arcs = (from p in Enumerable.Range(0, people) from r in Enumerable.Range(0, roles) where random.NextDouble() < 0.6 select new MatchArc(p, r, random.Next(0, 10_001))).ToArray();
            var problem = new MatchProblem(people, [.. Enumerable.Range(0, roles).Select(_ => random.Next(0, 3))], arcs);

            var solved = new FlowSolver().Solve(problem, TestContext.Current.CancellationToken);

            Value(problem, solved).ShouldBe(Best(problem, 0, [.. problem.Seats]), $"round {round}");
        }
    }

    [Fact]
    public void Nobody_is_left_out_for_a_better_score_of_the_others()
    {
        // A chain: each could sit well at no cost, but then the last has no seat; placing all moves everybody to the seat that costs most.
        const int people = 400;
        var arcs = Enumerable.Range(0, people).SelectMany(p => new[] { new MatchArc(p, p, 10_000), new MatchArc(p, p + 1, 0) }).Where(a => a.Role < people).ToArray();
        var problem = new MatchProblem(people, [.. Enumerable.Repeat(1, people)], arcs);

        new FlowSolver().Solve(problem, TestContext.Current.CancellationToken).Count(r => r is not null).ShouldBe(people);
    }

    [Fact]
    public async Task Human_resources_alone_matches_and_screens()
    {
        var match = new MatchPeopleQuery(new MatchBody { People = [new("a", Level.Mid)], Roles = [new("r", Level.Mid)] });
        var screen = new ScreenImpactQuery([new("A", 100, 90), new("B", 60, 40), new("C", 4, 1)]);

        var matched = (await _portal.SendAs(Role.HumanResources, match)).Value;
        (matched.Placed, matched.Assignments.Single().Role, matched.Assignments.Single().Reason).ShouldBe((1, "r", "best"));
        var screened = (await _portal.SendAs(Role.HumanResources, screen)).Value;
        (screened.Reference, screened.Flag).ShouldBe(("A", true));
        screened.Rows.Select(r => (r.Group, r.Status, r.Favourable)).ShouldBe([("A", "ok", 90), ("B", "flag", 40), ("C", "tooSmall", null)]);
        foreach (var role in Others)
        {
            (await _portal.SendAs(role, match)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
            (await _portal.SendAs(role, screen)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        }
    }

    [Fact]
    public async Task No_key_and_a_key_without_the_scope_are_refused()
    {
        (await _client.PostAsJsonAsync("/api/v1/reallocation/match", new { })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await UseKeyAsync(ApiScopes.ScenariosEvaluate);
        foreach (var path in new[] { "match", "adverse-impact" }) (await _client.PostAsJsonAsync($"/api/v1/reallocation/{path}", new { groups = Array.Empty<object>() })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_once_with_its_place()
    {
        await UseKeyAsync(ApiScopes.ReallocationMatch);
        var response = await _client.PostAsJsonAsync("/api/v1/reallocation/match", new
        {
            minScore = 2,
            people = new object[] { new { id = "a", level = "mid", skills = new { review = 9 } }, new { id = "a", level = "mid" } },
            roles = new object[] { new { id = "r", level = "mid", seats = -1, skills = new object[] { new { skill = "review", level = 3, weight = -1 } } } },
        });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var fields = (await response.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.ToJsonString();
        foreach (var field in new[] { "minScore", "people", "people[0].Skills", "roles[0].Seats", "roles[0].Skills[0]" }) fields.ShouldContain(field, Case.Insensitive);
        (await _client.PostAsJsonAsync("/api/v1/reallocation/match", new { people = new object[] { new { id = "a", level = "guru" } } })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _client.PostAsJsonAsync("/api/v1/reallocation/match", new { roles = new object?[] { null } })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _client.PostAsJsonAsync("/api/v1/reallocation/adverse-impact", new { groups = new object[] { new { group = "a", total = 3, favourable = 4 } } })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _client.PostAsJsonAsync("/api/v1/reallocation/adverse-impact", new { })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static (int Left, long Cost) Value(MatchProblem problem, IReadOnlyList<int?> roles)
    {
        for (var role = 0; role < problem.Seats.Count; role++) roles.Count(r => r == role).ShouldBeLessThanOrEqualTo(problem.Seats[role]);
        return (roles.Count(r => r is null), roles.Select((r, p) => r is { } role ? (long)problem.Arcs.Single(a => a.Person == p && a.Role == role).Cost : 0).Sum());
    }

    /// <summary>Tries everything from a person on: fewest left out, then least cost.</summary>
    private static (int Left, long Cost) Best(MatchProblem problem, int person, int[] seats)
    {
        if (person == problem.People) return (0, 0);
        var without = Best(problem, person + 1, seats);
        var best = (Left: without.Left + 1, without.Cost);
        foreach (var arc in problem.Arcs.Where(a => a.Person == person && seats[a.Role] > 0))
        {
            seats[arc.Role]--;
            var rest = Best(problem, person + 1, seats);
            seats[arc.Role]++;
            if ((rest.Left, rest.Cost + arc.Cost).CompareTo(best) < 0) best = (rest.Left, rest.Cost + arc.Cost);
        }

        return best;
    }

    private static IEnumerable<(string Role, int Taken)> Seats(JsonNode answer) =>
        answer["assignments"]!.AsArray().Select(a => a!["role"]?.GetValue<string>()).OfType<string>().GroupBy(r => r, StringComparer.Ordinal).Select(g => (g.Key, g.Count()));

    private async Task<JsonNode> PostAsync(string path, JsonNode body)
    {
        var response = await _client.PostAsJsonAsync($"/api/v1/reallocation/{path}", body);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    private async Task UseKeyAsync(string scope)
    {
        var key = ApiKey.Generate();
        var now = _portal.Clock.GetUtcNow();
        await _portal.InDb(db =>
        {
            db.ApiKeys.Add(new ApiKey("HR system", key, [scope], _portal.Root.Id, now, now.AddDays(30)));
            return db.SaveChangesAsync();
        });
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }
}
