using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Adoption.Reading;

/// <summary>Figures, states and dates of targets as pages word them.</summary>
public static class TargetWords
{
    public static string Title(string? metric, double? value) => $"{Value(metric, value)} {Name(metric)}";

    public static string Name(string? metric) => metric == TargetMetrics.WeeklyActiveShare ? "weekly AI use" : metric ?? "";

    public static string Value(string? metric, double? value) =>
        value is not { } x ? "no figure" : metric == TargetMetrics.WeeklyActiveShare ? Percent(x) : $"{x:0.##}";

    public static string Percent(double share) => Say.Percent(share);

    public static string Date(DateTimeOffset time) => Date(time.UtcDay());

    public static string Date(DateOnly date) => Say.Day(date);

    /// <summary>As in "since 13 Oct 2026, 41 days".</summary>
    public static string Since(DateTimeOffset since, DateTimeOffset now)
    {
        var days = (now.UtcDateTime.Date - since.UtcDateTime.Date).Days;
        return $"since {Date(since)}, {days} {(days == 1 ? "day" : "days")}";
    }

    /// <summary>The status mark of a state; see the symbols of <c>MarkSymbols</c>.</summary>
    public static string Shape(TargetState state) => state switch
    {
        TargetState.Active => "active",
        TargetState.Paused => "paused",
        TargetState.Proposed => "wait",
        TargetState.Approved or TargetState.Achieved => "done",
        TargetState.Retired => "struck",
        _ => "open",
    };

    /// <summary>A guardrail's value or threshold in its own unit.</summary>
    public static string Figure(GuardrailType type, double value) => GuardrailCatalogue.Of(type).Unit switch
    {
        GuardrailUnit.Percent => $"{Math.Round(value * 100, 1, MidpointRounding.AwayFromZero) + 0.0:0.#;−0.#}%",
        GuardrailUnit.Multiple => $"{value:0.#} times",
        GuardrailUnit.YesNo => value >= 1 ? "yes" : "no",
        _ => $"{value:0.##}",
    };

    public static string Needs(GuardrailType type, Direction direction, double exit) =>
        direction == Direction.Max ? exit == 0 ? "needs none" : $"needs {Figure(type, exit)} or less" : $"needs {Figure(type, exit)}";

    public static string FailsAt(GuardrailType type, Direction direction, double enter) =>
        enter is > 0 and < 0.001 ? "fails at none" : $"fails {(direction == Direction.Min ? "under" : "over")} {Figure(type, enter)}";

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Enumerate(IReadOnlyList<string> parts) =>
        parts.Count <= 1 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";
}
