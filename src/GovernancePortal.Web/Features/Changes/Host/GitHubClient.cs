using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using GovernancePortal.Domain.Changes;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>Speaks to GitHub's REST API, version 2022-11-28.</summary>
internal sealed partial class GitHubClient(HttpClient http, GitHubApp app, IOptions<GitHubOptions> options)
{
    private const int PageSize = 100;
    private const int MostPages = 50;
    private const int MostCommitPages = 3;

    /// <summary>Makes a check run, or brings the one that is there up to date; answers with its id.</summary>
    public async Task<long> TellCheckAsync(HostAnswer answer, CancellationToken cancellationToken)
    {
        var run = new
        {
            name = options.Value.CheckName,
            head_sha = answer.Commit,
            external_id = answer.Id.ToString(CultureInfo.InvariantCulture),
            details_url = answer.ChangeId is { } id && options.Value.PublicAddress.Length > 0 ? $"{options.Value.PublicAddress.TrimEnd('/')}/changes/{id}" : null,
            status = answer.Verdict == GateVerdict.Pending ? "in_progress" : "completed",
            conclusion = answer.Verdict switch { GateVerdict.Allow => "success", GateVerdict.Deny => "failure", _ => null },
            output = new { title = answer.Verdict switch { GateVerdict.Allow => "Signed off or not needed", GateVerdict.Deny => "Refused", _ => "Waits for sign-off" }, summary = answer.Words.Length == 0 ? "Waits." : answer.Words },
        };
        // An answer whose receipt was lost made a run that is found by its name.
        var known = answer.CheckRun ?? await FindCheckAsync(answer, cancellationToken);
        var made = known is { } there
            ? await SendAsync(HttpMethod.Patch, $"repos/{answer.Repository}/check-runs/{there}", run, answer.Installation, cancellationToken)
            : await SendAsync(HttpMethod.Post, $"repos/{answer.Repository}/check-runs", run, answer.Installation, cancellationToken);
        return made?.Number("id") ?? known ?? throw new HttpRequestException("The answer holds no id.");
    }

    /// <summary>Lets a deployment go on, or stops it.</summary>
    public Task TellDeploymentAsync(HostAnswer answer, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Post,
            answer.Target,
            new { environment_name = answer.Environment, state = answer.Verdict == GateVerdict.Allow ? "approved" : "rejected", comment = answer.Words },
            answer.Installation,
            cancellationToken);

    /// <summary>The app's installation at a repository; null where it is not installed.</summary>
    public async Task<long?> InstallationAsync(string repository, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(HttpMethod.Get, $"repos/{repository}/installation", body: null, app.Token(), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        return (await ReadAsync(response, cancellationToken))?.Number("id");
    }

    /// <summary>All open pull requests of a repository.</summary>
    public async Task<IReadOnlyList<JsonElement>> OpenPullsAsync(string repository, long installation, CancellationToken cancellationToken)
    {
        var pulls = new List<JsonElement>();
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await SendAsync(HttpMethod.Get, $"repos/{repository}/pulls?state=open&sort=created&direction=asc&per_page={PageSize}&page={page}", body: null, installation, cancellationToken);
            if (answer is not { ValueKind: JsonValueKind.Array } list) break;
            pulls.AddRange(list.EnumerateArray());
            if (list.GetArrayLength() < PageSize) break;
        }

        return pulls;
    }

    public Task<JsonElement?> PullAsync(string repository, int number, long installation, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, $"repos/{repository}/pulls/{number}", body: null, installation, cancellationToken);

    /// <summary>The messages of a pull request's commits; GitHub tells 250 at most.</summary>
    public async Task<IReadOnlyList<string>> CommitMessagesAsync(string repository, int number, long installation, CancellationToken cancellationToken)
    {
        var messages = new List<string>();
        for (var page = 1; page <= MostCommitPages; page++)
        {
            var answer = await SendAsync(HttpMethod.Get, $"repos/{repository}/pulls/{number}/commits?per_page={PageSize}&page={page}", body: null, installation, cancellationToken);
            if (answer is not { ValueKind: JsonValueKind.Array } list) break;
            messages.AddRange(list.EnumerateArray().Select(c => c.Text("commit", "message")));
            if (list.GetArrayLength() < PageSize) break;
        }

        return messages;
    }

    /// <summary>What GitHub tried to deliver to the app, the newest first; it keeps three days.</summary>
    public async Task<IReadOnlyList<JsonElement>> DeliveriesAsync(CancellationToken cancellationToken)
    {
        var deliveries = new List<JsonElement>();
        var cursor = "";
        for (var page = 1; page <= MostPages; page++)
        {
            using var response = await AskAsync(HttpMethod.Get, $"app/hook/deliveries?per_page={PageSize}{cursor}", body: null, app.Token(), cancellationToken);
            if (await ReadAsync(response, cancellationToken) is not { ValueKind: JsonValueKind.Array } list) break;
            deliveries.AddRange(list.EnumerateArray());
            if (NextCursor(response) is not { } next) break;
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }

        return deliveries;
    }

    /// <summary>Asks GitHub to deliver once more.</summary>
    public async Task RedeliverAsync(long delivery, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(HttpMethod.Post, $"app/hook/deliveries/{delivery}/attempts", body: null, app.Token(), cancellationToken);
        await ReadAsync(response, cancellationToken);
    }

    // Only the cursor of the next page is taken over, so that a header cannot lead elsewhere.
    private static string? NextCursor(HttpResponseMessage response)
    {
        var link = response.Headers.TryGetValues("Link", out var links) ? string.Join(',', links) : "";
        var match = NextPage().Match(link);
        return match.Success ? Uri.UnescapeDataString(match.Groups["cursor"].Value) : null;
    }

    [GeneratedRegex("[?&]cursor=(?<cursor>[^&>]+)[^>]*>;\\s*rel=\"next\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextPage();

    private async Task<long?> FindCheckAsync(HostAnswer answer, CancellationToken cancellationToken)
    {
        var found = await SendAsync(HttpMethod.Get, $"repos/{answer.Repository}/commits/{answer.Commit}/check-runs?check_name={Uri.EscapeDataString(options.Value.CheckName)}&app_id={Uri.EscapeDataString(options.Value.AppId)}", body: null, answer.Installation, cancellationToken);
        return found is { } runs ? runs.Items("check_runs").Select(r => r.Number("id")).FirstOrDefault(id => id is not null) : null;
    }

    private async Task<JsonElement?> SendAsync(HttpMethod method, string address, object? body, long installation, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(method, address, body, await TokenAsync(installation, cancellationToken), cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized) app.Forget(installation);
        return await ReadAsync(response, cancellationToken);
    }

    private async Task<string> TokenAsync(long installation, CancellationToken cancellationToken)
    {
        if (app.Kept(installation) is { } kept) return kept;
        using var response = await AskAsync(HttpMethod.Post, $"app/installations/{installation}/access_tokens", body: null, app.Token(), cancellationToken);
        var answer = await ReadAsync(response, cancellationToken);
        if (answer is not { } got || got.Text("token") is not { Length: > 0 } token || got.Time("expires_at") is not { } until) throw new HttpRequestException("The installation gave no token.");
        app.Keep(installation, token, until);
        return token;
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, object? body, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType());
        return await http.SendAsync(request, cancellationToken);
    }

    // What GitHub answers is told by its status alone: its text may hold what does not belong into a log.
    private static async Task<JsonElement?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode) throw new HttpRequestException($"GitHub answered {(int)response.StatusCode}.", inner: null, response.StatusCode);
        if (response.StatusCode == HttpStatusCode.NoContent || response.Content.Headers.ContentLength == 0) return null;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        return document.RootElement.Clone();
    }
}
