using System.Globalization;
using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Domain.Tools;

/// <summary>What one entry of the register means for production.</summary>
/// <param name="CanChange">It can change production by itself or once it is approved.</param>
/// <param name="IsUngated">Nobody stands in between.</param>
/// <param name="IsAnsweredFor">See <see cref="AiTool.IsAnsweredForOn"/>.</param>
public sealed record RegisteredAccess(bool CanChange, bool IsUngated, DateOnly ReviewDue, bool IsAnsweredFor = false);

/// <summary>How many ungated changes were reported for the last four weeks, and how old the figure is.</summary>
public sealed record UngatedChanges(double Count, int AgeDays);

/// <summary>
/// The value of <see cref="GuardrailType.UnsupervisedProductionAccess"/>: entries able to change production without a human gate, plus ungated changes in 28 days.
/// Where nothing is known there is no value, and none counts as failing.
/// </summary>
public static class ProductionAccess
{
    /// <summary>Changes are counted over so many days.</summary>
    public const int ChangeDays = 28;

    /// <param name="entries">What is approved on the day for the target's units.</param>
    /// <param name="noneStatedOn">When it was last stated that none has access here.</param>
    /// <param name="changes">Null when no figure of the last 28 days was imported.</param>
    /// <param name="date">The day that the step stands for.</param>
    public static (GuardrailObservation? Observation, string Words) Measure(
        IReadOnlyList<RegisteredAccess> entries, DateOnly? noneStatedOn, UngatedChanges? changes, DateOnly date)
    {
        var (open, gated) = (entries.Count(e => e.IsUngated), entries.Count(e => e.CanChange && !e.IsUngated));
        var reported = changes?.Count ?? 0;
        // Harm that is known counts whatever else is not.
        if (open + reported > 0) return (new(open + reported, entries.Count, 0), Harm(open, reported));

        if (entries.Count == 0)
        {
            return noneStatedOn is { } stated
                ? (new(0, 0, date.DayNumber - stated.DayNumber), string.Create(CultureInfo.InvariantCulture, $"On {stated:d MMM yyyy} it was stated that no agent has access to production here."))
                : (null, "No tool or agent is registered for this unit, and nobody has stated that none has access to production.");
        }

        // An agent behind a gate can still go round it, so its changes have to be shown; what cannot change anything needs no such figure.
        if (gated > 0 && changes is null) return (null, $"{Agents(gated)} production behind a gate, and no figure of changes past the gate has come in {ChangeDays} days.");

        // A register that nobody reviews grows old like any other evidence.
        var overdue = entries.Max(e => Math.Max(0, date.DayNumber - e.ReviewDue.DayNumber));
        var age = gated > 0 ? Math.Max(overdue, changes!.AgeDays) : overdue;
        var words = gated > 0 ? $"{Agents(gated)} production, each behind a gate that somebody holds." : "Nothing that is registered here can change production.";
        return (new(0, entries.Count, age), overdue > 0 ? $"{words} The review of the register is {overdue} {(overdue == 1 ? "day" : "days")} overdue." : words);
    }

    private static string Harm(int open, double changes) =>
        (open, changes) switch
        {
            (0, _) => $"{Changes(changes)} passed no gate in {ChangeDays} days.",
            (_, 0) => $"{Agents(open)} production and nobody holds a gate in front of it.",
            _ => $"{Agents(open)} production and nobody holds a gate in front of it; {Changes(changes)} passed none in {ChangeDays} days.",
        };

    private static string Agents(int count) => count == 1 ? "1 registered entry can change" : string.Create(CultureInfo.InvariantCulture, $"{count} registered entries can change");

    private static string Changes(double count) => count == 1 ? "1 change" : string.Create(CultureInfo.InvariantCulture, $"{count:0.##} changes");
}
