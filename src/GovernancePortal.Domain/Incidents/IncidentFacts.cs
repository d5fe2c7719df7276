using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Incidents;

/// <summary>What happened, apart from why. Facts can be corrected with a reason; what stood before stays readable.</summary>
/// <param name="Severity">1, the worst, to 4.</param>
/// <param name="UnitId">The unit that answers for it.</param>
/// <param name="DetectedAt">When somebody noticed; null when that is not known yet. It may be after the end.</param>
/// <param name="EndedAt">Null while it goes on.</param>
/// <param name="Systems">Names, separated by commas.</param>
/// <param name="CustomersAffected">Null when nobody has counted.</param>
/// <param name="Loss">In the currency of the organisation; null when nobody has estimated it.</param>
/// <param name="LossNote">What the loss is and who estimated it.</param>
public sealed record IncidentFacts(
    string Title,
    int Severity,
    UnitId UnitId,
    DateTimeOffset StartedAt,
    DateTimeOffset? DetectedAt = null,
    DateTimeOffset? EndedAt = null,
    string Systems = "",
    long? CustomersAffected = null,
    decimal? Loss = null,
    string LossNote = "")
{
    public const int TitleMaxLength = 200;
    public const int SystemsMaxLength = 400;
    public const int LossNoteMaxLength = 200;
    public const long MostCustomers = 100_000_000_000;
    public const decimal MostLoss = 1_000_000_000_000m;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Everything that is wrong, by property name. Times that contradict each other are told at the later one.</summary>
    public IReadOnlyList<FieldError> Faults(DateTimeOffset now)
    {
        var faults = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(Title)) faults.Add(new(nameof(Title), "Say what happened, in a few words."));
        if (Title.Length > TitleMaxLength) faults.Add(new(nameof(Title), $"Use at most {TitleMaxLength} characters."));
        if (Severity is < 1 or > 4) faults.Add(new(nameof(Severity), "Choose a severity from 1, the worst, to 4."));
        if (UnitId.Value == Guid.Empty) faults.Add(new(nameof(UnitId), "Choose the unit that answers for it."));
        if (StartedAt > now + ClockSkew) faults.Add(new(nameof(StartedAt), "It cannot start in the future."));
        if (DetectedAt < StartedAt) faults.Add(new(nameof(DetectedAt), "Nobody can notice it before it starts."));
        if (DetectedAt > now + ClockSkew) faults.Add(new(nameof(DetectedAt), "It cannot be noticed in the future."));
        if (EndedAt < StartedAt) faults.Add(new(nameof(EndedAt), "It cannot end before it starts."));
        if (EndedAt > now + ClockSkew) faults.Add(new(nameof(EndedAt), "It cannot end in the future. Leave it open while it goes on."));
        if (Systems.Length > SystemsMaxLength) faults.Add(new(nameof(Systems), $"Use at most {SystemsMaxLength} characters."));
        if (CustomersAffected is < 0 or > MostCustomers) faults.Add(new(nameof(CustomersAffected), "State a number from 0."));
        if (Loss is < 0 or > MostLoss) faults.Add(new(nameof(Loss), "State an amount from 0."));
        if (LossNote.Length > LossNoteMaxLength) faults.Add(new(nameof(LossNote), $"Use at most {LossNoteMaxLength} characters."));
        return faults;
    }

    internal IncidentFacts Tidied() =>
        this with
        {
            Title = Title.Trim(),
            LossNote = LossNote.Trim(),
            Systems = string.Join(", ", Systems.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)),
        };
}
