using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

public enum PushPullKind
{
    /// <summary>What was pushed was stopped for a time.</summary>
    Pause = 0,

    /// <summary>A move or a cut was taken back.</summary>
    Reversal = 1,

    /// <summary>A position that had gone was filled again.</summary>
    Rehire = 2,
}

public readonly record struct PushPullId(Guid Value) : ITypedId<PushPullId>
{
    public static PushPullId New() => new(Guid.CreateVersion7());

    public static PushPullId From(Guid value) => new(value);
}

/// <summary>One time that something was pushed and then pulled back, with what had been forecast beside what came of it. It names nobody.</summary>
public sealed class PushPullEntry
{
    public const int TextMaxLength = 500;

    private PushPullEntry() { }

    public PushPullId Id { get; private set; }

    /// <summary>The plan it belongs to.</summary>
    public PlanId PlanId { get; private set; }

    public UnitId UnitId { get; private set; }

    public PushPullKind Kind { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>How many positions it is about.</summary>
    public int Positions { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>What had been expected, as it was written down before.</summary>
    public string Forecast { get; private set; } = "";

    public string Outcome { get; private set; } = "";

    public string RecordedByName { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public static Result<PushPullEntry> Create(ReallocationPlan plan, PushPullKind kind, DateOnly on, int positions, string reason, string outcome, string byName, DateTimeOffset now)
    {
        if (!plan.IsPublic) return PlanErrors.Not(PlanState.Published, plan.State);
        if (on > now.UtcDay()) return PlanErrors.At(nameof(On), "This day is still to come.");
        if (on < plan.PublishedAt!.Value.UtcDay()) return PlanErrors.At(nameof(On), "This is before the plan was published.");
        if (positions is < 1 or > 100_000) return PlanErrors.At(nameof(Positions), "State how many positions, 1 or more.");
        if (Fault(nameof(Reason), reason, "Say why.") is { } unreasoned) return unreasoned;
        if (Fault(nameof(Outcome), outcome, "Say what came of it.") is { } unknown) return unknown;
        return new PushPullEntry
        {
            Id = PushPullId.New(),
            PlanId = plan.Id,
            UnitId = plan.UnitId,
            Kind = kind,
            On = on,
            Positions = positions,
            Reason = reason.Trim(),
            Forecast = ForecastOf(plan, kind),
            Outcome = outcome.Trim(),
            RecordedByName = byName,
            RecordedAt = now,
        };
    }

    private static Error? Fault(string field, string text, string empty) =>
        string.IsNullOrWhiteSpace(text) ? PlanErrors.At(field, empty)
        : text.Trim().Length > TextMaxLength ? PlanErrors.At(field, $"Use at most {TextMaxLength} characters.")
        : null;

    private static string ForecastOf(ReallocationPlan plan, PushPullKind kind) =>
        plan.Forecast is not { } f ? "Nothing was forecast."
        : kind switch
        {
            PushPullKind.Rehire => FormattableString.Invariant($"{f.Refill:0.#} of {f.Moves} positions filled again within a year."),
            PushPullKind.Reversal => FormattableString.Invariant($"{f.Regret:0.#} of {f.Moves} moves not to last a year."),
            _ => FormattableString.Invariant($"{f.Moves} moves with {f.TrainingMonths:0.#} months of training, and no pause."),
        };
}
