using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Changes;

/// <summary>An organisation with a registered system, an author with a login, a trained senior, and a build that has a key.</summary>
internal sealed class ChangeOffice : IAsyncDisposable
{
    public const string Repository = "larkfield/checkout-api";

    private readonly IAsyncDisposable _server;

    private ChangeOffice(TestPortal portal, IAsyncDisposable server, HttpClient client) => (Portal, _server, Client) = (portal, server, client);

    public TestPortal Portal { get; }

    public HttpClient Client { get; }

    public Person Author { get; private set; } = null!;

    public Person Senior { get; private set; } = null!;

    public Guid Reviewer { get; private set; }

    public Course Course { get; private set; } = null!;

    public DateTimeOffset Now => Portal.Clock.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public static async Task<ChangeOffice> OpenAsync(Dictionary<string, string?>? settings = null)
    {
        var portal = await TestPortal.StartAsync(settings: settings);
        var (server, client) = await portal.ServeInMemoryAsync(settings);
        var office = new ChangeOffice(portal, server, client);
        office.Author = await portal.AddPersonAsync("Linnet Marsh", change: p => AtLevel(p, Level.Junior));
        office.Course = new Course(CourseId.New(), "AI-1", "Reading AI advice critically", "1", validityMonths: 12);
        await portal.InDb(db =>
        {
            db.Courses.Add(office.Course);
            db.LiteracyRequirements.Add(new LiteracyRequirement(LiteracyRequirementId.New(), portal.Root.Id, office.Course.Id, "", null, 0));
            db.PersonLogins.Add(new PersonLogin(UsageTools.GitHub, "linnet", office.Author.Id));
            db.CodeSystems.Add(new CodeSystem("checkout-api", portal.Checkout.Id, Criticality.Medium, null));
            db.CodeSystems.Add(new CodeSystem("payments", portal.Payments.Id, Criticality.High, null));
            return db.SaveChangesAsync();
        });
        (office.Senior, office.Reviewer) = await office.AddReviewerAsync("Heron Sedge");
        await office.UseKeyAsync(portal.Root);
        return office;
    }

    public static void AtLevel(Person person, Level level) => person.SetPost(person.UnitId, null, level, "Engineer", isContractor: false, "");

    /// <summary>A reviewer of the whole organisation with an account; trained unless said otherwise.</summary>
    public async Task<(Person Person, Guid User)> AddReviewerAsync(string name, Level level = Level.Senior, bool trained = true, Unit? unit = null)
    {
        var person = await Portal.AddPersonAsync(name, change: p => AtLevel(p, level));
        if (trained) await TrainAsync(person, Course);
        return (person, await Portal.AddUserAsync(Role.Reviewer, unit, person.Id));
    }

    public async Task TrainAsync(Person person, Course course)
    {
        await Portal.InDb(db =>
        {
            db.Completions.Add(new Completion(person.Id, course.Id, "1", Today.AddDays(-10), CompletionResult.Passed, Now));
            return db.SaveChangesAsync();
        });
        await Portal.RefreshCoverageAsync();
    }

    public async Task UseKeyAsync(Unit unit, string scope = ApiScopes.Changes)
    {
        var key = ApiKey.Generate();
        await Portal.InDb(db =>
        {
            db.ApiKeys.Add(new ApiKey("Builds", key, [scope], unit.Id, Now, Now.AddDays(30)));
            return db.SaveChangesAsync();
        });
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>A change of the junior author in the registered system.</summary>
    public static JsonObject Change(string commit = "aaaaaaa1", int number = 7, string author = "linnet", string system = "checkout-api", string involvement = "Declared") => new()
    {
        ["repository"] = Repository,
        ["number"] = number,
        ["commit"] = commit,
        ["title"] = "Retry the charge once",
        ["url"] = "https://code.larkfield.example/larkfield/checkout-api/pull/7",
        ["author"] = author,
        ["aiInvolvement"] = involvement,
        ["systems"] = new JsonArray(system),
    };

    public Task<HttpResponseMessage> PostAsync(JsonNode change) => Client.PostAsJsonAsync("/api/v1/changes", change);

    public async Task<JsonNode> SendAsync(JsonNode change)
    {
        var response = await PostAsync(change);
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return JsonNode.Parse(body)!;
    }

    public async Task<JsonNode> GateAsync(JsonNode change)
    {
        var response = await Client.GetAsync($"/api/v1/changes/{IdOf(change)}/gate");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public static ChangeId IdOf(JsonNode change) => new(change["id"]!.GetValue<Guid>());

    public static string Verdict(JsonNode change) => change["verdict"]!.GetValue<string>();

    public static IEnumerable<string> Codes(JsonNode change) => change["reasons"]!.AsArray().Select(r => r!["code"]!.GetValue<string>());

    public Task<ProposedChange> LoadAsync(JsonNode change)
    {
        var id = IdOf(change);
        return Portal.InDb(db => db.ProposedChanges.AsNoTracking().SingleAsync(c => c.Id == id));
    }

    public Task<int> EntriesAsync(string kind) => Portal.InDb(db => db.LedgerEntries.CountAsync(e => e.Kind == kind));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        await Portal.DisposeAsync();
    }
}
