using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Incidents.Reading;

/// <summary>What was typed about an incident, as it was typed, so that a refusal loses nothing. Times are UTC.</summary>
public sealed class FactsForm
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm";

    public FactsForm() { }

    public FactsForm(IncidentFacts facts, string unitPath)
    {
        (Title, Severity, Systems, LossNote) = (facts.Title, facts.Severity, facts.Systems, facts.LossNote);
        (StartedAt, DetectedAt, EndedAt) = (TextOf(facts.StartedAt), TextOf(facts.DetectedAt), TextOf(facts.EndedAt));
        CustomersAffected = facts.CustomersAffected?.ToString(CultureInfo.InvariantCulture) ?? "";
        Loss = facts.Loss?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
        KnowUnit(facts.UnitId, unitPath);
        Before = facts;
    }

    /// <summary>Units offered so far, by their paths.</summary>
    public Dictionary<string, Guid> Units { get; } = new(StringComparer.Ordinal);

    public string Title { get; set; } = "";

    /// <summary>Zero while nothing was chosen.</summary>
    public int Severity { get; set; }

    public string Unit { get; set; } = "";

    public string StartedAt { get; set; } = "";

    public string DetectedAt { get; set; } = "";

    public string EndedAt { get; set; } = "";

    public string Systems { get; set; } = "";

    public string CustomersAffected { get; set; } = "";

    public string Loss { get; set; } = "";

    public string LossNote { get; set; } = "";

    /// <summary>What is corrected: a time that is shown to the minute and was not touched keeps its seconds.</summary>
    private IncidentFacts? Before { get; }

    public static string TextOf(DateTimeOffset? time) => time?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) ?? "";

    public void KnowUnit(UnitId id, string path) => (Unit, Units[path]) = (path, id.Value);

    /// <summary>What is stated; what cannot be read as what it should be is added to the faults.</summary>
    public IncidentFacts Read(List<FieldError> faults)
    {
        var unit = Unit.Trim().Length == 0 ? Guid.Empty : Units.GetValueOrDefault(Unit.Trim());
        if (Unit.Trim().Length > 0 && unit == Guid.Empty) faults.Add(new("UnitId", "Choose a unit of the list."));
        var started = Time(StartedAt, "StartedAt", Before?.StartedAt, faults);
        if (started is null && StartedAt.Trim().Length == 0) faults.Add(new("StartedAt", "State when it began."));
        return new IncidentFacts(
            Title,
            Severity,
            new UnitId(unit),
            started ?? default,
            Time(DetectedAt, "DetectedAt", Before?.DetectedAt, faults),
            Time(EndedAt, "EndedAt", Before?.EndedAt, faults),
            Systems,
            Customers(faults),
            Money(faults),
            LossNote);
    }

    /// <summary>Reads what a time field holds; told at its field when it is none.</summary>
    public static DateTimeOffset? Time(string text, string field, DateTimeOffset? before, List<FieldError> faults)
    {
        if (text.Trim().Length == 0) return null;
        if (before is { } untouched && string.Equals(text, TextOf(untouched), StringComparison.Ordinal)) return untouched;
        // Browsers leave the seconds out unless somebody types them.
        string[] formats = [TimeFormat, "yyyy-MM-dd'T'HH:mm:ss"];
        if (DateTime.TryParseExact(text.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year > 1900) return new DateTimeOffset(time, TimeSpan.Zero);
        faults.Add(new(field, "State a date and a time."));
        return null;
    }

    private long? Customers(List<FieldError> faults)
    {
        if (CustomersAffected.Trim().Length == 0) return null;
        if (long.TryParse(CustomersAffected.Replace(",", "", StringComparison.Ordinal).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        faults.Add(new("CustomersAffected", "State a whole number, or nothing."));
        return null;
    }

    private decimal? Money(List<FieldError> faults)
    {
        if (Loss.Trim().Length == 0) return null;
        if (decimal.TryParse(Loss.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var money)) return Math.Round(money, 2, MidpointRounding.ToEven);
        faults.Add(new("Loss", "State an amount in figures, or nothing."));
        return null;
    }
}
