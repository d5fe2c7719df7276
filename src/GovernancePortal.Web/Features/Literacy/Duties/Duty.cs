namespace GovernancePortal.Web.Features.Literacy.Duties;

/// <summary>How near the text is to what was published.</summary>
public enum DutyKind
{
    /// <summary>Word for word.</summary>
    Quotation = 1,

    /// <summary>In one sentence of our own.</summary>
    Paraphrase = 2,

    /// <summary>Known to come; without a text or without a day.</summary>
    Announcement = 3,
}

/// <summary>What a law or a standard asks about AI literacy, as an entry of the duty file.</summary>
/// <param name="ValidFrom">First day on which it applies; null while that is not known.</param>
/// <param name="KnownFrom">First day on which an evidence pack speaks of it; the first day on which it applies unless stated.</param>
/// <param name="Text">Null only for an announcement.</param>
/// <param name="Replaces">The entry that it takes the place of once it is known, so that packs of days before stay as they were.</param>
/// <param name="ConfirmedBy">The person who compared it with the source; null while nobody has.</param>
public sealed record Duty(
    string Id,
    string Law,
    string Article,
    DutyKind Kind,
    DateOnly? ValidFrom,
    string? Text,
    string Note,
    string Source,
    DateOnly? KnownFrom = null,
    string? Replaces = null,
    string? ConfirmedBy = null,
    DateOnly? ConfirmedOn = null)
{
    public bool IsKnownOn(DateOnly day) => (KnownFrom ?? ValidFrom) <= day;

    public bool IsConfirmedOn(DateOnly day) => ConfirmedOn <= day;
}
