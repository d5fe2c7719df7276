using System.Globalization;

namespace GovernancePortal.Domain.Adoption;

/// <summary>How far a target is from being allowed, as one figure and one sentence. It shows progress; only <see cref="Guardrail.IsBlocking"/> decides.</summary>
public static class TargetReadiness
{
    /// <summary>No requirement that does not hold may look met.</summary>
    private const double Almost = 0.99;

    public static double Of(IReadOnlyCollection<Guardrail> guardrails)
    {
        double weights = 0, reached = 0;
        foreach (var guardrail in guardrails)
        {
            weights += guardrail.Weight;
            reached += guardrail.Weight * (guardrail.Holds ? 1 : Math.Min(Almost, guardrail.Settings.Progress(guardrail.LastValue)));
        }

        var share = weights > 0 ? reached / weights : 1;
        return guardrails.Any(g => g.IsBlocking) ? Math.Min(share, Almost) : share;
    }

    /// <summary>As in "97% ready, blocked by literacy 82% (needs 90%) and knowledge-base freshness 72% (needs 90%)".</summary>
    public static string Describe(IReadOnlyCollection<Guardrail> guardrails)
    {
        var ready = Of(guardrails);
        var percent = ready >= 1 ? 100 : Math.Min(99, Math.Round(ready * 100, MidpointRounding.AwayFromZero));
        var blockers = guardrails.Where(g => g.IsBlocking).Select(DescribeBlocker).ToList();
        var figure = string.Create(CultureInfo.InvariantCulture, $"{percent}% ready");
        return blockers.Count == 0 ? figure : $"{figure}, blocked by {Enumerate(blockers)}";
    }

    /// <summary>As in "literacy 82% (needs 90%)", and why when the value alone does not say it.</summary>
    public static string DescribeBlocker(Guardrail guardrail)
    {
        var definition = GuardrailCatalogue.Of(guardrail.Type);
        var (value, exit) = Reading(definition.Unit, guardrail.LastValue, guardrail.Exit);
        var needs = guardrail.Direction == Direction.Max && guardrail.Exit > 0 ? exit + " or less" : exit;
        var inARow = guardrail.LastStatus == GuardrailStatus.Pass ? $", {Times(guardrail.ClearAfter)} in a row" : "";
        return $"{definition.Name} {value}{Doubt(guardrail)} (needs {needs}{inARow})";

        string Doubt(Guardrail g) => (g.LastStatus, g.LastValue) switch
        {
            (GuardrailStatus.Unknown, null) => "without data",
            (GuardrailStatus.Fail, null) => "beyond any limit",
            (GuardrailStatus.Unknown, _) when g.LastSample < g.MinSample => string.Create(CultureInfo.InvariantCulture, $" from only {g.LastSample} of {g.MinSample} cases"),
            (GuardrailStatus.Unknown, _) => " but out of date",
            _ => "",
        };
    }

    /// <summary>Value and need with as few decimals as keep them apart: "89.9%" that needs "90%" is not read as "90%".</summary>
    private static (string Value, string Exit) Reading(GuardrailUnit unit, double? value, double exit)
    {
        for (var decimals = unit == GuardrailUnit.Multiple ? 1 : 0; ; decimals++)
        {
            var need = Format(unit, exit, decimals);
            if (value is not { } x) return ("", need);

            var read = Format(unit, x, decimals);
            if (read != need || x.Equals(exit) || decimals == 4) return (read, need);
        }
    }

    private static string Format(GuardrailUnit unit, double value, int decimals)
    {
        if (unit == GuardrailUnit.YesNo) return value >= 1 ? "yes" : "no";

        var (factor, suffix) = unit switch
        {
            GuardrailUnit.Percent => (100.0, "%"),
            GuardrailUnit.Multiple => (1.0, " times"),
            _ => (1.0, ""),
        };
        var rounded = Math.Round(value * factor, decimals, MidpointRounding.AwayFromZero);
        // "0.####" drops trailing zeros, so that a need of 90% stays 90% beside a value of 89.9%; adding 0 turns -0 into 0.
        return (rounded + 0.0).ToString("0.####", CultureInfo.InvariantCulture) + suffix;
    }

    private static string Times(int count) => count == 2 ? "twice" : string.Create(CultureInfo.InvariantCulture, $"{count} times");

    private static string Enumerate(List<string> parts) =>
        parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";
}
