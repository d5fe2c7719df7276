using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Tests.Conventions;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Literacy;

/// <summary>A training system that sends statements with a key, a person and a course that they speak of.</summary>
internal sealed class StatementOffice : IAsyncDisposable
{
    public const string Activity = "https://courses.larkfield.example/ai-advice";
    public const string Email = "linnet.marsh@larkfield.example";

    private readonly IAsyncDisposable _server;

    private StatementOffice(TestPortal portal, IAsyncDisposable server, HttpClient client) => (Portal, _server, Client, Training) = (portal, server, client, new TrainingOffice(portal));

    public TestPortal Portal { get; }

    public TrainingOffice Training { get; }

    public HttpClient Client { get; }

    public Person Person { get; private set; } = null!;

    public Course Course { get; private set; } = null!;

    public static async Task<StatementOffice> OpenAsync()
    {
        var portal = await TestPortal.StartAsync();
        var (server, client) = await portal.ServeInMemoryAsync();
        var office = new StatementOffice(portal, server, client);
        office.Person = await portal.AddPersonAsync("Linnet Marsh", change: p => p.SetContact(Email));
        office.Course = await office.AddCourseAsync("Reading AI advice critically", Activity);
        await office.Training.RequireAsync(office.Course);
        await portal.InDb(db =>
        {
            db.PersonLogins.Add(new PersonLogin("https://learn.larkfield.example/", "linnet", office.Person.Id));
            return db.SaveChangesAsync();
        });
        await office.UseKeyAsync(portal.Root);
        return office;
    }

    public async Task<Course> AddCourseAsync(string name, string activity)
    {
        var course = new Course(CourseId.New(), $"C-{Guid.NewGuid():N}"[..12], name, "", validityMonths: 12);
        course.AddVersion(new CourseVersion(course.Id, "2", Training.Today.AddDays(-800), "Ask for the source."));
        course.AddVersion(new CourseVersion(course.Id, "3", Training.Today.AddDays(-100), "Read the source."));
        course.Describe(name, 12, ownerId: null, "", UseRoles.Uses, activity);
        await Training.AddAsync(course);
        return course;
    }

    public async Task UseKeyAsync(Unit unit, string scope = ApiScopes.StatementsWrite)
    {
        var key = ApiKey.Generate();
        await Portal.InDb(db =>
        {
            db.ApiKeys.Add(new ApiKey("Training system", key, [scope], unit.Id, Portal.Clock.GetUtcNow(), Portal.Clock.GetUtcNow().AddDays(30)));
            return db.SaveChangesAsync();
        });
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public static string Sample(string name) => File.ReadAllText(Path.Combine(Source.Root, "tests", "GovernancePortal.Web.Tests", "Samples", "xapi", name));

    public static JsonArray Sequence(string name) => JsonNode.Parse(Sample(name))!.AsArray();

    /// <summary>A statement outside cmi5 about the person and the course.</summary>
    public static JsonObject Statement(string verb = "passed", string? actor = null, string activity = Activity, Guid? id = null, string? result = null, string? timestamp = "2026-11-20T10:00:00Z")
    {
        var statement = JsonNode.Parse($$"""{ "actor": {{actor ?? $$"""{ "mbox": "mailto:{{Email}}" }"""}}, "verb": { "id": "http://adlnet.gov/expapi/verbs/{{verb}}" }, "object": { "id": "{{activity}}" } }""")!.AsObject();
        if (id is { } given) statement["id"] = given.ToString();
        if (result is not null) statement["result"] = JsonNode.Parse(result);
        if (timestamp is not null) statement["timestamp"] = timestamp;
        return statement;
    }

    public Task<HttpResponseMessage> PostAsync(JsonNode body) => PostAsync(body.ToJsonString());

    public Task<HttpResponseMessage> PostAsync(string body) => Client.PostAsync("/api/v1/xapi/statements", new StringContent(body, Encoding.UTF8, "application/json"));

    public async Task SendAsync(params IEnumerable<JsonNode?> statements)
    {
        foreach (var statement in statements) (await PostAsync(statement!.DeepClone())).EnsureSuccessStatusCode();
    }

    public static async Task<JsonNode> BodyAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    public Task<List<Completion>> CompletionsAsync() => Portal.InDb(db => db.Completions.Where(c => c.VoidedAt == null).OrderBy(c => c.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        await Portal.DisposeAsync();
    }
}
