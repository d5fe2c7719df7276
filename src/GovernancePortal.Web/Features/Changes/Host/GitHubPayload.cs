using System.Globalization;
using System.Text.Json;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Usage;

namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>Reads GitHub's payloads. What is missing or has another type is nothing; nothing of a payload is trusted to be there.</summary>
internal static class GitHubPayload
{
    private const int MostLabels = 50;

    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var here = element;
        foreach (var name in path)
        {
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(name, out here)) return null;
        }

        return here.ValueKind == JsonValueKind.Null ? null : here;
    }

    public static string Text(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path) is { ValueKind: JsonValueKind.String } found ? Read(found) : "";

    public static long? Number(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt64(out var number) ? number : null;

    public static DateTimeOffset? Time(this JsonElement element, params ReadOnlySpan<string> path) =>
        DateTimeOffset.TryParse(element.Text(path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];

    /// <summary>A pull request as it was at its <c>updated_at</c>; null when it lacks what names a change.</summary>
    public static ChangeReport? Report(JsonElement pull, string repository)
    {
        if (repository.Length is 0 or > ProposedChange.RepositoryMaxLength || pull.Number("number") is not (> 0 and <= int.MaxValue and var number)) return null;
        if (!IsCommit(pull.Text("head", "sha")) || pull.Time("updated_at") is not { } seenAt) return null;

        var login = pull.Text("user", "login");
        var isAgent = AiTrailers.IsAgentLogin(login);
        var (involvement, source, note) = Involvement(pull);
        var merged = pull.Time("merged_at");
        return new ChangeReport(repository, (int)number, pull.Text("head", "sha"), seenAt)
        {
            Provider = UsageTools.GitHub,
            Title = pull.Text("title"),
            Url = pull.Text("html_url"),
            // For an agent's change: who asked it to, as far as the host says.
            Author = isAgent ? pull.Items("assignees").Select(a => a.Text("login")).FirstOrDefault(l => l.Length > 0 && !AiTrailers.IsAgentLogin(l)) ?? "" : login,
            Agent = isAgent ? login : "",
            Involvement = isAgent ? AiInvolvement.Detected : involvement,
            InvolvementSource = isAgent ? InvolvementSource.Tool : source,
            InvolvementNote = isAgent ? login : note,
            State = merged is not null ? ChangeState.Merged : pull.Text("state").Equals("closed", StringComparison.Ordinal) ? ChangeState.Closed : ChangeState.Open,
            ReleasedAt = merged,
        };
    }

    private static string Read(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is no text.
            return "";
        }
    }

    public static bool IsCommit(string sha) => sha.Length is >= 7 and <= ProposedChange.CommitMaxLength && sha.All(char.IsAsciiHexDigit);

    private static (AiInvolvement Involvement, InvolvementSource Source, string Note) Involvement(JsonElement pull)
    {
        var byBody = AiTrailers.Read(pull.Text("body"));
        var label = pull.Items("labels").Take(MostLabels).Select(l => l.Text("name")).Select(n => (Said: AiTrailers.OfLabel(n), Name: n)).OrderByDescending(l => l.Said).ThenBy(l => l.Name, StringComparer.Ordinal).FirstOrDefault();
        if (byBody.Involvement == AiInvolvement.NotDeclared && label.Said == AiInvolvement.NotDeclared) return (AiInvolvement.NotDeclared, InvolvementSource.Nobody, "");
        return byBody.Involvement >= label.Said ? (byBody.Involvement, InvolvementSource.Trailer, byBody.Line) : (label.Said, InvolvementSource.Label, label.Name);
    }
}
