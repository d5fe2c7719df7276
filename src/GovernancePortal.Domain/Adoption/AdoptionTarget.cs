using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Adoption;

/// <summary>
/// A number to reach, with an owner, an outcome that must not get worse, and guardrails without which it neither goes live nor stays live.
/// People propose, approve, acknowledge, pause and retire it; <see cref="Evaluate"/> does the rest.
/// </summary>
public sealed partial class AdoptionTarget
{
    public const int MetricMaxLength = 100;
    public const int ReasonMaxLength = 1000;

    private readonly List<Guardrail> _guardrails = [];

    private AdoptionTarget()
    {
    }

    public AdoptionTargetId Id { get; private set; }

    /// <summary>Counts saves; two people who change the same version are told apart by it.</summary>
    public int Version { get; private set; }

    public string? Metric { get; private set; }

    public UnitId? Scope { get; private set; }

    public double? BaselineValue { get; private set; }

    public double? TargetValue { get; private set; }

    public Direction Direction { get; private set; }

    public DateOnly? StartDate { get; private set; }

    public DateOnly? DueDate { get; private set; }

    public PersonId? Owner { get; private set; }

    public string? OutcomeMetric { get; private set; }

    public double? OutcomeBaseline { get; private set; }

    public Direction OutcomeDirection { get; private set; }

    public int AchieveAfter { get; private set; }

    public int MinPauseSteps { get; private set; }

    public bool IncentiveLinkedToUsage { get; private set; }

    /// <summary>Key of the <see cref="GuardrailTemplate"/> its guardrails started from.</summary>
    public string Template { get; private set; } = GuardrailTemplates.Engineering.Key;

    public TargetState State { get; private set; }

    public DateTimeOffset StateSince { get; private set; }

    public DateTimeOffset DraftedAt { get; private set; }

    public PersonId? ProposedBy { get; private set; }

    public DateTimeOffset? ProposedAt { get; private set; }

    public PersonId? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public DateTimeOffset? FirstActiveAt { get; private set; }

    /// <summary>When it was last paused, whether or not it still is.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>Who pulled the cord; null when a guardrail did.</summary>
    public PersonId? PausedBy { get; private set; }

    /// <summary>The words of who paused it; null when a guardrail did.</summary>
    public string? PauseReason { get; private set; }

    public PersonId? AcknowledgedBy { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>What the person who acknowledged the pause says is being done.</summary>
    public string? CorrectiveAction { get; private set; }

    /// <summary>Why the last proposal was sent back.</summary>
    public string? RejectionReason { get; private set; }

    public DateTimeOffset? AchievedAt { get; private set; }

    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Evaluations since the pause began.</summary>
    public int PausedSteps { get; private set; }

    /// <summary>Evaluations in a row, spent active, with the value reached and the outcome no worse.</summary>
    public int StepsAtTarget { get; private set; }

    public DateOnly? LastEvaluatedOn { get; private set; }

    public double? LastMetric { get; private set; }

    public double? LastOutcome { get; private set; }

    /// <summary>As of the last evaluation, 0 to 1; see <see cref="TargetReadiness"/>.</summary>
    public double Readiness { get; private set; }

    /// <summary>In the order in which they are read.</summary>
    public IReadOnlyList<Guardrail> Guardrails => [.. _guardrails.OrderBy(g => g.Position)];

    public IReadOnlyList<Guardrail> Blockers => [.. Guardrails.Where(g => g.IsBlocking)];

    /// <summary>Guardrails that do not hold and would block, were they not waived.</summary>
    public IReadOnlyList<Guardrail> Waived => [.. Guardrails.Where(g => g.IsWaived)];

    /// <summary>As in "97% ready, blocked by literacy 82% (needs 90%)".</summary>
    public string ReadinessText => TargetReadiness.Describe(Guardrails);

    public TargetTerms Terms => new()
    {
        Metric = Metric,
        Scope = Scope,
        BaselineValue = BaselineValue,
        TargetValue = TargetValue,
        Direction = Direction,
        StartDate = StartDate,
        DueDate = DueDate,
        Owner = Owner,
        OutcomeMetric = OutcomeMetric,
        OutcomeBaseline = OutcomeBaseline,
        OutcomeDirection = OutcomeDirection,
        AchieveAfter = AchieveAfter,
        MinPauseSteps = MinPauseSteps,
        IncentiveLinkedToUsage = IncentiveLinkedToUsage,
    };

    /// <summary>A new draft; it may be incomplete, not malformed.</summary>
    public static Result<AdoptionTarget> Draft(TargetTerms terms, DateTimeOffset now)
    {
        var target = new AdoptionTarget { Id = AdoptionTargetId.New(), State = TargetState.Draft, StateSince = now, DraftedAt = now };
        var revision = target.Revise(terms);
        return revision.IsSuccess ? target : revision.Error!;
    }

    /// <summary>Terms change only while it is a draft: what was proposed is what is approved.</summary>
    public Result Revise(TargetTerms terms)
    {
        if (State != TargetState.Draft) return TargetErrors.WrongState("Changing the terms", State);
        if (terms.ShapeFaults() is { Count: > 0 } faults) return TargetErrors.Terms(faults);

        // An acceptance is personal: a new owner has not given one, and nobody has for another unit.
        if (terms.Owner != Owner || terms.Scope != Scope) OwnerAcceptedAt = null;
        if (terms.Scope != Scope) DeputyAcceptedAt = null;
        if (terms.Scope != Scope || (terms.OutcomeMetric, terms.OutcomeBaseline, terms.OutcomeDirection) != (OutcomeMetric, OutcomeBaseline, OutcomeDirection)) ForgetEvidence();
        (Metric, Scope, Owner) = (terms.Metric, terms.Scope, terms.Owner);
        (BaselineValue, TargetValue, Direction) = (terms.BaselineValue, terms.TargetValue, terms.Direction);
        (StartDate, DueDate) = (terms.StartDate, terms.DueDate);
        (OutcomeMetric, OutcomeBaseline, OutcomeDirection) = (terms.OutcomeMetric, terms.OutcomeBaseline, terms.OutcomeDirection);
        (AchieveAfter, MinPauseSteps, IncentiveLinkedToUsage) = (terms.AchieveAfter, terms.MinPauseSteps, terms.IncentiveLinkedToUsage);
        return Result.Success;
    }

    public Result UseTemplate(GuardrailTemplate template)
    {
        if (State != TargetState.Draft) return TargetErrors.WrongState("Changing the template", State);

        Template = template.Key;
        return Result.Success;
    }

    /// <param name="key">Names it within the target; two of the same type need two keys.</param>
    public Result<Guardrail> AddGuardrail(string key, GuardrailSettings settings)
    {
        if (State != TargetState.Draft) return TargetErrors.WrongState("Adding a guardrail", State);
        if (string.IsNullOrWhiteSpace(key) || key.Length > Guardrail.KeyMaxLength) return TargetErrors.GuardrailKey("Name the guardrail, in at most 64 characters.");
        if (Find(key) is not null) return TargetErrors.GuardrailKey("Another guardrail has this name.");
        if (settings.Faults() is { Count: > 0 } faults) return TargetErrors.Guardrail(faults);

        var guardrail = new Guardrail(Id, key, _guardrails.Count == 0 ? 0 : _guardrails.Max(g => g.Position) + 1, settings);
        _guardrails.Add(guardrail);
        return guardrail;
    }

    public Result ReviseGuardrail(string key, GuardrailSettings settings)
    {
        if (State != TargetState.Draft) return TargetErrors.WrongState("Changing a guardrail", State);
        if (Find(key) is not { } guardrail) return TargetErrors.NoSuchGuardrail;
        if (settings.Faults() is { Count: > 0 } faults) return TargetErrors.Guardrail(faults);

        guardrail.Apply(settings);
        return Result.Success;
    }

    public Result RemoveGuardrail(string key)
    {
        if (State != TargetState.Draft) return TargetErrors.WrongState("Removing a guardrail", State);
        if (Find(key) is not { } guardrail) return TargetErrors.NoSuchGuardrail;

        _guardrails.Remove(guardrail);
        return Result.Success;
    }

    /// <summary>Those of the given types, mandatory ones by default, that no guardrail of this target covers.</summary>
    public IReadOnlyList<GuardrailType> MissingTypes(IReadOnlyList<GuardrailType>? required = null) =>
        [.. (required ?? GuardrailCatalogue.Mandatory).Where(type => _guardrails.TrueForAll(g => g.Type != type))];

    /// <summary>What was measured for another unit or outcome says nothing about this one.</summary>
    private void ForgetEvidence()
    {
        foreach (var guardrail in _guardrails) guardrail.Forget();
        (StepsAtTarget, LastMetric, LastOutcome, Readiness) = (0, null, null, 0);
    }

    private Guardrail? Find(string key) => _guardrails.Find(g => string.Equals(g.Key, key, StringComparison.Ordinal));

    private void Enter(TargetState state, DateTimeOffset now) => (State, StateSince) = (state, now);
}
