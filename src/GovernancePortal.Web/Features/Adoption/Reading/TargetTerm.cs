using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Adoption.Reading;

/// <summary>One thing that a target says of itself, in words, so that two versions of it can be compared.</summary>
public sealed record TargetTerm(string Name, string Words)
{
    internal static IReadOnlyList<TargetTerm> Of(AdoptionTarget target, string unitPath, string? owner, string? deputy) =>
    [
        new("Unit", Say.UnitPath(unitPath)),
        new("Goal", $"{TargetWords.Title(target.Metric, target.TargetValue)}, from {TargetWords.Value(target.Metric, target.BaselineValue)}"),
        new("Time", $"{Day(target.StartDate)} to {Day(target.DueDate)}"),
        new("Owner and deputy", $"{owner ?? "nobody"}, {deputy ?? "no deputy"}"),
        new("Outcome it must not worsen", $"{target.OutcomeMetric} against {target.OutcomeBaseline:0.##}"),
        new("Kind of work", GuardrailTemplates.Find(target.Template)?.Name ?? target.Template),
        .. target.Guardrails.Select(g => new TargetTerm(
            TargetWords.Capital(GuardrailCatalogue.Of(g.Type).Name),
            $"{(g.Mode == GuardrailMode.Block ? "blocks" : "warns")}, {TargetWords.Needs(g.Type, g.Direction, g.Exit)}, {TargetWords.FailsAt(g.Type, g.Direction, g.Enter)}")),
    ];

    /// <summary>What stands otherwise now than when it was looked at; as in "Goal: 95% weekly AI use, from 40%, was 60% weekly AI use, from 40%".</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<TargetTerm> seen, IReadOnlyList<TargetTerm> now)
    {
        var before = seen.ToDictionary(t => t.Name, t => t.Words, StringComparer.Ordinal);
        var after = now.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. now.Where(t => before.GetValueOrDefault(t.Name) != t.Words).Select(t => $"{t.Name}: {t.Words}; was {before.GetValueOrDefault(t.Name, "not there")}"),
            .. seen.Where(t => !after.Contains(t.Name)).Select(t => $"{t.Name}: no longer there; was {t.Words}"),
        ];
    }

    private static string Day(DateOnly? day) => day is { } date ? TargetWords.Date(date) : "no day";
}
