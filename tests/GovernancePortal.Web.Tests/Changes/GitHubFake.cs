using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GovernancePortal.Web.Tests.Changes;

/// <summary>The part of GitHub's REST API that the portal speaks to, on this machine, as its documentation describes it: it checks who asks and what.</summary>
internal sealed class GitHubFake : IAsyncDisposable
{
    public const long Installation = 99;
    public const string AppId = "4711";

    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);
    private int _next = 1000;

    private GitHubFake(WebApplication app) => _app = app;

    public string Pem => _key.ExportRSAPrivateKeyPem();

    public string Address => $"{_app.Urls.Single()}/";

    /// <summary>What the next requests are answered with before the fake works again.</summary>
    public ConcurrentQueue<int> Failures { get; } = new();

    /// <summary>Check runs by id, as they stand.</summary>
    public ConcurrentDictionary<long, JsonNode> Runs { get; } = new();

    public ConcurrentQueue<(string Method, string Path, JsonNode? Body)> Calls { get; } = new();

    public List<JsonObject> Pulls { get; } = [];

    /// <summary>Messages of the commits of each pull request.</summary>
    public ConcurrentDictionary<int, string[]> Messages { get; } = new();

    /// <summary>Deliveries as GitHub lists them, the newest first.</summary>
    public List<JsonObject> Deliveries { get; } = [];

    /// <summary>Ids of the deliveries that were asked for again.</summary>
    public ConcurrentQueue<long> Redelivered { get; } = new();

    public int Tokens { get; private set; }

    public static async Task<GitHubFake> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var fake = new GitHubFake(app);
        app.Use(fake.WatchAsync);
        app.MapPost("/app/installations/{id:long}/access_tokens", (HttpRequest r, long id) => fake.IsApp(r) && id == Installation ? Results.Json(new { token = $"ghs_{++fake.Tokens}", expires_at = "2026-11-23T07:00:00Z" }, statusCode: 201) : Results.StatusCode(401));
        app.MapGet("/repos/{owner}/{repo}/installation", (HttpRequest r, string repo) => !fake.IsApp(r) ? Results.StatusCode(401) : repo == "checkout-api" ? Results.Json(new { id = Installation }) : Results.StatusCode(404));
        app.MapPost("/repos/{owner}/{repo}/check-runs", async (HttpRequest r) => await fake.MakeRunAsync(r));
        app.MapPatch("/repos/{owner}/{repo}/check-runs/{id:long}", async (HttpRequest r, long id) => await fake.ChangeRunAsync(r, id));
        app.MapGet("/repos/{owner}/{repo}/commits/{sha}/check-runs", (HttpRequest r, string sha) =>
            IsInstallation(r) ? Results.Json(new { check_runs = fake.Runs.Where(x => x.Value["head_sha"]!.GetValue<string>() == sha).Select(x => new { id = x.Key }) }) : Results.StatusCode(401));
        app.MapPost("/repos/{owner}/{repo}/actions/runs/{run:long}/deployment_protection_rule", (HttpRequest r) => IsInstallation(r) ? Results.NoContent() : Results.StatusCode(401));
        app.MapGet("/repos/{owner}/{repo}/pulls", (HttpRequest r, int per_page, int page) =>
            IsInstallation(r) ? Results.Json(fake.Pulls.Where(p => p["state"]!.GetValue<string>() == "open").Skip((page - 1) * per_page).Take(per_page)) : Results.StatusCode(401));
        app.MapGet("/repos/{owner}/{repo}/pulls/{number:int}", (HttpRequest r, int number) => IsInstallation(r) ? Results.Json(fake.Pulls.Single(p => p["number"]!.GetValue<int>() == number)) : Results.StatusCode(401));
        app.MapGet("/repos/{owner}/{repo}/pulls/{number:int}/commits", (HttpRequest r, int number, int per_page, int page) =>
            IsInstallation(r) ? Results.Json(fake.Messages.GetValueOrDefault(number, []).Skip((page - 1) * per_page).Take(per_page).Select(m => new { sha = "x", commit = new { message = m } })) : Results.StatusCode(401));
        app.MapGet("/app/hook/deliveries", (HttpRequest r, int per_page, int? cursor) => fake.IsApp(r) ? fake.ListDeliveries(r, Math.Min(per_page, 100), cursor ?? 0) : Results.StatusCode(401));
        app.MapPost("/app/hook/deliveries/{id:long}/attempts", (HttpRequest r, long id) =>
        {
            if (!fake.IsApp(r)) return Results.StatusCode(401);
            fake.Redelivered.Enqueue(id);
            return Results.Json(new { }, statusCode: 202);
        });
        await app.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        context.Request.Body.Position = 0;
        Calls.Enqueue((context.Request.Method, context.Request.Path.Value!, body.Length == 0 ? null : JsonNode.Parse(body)));
        var isComplete = context.Request.Headers.UserAgent.Count > 0 && context.Request.Headers["X-GitHub-Api-Version"] == "2022-11-28";
        if (!isComplete) context.Response.StatusCode = 403;
        else if (!context.Request.Path.StartsWithSegments("/app", StringComparison.Ordinal) && Failures.TryDequeue(out var status)) context.Response.StatusCode = status;
        else await next(context);
    }

    // The cursor is opaque to whoever asks; here it is a place.
    private IResult ListDeliveries(HttpRequest request, int size, int from)
    {
        if (from + size < Deliveries.Count) request.HttpContext.Response.Headers.Link = $"<{Address}app/hook/deliveries?per_page={size}&cursor={from + size}>; rel=\"next\"";
        return Results.Json(Deliveries.Skip(from).Take(size));
    }

    private async Task<IResult> MakeRunAsync(HttpRequest request)
    {
        if (!IsInstallation(request)) return Results.StatusCode(401);
        var run = (await JsonNode.ParseAsync(request.Body))!;
        if (Fault(run) is { } fault) return Results.Json(new { message = fault }, statusCode: 422);
        var id = Interlocked.Increment(ref _next);
        Runs[id] = run;
        return Results.Json(new { id }, statusCode: 201);
    }

    private async Task<IResult> ChangeRunAsync(HttpRequest request, long id)
    {
        if (!IsInstallation(request)) return Results.StatusCode(401);
        var run = (await JsonNode.ParseAsync(request.Body))!;
        if (!Runs.ContainsKey(id)) return Results.StatusCode(404);
        if (Fault(run) is { } fault) return Results.Json(new { message = fault }, statusCode: 422);
        Runs[id] = run;
        return Results.Json(new { id });
    }

    // A conclusion belongs to a completed run and to no other.
    private static string? Fault(JsonNode run)
    {
        if (run["name"] is null || run["head_sha"] is null || run["output"]?["title"] is null || run["output"]?["summary"] is null) return "missing";
        return run["status"]!.GetValue<string>() == "completed" == (run["conclusion"]?.GetValue<string>() is "success" or "failure") ? null : "conclusion";
    }

    private static bool IsInstallation(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith("Bearer ghs_", StringComparison.Ordinal);

    /// <summary>Whether a token of the app is signed with its key, names it, and lasts at most ten minutes.</summary>
    private bool IsApp(HttpRequest request)
    {
        var parts = request.Headers.Authorization.ToString()["Bearer ".Length..].Split('.');
        if (parts.Length != 3 || !_key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)) return false;
        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]))!;
        return JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[0]))!["alg"]!.GetValue<string>() == "RS256"
            && claims["iss"]!.GetValue<string>() == AppId && claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>() is > 0 and <= 600;
    }
}
