using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Adoption;

/// <summary>One value of an outcome metric, imported or entered by hand.</summary>
public sealed class OutcomeReading
{
    public const int SourceMaxLength = 100;

    private OutcomeReading() => (Metric, Source) = ("", "");

    /// <param name="source">Where it comes from, in words.</param>
    public OutcomeReading(string metric, UnitId unitId, DateOnly date, double value, string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(metric);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value));
        (Metric, UnitId, Date, Value, Source) = (metric, unitId, date, value, source);
    }

    public long Id { get; private set; }

    public string Metric { get; private set; }

    public UnitId UnitId { get; private set; }

    public DateOnly Date { get; private set; }

    public double Value { get; private set; }

    public string Source { get; private set; }

    /// <summary>A later import or a correction for the same day; the ledger keeps what stood before.</summary>
    public void Correct(double value, string source) => (Value, Source) = (value, source);
}

/// <summary>One value of a guardrail whose rows the portal does not hold, imported or entered by hand.</summary>
public sealed class GuardrailReading
{
    private GuardrailReading() => Source = "";

    /// <param name="sample">How many cases it rests on, where that can be said.</param>
    /// <param name="source">Where it comes from, in words.</param>
    public GuardrailReading(GuardrailType type, UnitId unitId, DateOnly date, double value, long? sample, string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value));
        (Type, UnitId, Date, Value, Sample, Source) = (type, unitId, date, value, sample, source);
    }

    public long Id { get; private set; }

    public GuardrailType Type { get; private set; }

    public UnitId UnitId { get; private set; }

    public DateOnly Date { get; private set; }

    public double Value { get; private set; }

    public long? Sample { get; private set; }

    public string Source { get; private set; }

    /// <summary>A later import or a correction for the same day; the ledger keeps what stood before.</summary>
    public void Correct(double value, long? sample, string source) => (Value, Sample, Source) = (value, sample, source);
}
