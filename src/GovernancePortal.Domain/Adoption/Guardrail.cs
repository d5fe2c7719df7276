namespace GovernancePortal.Domain.Adoption;

/// <summary>
/// A requirement of one target. It holds or it does not (<see cref="Holds"/>), and changes its mind only after enough evaluations in a row,
/// so that a value hovering at a threshold does not switch the target on and off.
/// </summary>
public sealed class Guardrail
{
    public const int KeyMaxLength = 64;

    private Guardrail() => Key = "";

    internal Guardrail(AdoptionTargetId targetId, string key, int position, GuardrailSettings settings)
    {
        (Id, TargetId, Key, Position) = (GuardrailId.New(), targetId, key, position);
        Apply(settings);
    }

    public GuardrailId Id { get; private set; }

    public AdoptionTargetId TargetId { get; private set; }

    /// <summary>Names it within its target, in evaluations and in the ledger.</summary>
    public string Key { get; private set; }

    public int Position { get; private set; }

    public GuardrailType Type { get; private set; }

    public Direction Direction { get; private set; }

    public double Enter { get; private set; }

    public double Exit { get; private set; }

    public int BreachAfter { get; private set; }

    public int ClearAfter { get; private set; }

    public GuardrailMode Mode { get; private set; }

    public double Weight { get; private set; }

    public int MinSample { get; private set; }

    public double? MaxAgeDays { get; private set; }

    /// <summary>Passing evaluations in a row.</summary>
    public int Passes { get; private set; }

    /// <summary>Failing evaluations in a row; no data is failing.</summary>
    public int Fails { get; private set; }

    /// <summary>Starts false: what has not been shown does not hold.</summary>
    public bool Holds { get; private set; }

    /// <summary>The value of the last evaluation. Null when there was none, or when it was beyond any number (work without a reviewer).</summary>
    public double? LastValue { get; private set; }

    public long? LastSample { get; private set; }

    public double? LastAgeDays { get; private set; }

    public GuardrailStatus LastStatus { get; private set; }

    public GuardrailSettings Settings => new(Type, Direction, Enter, Exit)
    {
        BreachAfter = BreachAfter,
        ClearAfter = ClearAfter,
        Mode = Mode,
        Weight = Weight,
        MinSample = MinSample,
        MaxAgeDays = MaxAgeDays,
    };

    /// <summary>The last day of a waiver that two roles agreed to; null without one. See <see cref="Waiver"/>.</summary>
    public DateOnly? WaivedUntil { get; private set; }

    /// <summary>Does not hold, and a waiver alone keeps it from blocking.</summary>
    public bool IsWaived => WaivedUntil is not null && Mode == GuardrailMode.Block && !Holds;

    public bool IsBlocking => Mode == GuardrailMode.Block && !Holds && WaivedUntil is null;

    /// <summary>Gives it these settings. What was shown under others is no evidence for them, so a change begins anew.</summary>
    internal void Apply(GuardrailSettings settings)
    {
        if (settings != Settings) Forget();
        (Type, Direction, Enter, Exit) = settings;
        (BreachAfter, ClearAfter, Mode, Weight) = (settings.BreachAfter, settings.ClearAfter, settings.Mode, settings.Weight);
        (MinSample, MaxAgeDays) = (settings.MinSample, settings.MaxAgeDays);
    }

    /// <summary>Begins anew: nothing has been shown, and nothing is waived.</summary>
    internal void Forget()
    {
        (Passes, Fails, Holds, WaivedUntil) = (0, 0, false, null);
        (LastValue, LastSample, LastAgeDays, LastStatus) = (null, null, null, GuardrailStatus.Unknown);
    }

    internal void Waive(DateOnly? until) => WaivedUntil = until;

    /// <summary>A waiver ends by itself.</summary>
    internal void EndWaiverBefore(DateOnly date)
    {
        if (WaivedUntil < date) WaivedUntil = null;
    }

    internal void Observe(GuardrailObservation? observation)
    {
        var status = Settings.Judge(observation);
        (Passes, Fails) = status switch
        {
            GuardrailStatus.Pass => (Passes + 1, 0),
            GuardrailStatus.Warn => (0, 0),
            _ => (0, Fails + 1),
        };
        Holds = Holds ? Fails < BreachAfter : Passes >= ClearAfter;

        LastStatus = status;
        LastValue = observation?.Value is { } value && double.IsFinite(value) ? value : null;
        (LastSample, LastAgeDays) = (observation?.Sample, observation?.AgeDays);
    }
}
