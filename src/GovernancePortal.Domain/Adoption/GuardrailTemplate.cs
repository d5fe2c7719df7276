using System.Collections.Frozen;

namespace GovernancePortal.Domain.Adoption;

/// <summary>
/// The guardrails a kind of work starts from. All kinds carry every required type; where a kind of work has nothing to measure, a type warns instead of blocking.
/// A target may be stricter than its template, and looser only with a reason.
/// </summary>
/// <param name="Key">Stable; stands in the database and in the ledger.</param>
/// <param name="For">Which work it is meant for, in one sentence.</param>
public sealed record GuardrailTemplate(string Key, string Name, string For, IReadOnlyList<GuardrailSettings> Guardrails)
{
    public const int KeyMaxLength = 32;

    public GuardrailSettings? Of(GuardrailType type) => Guardrails.FirstOrDefault(g => g.Type == type);

    /// <summary>Whether a guardrail lets pass what the template would not.</summary>
    public bool IsLoosenedBy(GuardrailType type, GuardrailMode mode, double enter, double exit)
    {
        // What the template does not ask for is measured against the catalogue, so that adding a guardrail is never looser by itself.
        var standard = Of(type) ?? GuardrailCatalogue.Of(type).Defaults with { Mode = GuardrailMode.Warn };
        var looser = standard.Direction == Direction.Min ? enter < standard.Enter || exit < standard.Exit : enter > standard.Enter || exit > standard.Exit;
        return looser || (mode == GuardrailMode.Warn && standard.Mode == GuardrailMode.Block);
    }

    /// <summary>What the template blocks by and these types leave out.</summary>
    public IReadOnlyList<GuardrailType> LeftOutBy(IEnumerable<GuardrailType> types) => [.. Guardrails.Where(g => g.Mode == GuardrailMode.Block).Select(g => g.Type).Except(types)];
}

/// <summary>The templates there are.</summary>
public static class GuardrailTemplates
{
    public static readonly GuardrailTemplate Engineering = new(
        "engineering",
        "Engineering, production systems",
        "Work that changes systems people rely on: every required guardrail blocks.",
        [
            .. GuardrailCatalogue.Mandatory.Select(Block),
            Block(GuardrailType.NamedOwner),
            Block(GuardrailType.OutcomeNotWorse),
            Warn(GuardrailType.IncidentBurnRate),
            Warn(GuardrailType.ReworkRate),
        ]);

    public static readonly GuardrailTemplate Office = new(
        "office",
        "Office work",
        "Texts, analyses and decisions that reach no production system: changes, their failures and reviewers only warn, because there may be none to count.",
        [
            Block(GuardrailType.LiteracyCoverage),
            Warn(GuardrailType.SeniorSignOff),
            Block(GuardrailType.IncidentErrorBudget),
            Warn(GuardrailType.ChangeFailureRate),
            Block(GuardrailType.KbFreshness),
            Block(GuardrailType.UnsupervisedProductionAccess),
            Warn(GuardrailType.ReviewerUtilisation),
            Warn(GuardrailType.HallucinationRate),
            Block(GuardrailType.NamedOwner),
            Block(GuardrailType.OutcomeNotWorse),
        ]);

    public static readonly GuardrailTemplate Customers = new(
        "customers",
        "Customer contact",
        "Answers that reach customers: wrong answers block, and the pages behind them have to be fresher.",
        [
            Block(GuardrailType.LiteracyCoverage),
            Warn(GuardrailType.SeniorSignOff),
            Block(GuardrailType.IncidentErrorBudget),
            Warn(GuardrailType.ChangeFailureRate),
            Block(GuardrailType.KbFreshness) with { Enter = 0.90, Exit = 0.95 },
            Block(GuardrailType.UnsupervisedProductionAccess),
            Block(GuardrailType.ReviewerUtilisation),
            Block(GuardrailType.HallucinationRate) with { Enter = 0.05, Exit = 0.03 },
            Block(GuardrailType.NamedOwner),
            Block(GuardrailType.OutcomeNotWorse),
        ]);

    private static readonly FrozenDictionary<string, GuardrailTemplate> ByKey = new[] { Engineering, Office, Customers }.ToFrozenDictionary(t => t.Key, StringComparer.Ordinal);

    public static IReadOnlyList<GuardrailTemplate> All { get; } = [Engineering, Office, Customers];

    /// <summary>Null when there is none of that name.</summary>
    public static GuardrailTemplate? Find(string key) => ByKey.GetValueOrDefault(key);

    private static GuardrailSettings Block(GuardrailType type) => GuardrailCatalogue.Of(type).Defaults with { Mode = GuardrailMode.Block };

    private static GuardrailSettings Warn(GuardrailType type) => GuardrailCatalogue.Of(type).Defaults with { Mode = GuardrailMode.Warn };
}
