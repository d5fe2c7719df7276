namespace GovernancePortal.Domain.Changes;

/// <summary>Reads from commit messages, labels and logins whether AI took part.</summary>
public static class AiTrailers
{
    // What the makers of these tools document as their mark in commits and pull requests; lower case.
    private static readonly string[] CoAuthors = ["copilot@github.com", "+copilot@users.noreply.github.com", "noreply@anthropic.com", "cursoragent@cursor.com", "@aider.chat", "devin-ai-integration[bot]", "noreply@openai.com"];
    private static readonly string[] BotLogins = ["copilot", "copilot-swe-agent[bot]", "claude[bot]", "devin-ai-integration[bot]", "cursor[bot]", "openai-codex[bot]", "chatgpt-codex-connector[bot]", "google-labs-jules[bot]"];
    private static readonly string[] Yes = ["yes", "true", "y", "full", "partial"];
    private static readonly string[] No = ["no", "false", "n", "none"];

    /// <summary>What a message says, with the line that says it; the strongest statement wins.</summary>
    public static (AiInvolvement Involvement, string Line) Read(string? message)
    {
        var found = (Involvement: AiInvolvement.NotDeclared, Line: "");
        foreach (var line in (message ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var said = OfLine(line);
            if (said > found.Involvement) found = (said, line);
        }

        return found;
    }

    /// <summary>What the messages of all commits of a change say. One that says AI took part speaks for all; that it did not has to stand in each.</summary>
    public static (AiInvolvement Involvement, string Line) ReadAll(IReadOnlyCollection<string> messages)
    {
        if (messages.Count == 0) return (AiInvolvement.NotDeclared, "");
        var said = messages.Select(Read).ToArray();
        var strongest = said.MaxBy(s => s.Involvement);
        return strongest.Involvement > AiInvolvement.None || Array.TrueForAll(said, s => s.Involvement == AiInvolvement.None) ? strongest : (AiInvolvement.NotDeclared, "");
    }

    public static AiInvolvement OfLabel(string label) =>
        label.Trim().ToLowerInvariant().Replace(' ', '-') switch
        {
            "ai-assisted" or "ai-generated" or "ai" or "ai-assisted:-yes" => AiInvolvement.Declared,
            "no-ai" or "ai-assisted:-no" => AiInvolvement.None,
            _ => AiInvolvement.NotDeclared,
        };

    /// <summary>Whether a login is that of an agent that writes code.</summary>
    public static bool IsAgentLogin(string login) => BotLogins.Contains(login.Trim(), StringComparer.OrdinalIgnoreCase);

    private static AiInvolvement OfLine(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return AiInvolvement.NotDeclared;
        var value = line[(colon + 1)..].Trim();
        return line[..colon].Trim().ToLowerInvariant() switch
        {
            "co-authored-by" when CoAuthors.Any(mark => value.Contains(mark, StringComparison.OrdinalIgnoreCase)) => AiInvolvement.Detected,
            "assisted-by" or "generated-by" when value.Length > 0 => AiInvolvement.Declared,
            "ai-assisted" when Yes.Contains(value, StringComparer.OrdinalIgnoreCase) => AiInvolvement.Declared,
            "ai-assisted" when No.Contains(value, StringComparer.OrdinalIgnoreCase) => AiInvolvement.None,
            _ => AiInvolvement.NotDeclared,
        };
    }
}
