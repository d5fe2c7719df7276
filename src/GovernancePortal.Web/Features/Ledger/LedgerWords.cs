using System.Text.Json;
using System.Text.RegularExpressions;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Ledger;

/// <summary>What an entry says, in plain words. A kind that is not in the catalogue reads as its subject and its facts.</summary>
public static partial class LedgerWords
{
    private const int LongWord = 40;
    private const string TargetKinds = "target.";

    private static readonly Dictionary<string, Func<Facts, string>> Sentences =
        new(StringComparer.Ordinal)
        {
            ["role.assigned"] = f => $"{f.Subject}: {f.Role}, {f["unit"] ?? f["unitId"]}",
            ["role.removed"] = f => $"{f.Subject}: no longer {f.Role}, {f["unit"] ?? f["unitId"]}",
            ["user.invited"] = f => f.Is("again") ? $"{f.Subject}, again" : f.Subject,
            ["user.removed"] = f => f.Subject,
            ["apikey.created"] = f => $"{f.Subject}: {f["scopes"]}, {f["unit"]}",
            ["apikey.withdrawn"] = f => f.Subject,
            ["import.committed"] = f => $"{f["kind"]}: {f["accepted"]} accepted, {f["unchanged"]} unchanged, {f["rejected"]} rejected",
            ["figures.corrected"] = f => f["count"] is "1" ? "1 figure that stood there before" : $"{f["count"]} figures that stood there before",
            ["ledger.verified"] = f => $"{f["entries"]} entries were found whole",
            ["evidence.kept"] = f => $"{f["contentType"]}, {f["bytes"]} bytes",
            ["evidence-pack.made"] = f => $"As of {f["on"]}, {f["form"]}, SHA-256 {f["sha256"]}",
            ["statements.received"] = f => f["statements"] is "1" ? "1 statement" : $"{f["statements"]} statements",
            ["statements.retried"] = f => $"{f["found"]} of {f["looked"]} have a person and a course now",
            ["training.received"] = f => $"{f.Subject}: {f["added"]} added to the record, {f["voided"]} voided",
            ["tool.none-stated"] = f => $"{f.Subject}: no tool or agent can change production, {f["note"]}",
            ["friction.published"] = f => $"{f["from"]} to {f["to"]}: {f["reports"]} reports, {f["units"]} units shown",
            ["usage.refused"] = f => f["unit"] is { } unit ? $"{unit}: use of {f["asked"]} was asked for and refused" : $"Use of {f["asked"]} was asked for and refused",
            ["demo.seeded"] = f => $"{f["people"]} people in {f["units"]} units",
        };

    private static IReadOnlyList<string> Literacy =>
        ["course.added", "course.changed", "course.version-added", "course.retired", "requirement.added", "requirement.revised", "requirement.refreshed", "requirement.retired", "oversight.marked", "tool.added", "tool.changed", "tool.accepted", "tool.retired"];

    /// <summary>Kinds that can be chosen in the list's filter.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [
            .. Sentences.Keys.Concat(["user.credentials-reset", "target.proposed", "target.accepted", "target.approved", "target.active", "target.paused", "target.acknowledged", "target.achieved", "target.rejected", "target.retired", "target.waiver-asked", "target.waiver-agreed", "target.waiver-ended", .. Literacy])
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>As in "Role assigned".</summary>
    public static string Title(string kind)
    {
        var words = kind.Replace('.', ' ').Replace('-', ' ').Replace("apikey", "API key", StringComparison.Ordinal);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>The entry as one sentence, with what was struck and what took its place.</summary>
    public static IReadOnlyList<LedgerText> Sentence(LedgerEntry entry, LedgerNames names)
    {
        using var payload = Read(entry.Payload);
        if (payload is null) return [LedgerText.Plain("The payload cannot be read.")];

        var facts = new Facts(names.Of(entry.Subject), payload.RootElement, names);
        if (entry.Kind == "tool.changed") return [.. ToolChange(facts)];
        if (entry.Kind.StartsWith(TargetKinds, StringComparison.Ordinal)) return [LedgerText.Plain(Target(facts))];
        return Sentences.TryGetValue(entry.Kind, out var sentence) ? [LedgerText.Plain(sentence(facts))] : [.. FactByFact(facts)];
    }

    // What a target went through: its states, the guardrails that failed, what somebody said about it.
    private static string Target(Facts facts)
    {
        var parts = new List<string>();
        if (facts["before"] is { } before && facts["after"] is { } after) parts.Add($"{before} to {after}");
        if (facts.Failing() is { Count: > 0 } failing) parts.Add($"{string.Join(" and ", failing)} {(failing.Count == 1 ? "fails" : "fail")}");
        if (facts["guardrail"] is { } guardrail) parts.Add(facts["until"] is { } until ? $"{guardrail} until {until}" : guardrail);
        if (facts["due"] is { } due) parts.Add($"due {due}");
        if ((facts["reason"] ?? facts["correctiveAction"] ?? facts["action"]) is { } said) parts.Add($"“{said}”");
        return parts.Count == 0 ? facts.Subject : $"{facts.Subject}: {string.Join(", ", parts)}";
    }

    // What stood before is struck, what was put in its place stands beside it; what stayed is not repeated.
    private static IEnumerable<LedgerText> ToolChange(Facts facts)
    {
        yield return LedgerText.Plain(facts.Subject);
        if (!facts.Payload.TryGetProperty("before", out var before) || !facts.Payload.TryGetProperty("after", out var after)) yield break;
        foreach (var fact in after.EnumerateObject())
        {
            var was = before.TryGetProperty(fact.Name, out var old) ? old.ToString() : "";
            var now = fact.Value.ToString();
            if (was.Equals(now, StringComparison.Ordinal)) continue;
            yield return LedgerText.Plain($"; {Label(fact.Name)} ");
            foreach (var text in Correction((was.Length == 0 ? "nothing" : was, now.Length == 0 ? "nothing" : now), facts)) yield return text;
        }
    }

    private static IEnumerable<LedgerText> FactByFact(Facts facts)
    {
        yield return LedgerText.Plain(facts.Subject);
        var separator = ": ";
        if (Corrected(facts.Payload) is { } whole)
        {
            yield return LedgerText.Plain(separator);
            foreach (var text in Correction(whole, facts)) yield return text;
            separator = "; ";
        }

        foreach (var fact in facts.Payload.EnumerateObject())
        {
            if (fact.Name is "struck" or "now") continue;
            if (Corrected(fact.Value) is { } correction)
            {
                yield return LedgerText.Plain($"{separator}{Label(fact.Name)} ");
                foreach (var text in Correction(correction, facts)) yield return text;
            }
            else if (facts[fact.Name] is { } value)
            {
                yield return LedgerText.Plain($"{separator}{Label(fact.Name)} {value}");
            }
            else
            {
                continue;
            }

            separator = "; ";
        }
    }

    private static IEnumerable<LedgerText> Correction((string Struck, string Now) correction, Facts facts)
    {
        yield return new LedgerText(LedgerTextKind.Struck, facts.Name(correction.Struck));
        if (correction.Now.Length == 0) yield break;

        yield return LedgerText.Plain(" ");
        yield return new LedgerText(LedgerTextKind.Added, facts.Name(correction.Now));
    }

    private static (string Struck, string Now)? Corrected(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("struck", out var struck)
            ? (struck.ToString(), value.TryGetProperty("now", out var now) ? now.ToString() : "")
            : null;

    private static string Label(string name) => Capital().Replace(name, m => " " + m.Value.ToLowerInvariant());

    private static JsonDocument? Read(string payload)
    {
        try
        {
            var document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : null;
        }
        catch (JsonException)
        {
            return null; // a damaged row is shown as such; the verification names it
        }
    }

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capital();

    private sealed record Facts(string Subject, JsonElement Payload, LedgerNames Names)
    {
        public string Role => this["role"] is { } role && Enum.TryParse<Role>(role, ignoreCase: true, out var known) ? RoleNames.Of(known) : this["role"] ?? "";

        /// <summary>A simple value in words; null for what is not there or has parts of its own.</summary>
        public string? this[string name] =>
            Payload.TryGetProperty(name, out var value)
                ? value.ValueKind switch
                {
                    JsonValueKind.String => Name(value.GetString()!),
                    JsonValueKind.Number => value.TryGetInt64(out var number) ? Say.Count(number) : value.ToString(),
                    JsonValueKind.True => "yes",
                    JsonValueKind.False => "no",
                    _ => null,
                }
                : null;

        /// <summary>The guardrails that the payload says do not hold.</summary>
        public IReadOnlyList<string> Failing() =>
            Payload.TryGetProperty("guardrails", out var guardrails) && guardrails.ValueKind == JsonValueKind.Array
                ? [.. guardrails.EnumerateArray().Where(Fails).Select(g => Label(g.GetProperty("type").ToString()).Trim())]
                : [];

        public bool Is(string name) => Payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

        private static bool Fails(JsonElement guardrail) =>
            guardrail.ValueKind == JsonValueKind.Object
            && guardrail.TryGetProperty("holds", out var holds)
            && holds.ValueKind == JsonValueKind.False
            && guardrail.TryGetProperty("type", out _);

        public string Name(string text)
        {
            var named = Names.Of(text);
            return named.Length > LongWord && !named.Contains(' ', StringComparison.Ordinal) ? $"{named[..4]}…{named[^4..]}" : named;
        }
    }
}
