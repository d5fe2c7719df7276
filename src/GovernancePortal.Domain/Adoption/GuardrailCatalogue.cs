using System.Collections.Frozen;

namespace GovernancePortal.Domain.Adoption;

/// <summary>One guardrail type in words, with the thresholds it starts from.</summary>
/// <param name="Name">Plain name, as it stands in a sentence.</param>
/// <param name="Meaning">What it asks for, in one sentence.</param>
/// <param name="Formula">How the value is worked out, in words.</param>
public sealed record GuardrailDefinition(string Name, string Meaning, string Formula, GuardrailUnit Unit, bool IsMandatory, GuardrailSettings Defaults)
{
    public GuardrailType Type => Defaults.Type;
}

/// <summary>Every guardrail type, its defaults, and which ones no target may go without.</summary>
public static class GuardrailCatalogue
{
    private static readonly FrozenDictionary<GuardrailType, GuardrailDefinition> ByType = Definitions().ToFrozenDictionary(d => d.Type);

    private static readonly FrozenDictionary<string, GuardrailType> ByName = Enum.GetValues<GuardrailType>().ToFrozenDictionary(t => t.ToString(), StringComparer.Ordinal);

    /// <summary>In the order of the types.</summary>
    public static IReadOnlyList<GuardrailDefinition> All { get; } = [.. ByType.Values.OrderBy(d => d.Type)];

    /// <summary>A target without one of these is not approved.</summary>
    public static IReadOnlyList<GuardrailType> Mandatory { get; } = [.. All.Where(d => d.IsMandatory).Select(d => d.Type)];

    public static GuardrailDefinition Of(GuardrailType type) => ByType[type];

    /// <summary>The type with exactly this name; numbers are not names.</summary>
    public static bool TryParse(string? name, out GuardrailType type)
    {
        type = default;
        return name is not null && ByName.TryGetValue(name, out type);
    }

    private static IEnumerable<GuardrailDefinition> Definitions() =>
    [
        new(
            "literacy",
            "People who may use AI here have been trained for their role.",
            "People in scope with a valid certificate for their role, of all people in scope who have AI access.",
            GuardrailUnit.Percent,
            IsMandatory: true,
            new(GuardrailType.LiteracyCoverage, Direction.Min, Enter: 0.85, Exit: 0.90)),
        new(
            "senior sign-off",
            "A senior or principal other than the author approves AI-assisted changes by junior and mid authors before deployment.",
            "AI-assisted changes by junior and mid authors approved that way, of all such changes in the last 28 days.",
            GuardrailUnit.Percent,
            IsMandatory: true,
            new(GuardrailType.SeniorSignOff, Direction.Min, Enter: 0.98, Exit: 1.00) { BreachAfter = 1 }),
        new(
            "incident budget left",
            "AI-related incidents have not used up the minutes that were set aside for four weeks.",
            "One minus AI-related incident minutes, weighted by severity, in the last 28 days, divided by the budget.",
            GuardrailUnit.Percent,
            IsMandatory: true,
            new(GuardrailType.IncidentErrorBudget, Direction.Min, Enter: 0.0001, Exit: 0.25) { BreachAfter = 1 }),
        new(
            "incident burn rate",
            "The incident budget is not being used up much faster than planned.",
            "Incident minutes a day in the last 7 days, divided by the budget for a day.",
            GuardrailUnit.Multiple,
            IsMandatory: false,
            new(GuardrailType.IncidentBurnRate, Direction.Max, Enter: 4, Exit: 2)),
        new(
            "change failure rate",
            "AI-assisted changes rarely fail in production.",
            "Failed AI-assisted changes, of all AI-assisted changes in the last 28 days; under 200 changes, the lower end of the 95% range. Where delivery data are imported, of all deployments.",
            GuardrailUnit.Percent,
            IsMandatory: true,
            new(GuardrailType.ChangeFailureRate, Direction.Max, Enter: 0.15, Exit: 0.10) { MinSample = 30 }),
        new(
            "rework rate",
            "AI-assisted changes seldom have to be undone or written again.",
            "AI-assisted changes reverted or rewritten within 21 days, of all AI-assisted changes.",
            GuardrailUnit.Percent,
            IsMandatory: false,
            new(GuardrailType.ReworkRate, Direction.Max, Enter: 0.15, Exit: 0.10)),
        new(
            "wrong answers",
            "The tools seldom state what is not so.",
            "Sampled answers that vetters judged wrong, of all sampled answers.",
            GuardrailUnit.Percent,
            IsMandatory: false,
            new(GuardrailType.HallucinationRate, Direction.Max, Enter: 0.08, Exit: 0.05) { MinSample = 50 }),
        new(
            "knowledge-base freshness",
            "What AI tools read has an owner and was verified in time.",
            "Retrievals of pages that are owned and verified within their interval, of all retrievals.",
            GuardrailUnit.Percent,
            IsMandatory: true,
            new(GuardrailType.KbFreshness, Direction.Min, Enter: 0.80, Exit: 0.90)),
        new(
            "unsupervised production access",
            "No agent changes production without a person in between.",
            "Agents able to change production without a human gate, plus ungated agent changes in the last 28 days.",
            GuardrailUnit.Count,
            IsMandatory: true,
            new(GuardrailType.UnsupervisedProductionAccess, Direction.Max, Enter: 0, Exit: 0) { BreachAfter = 1, ClearAfter = 1 }),
        new(
            "reviewer workload",
            "Reviewers have the hours that the AI-assisted changes ask for.",
            "AI-assisted changes a week times hours for one, divided by eligible reviewers times hours each has.",
            GuardrailUnit.Percent,
            IsMandatory: true,
            new(GuardrailType.ReviewerUtilisation, Direction.Max, Enter: 1.00, Exit: 0.85)),
        new(
            "named owner",
            "A person and a deputy answer for this.",
            "Yes when owner and deputy are active and have accepted within 90 days, and so have those of every agent that can change production here.",
            GuardrailUnit.YesNo,
            IsMandatory: false,
            new(GuardrailType.NamedOwner, Direction.Min, Enter: 1, Exit: 1)),
        new(
            "outcome",
            "The outcome that matters is no worse than before.",
            "The outcome metric as a share of its baseline, in the direction that is better.",
            GuardrailUnit.Percent,
            IsMandatory: false,
            new(GuardrailType.OutcomeNotWorse, Direction.Min, Enter: 0.95, Exit: 1.00)),
    ];
}
