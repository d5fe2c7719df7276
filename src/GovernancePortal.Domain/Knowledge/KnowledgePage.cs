using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Knowledge;

public readonly record struct KnowledgePageId(Guid Value) : ITypedId<KnowledgePageId>
{
    public static KnowledgePageId New() => new(Guid.CreateVersion7());

    public static KnowledgePageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What a wrong page can cost.</summary>
public enum Criticality
{
    Low = 1,
    Normal,

    /// <summary>Somebody acts on it in production.</summary>
    High,
}

/// <summary>Where a page stands on a day. Only a fresh one may be read by agents.</summary>
public enum PageState
{
    Fresh,

    /// <summary>Nobody has ever verified it, or it does not say for how long that counts.</summary>
    Unverified,

    /// <summary>Was edited after its last verification.</summary>
    Edited,

    /// <summary>Its last verification no longer counts.</summary>
    Overdue,

    /// <summary>Nobody answers for it.</summary>
    Unowned,

    /// <summary>It misled, or somebody doubts it; withheld until somebody verifies it.</summary>
    Quarantined,

    /// <summary>Taken out of use for good.</summary>
    Withdrawn,
}

/// <summary>
/// A page that people and agents read elsewhere: a wiki page, a runbook. The portal keeps who answers for it, which version was verified and when, not its text.
/// </summary>
public sealed class KnowledgePage
{
    public const int SystemMaxLength = 64;
    public const int UrlMaxLength = 780;
    public const int TitleMaxLength = 300;
    public const int OwnerTextMaxLength = 100;
    public const int HashLength = 64;
    public const int ReasonMaxLength = 1000;

    private KnowledgePage() => (System, Url, Title, OwnerText) = ("", "", "", "");

    private KnowledgePage(string system, string url, DateTimeOffset now) : this() =>
        (Id, System, Url, RegisteredAt) = (KnowledgePageId.New(), system, url, now);

    public KnowledgePageId Id { get; private set; }

    /// <summary>Where it lies, such as <c>wiki</c>.</summary>
    public string System { get; private set; }

    /// <summary>Its address or path; unique within the system.</summary>
    public string Url { get; private set; }

    public string Title { get; private set; }

    /// <summary>Whose work it describes; null when nobody has said.</summary>
    public UnitId? UnitId { get; private set; }

    public PersonId? Owner { get; private set; }

    public PersonId? Deputy { get; private set; }

    /// <summary>The owner as the page names it, such as a channel. It says whom to ask; only a person answers.</summary>
    public string OwnerText { get; private set; }

    public Criticality Criticality { get; private set; } = Criticality.Normal;

    /// <summary>Whether agents are meant to read it at all.</summary>
    public bool IsAgentReadable { get; private set; } = true;

    public int? IntervalCount { get; private set; }

    public IntervalUnit? IntervalUnit { get; private set; }

    /// <summary>The day of the last verification that counts; null when there was none or an edit voided it.</summary>
    public DateOnly? VerifiedOn { get; private set; }

    public PersonId? VerifiedBy { get; private set; }

    /// <summary>SHA-256 of the version that was verified.</summary>
    public string? VerifiedHash { get; private set; }

    /// <summary>SHA-256 of the version that was seen last; null when nobody has said.</summary>
    public string? ContentHash { get; private set; }

    public DateTimeOffset? QuarantinedAt { get; private set; }

    public string? QuarantineReason { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawReason { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    public int Version { get; private set; }

    public ReviewInterval? Interval => IntervalCount is { } count && IntervalUnit is { } unit ? new ReviewInterval(count, unit) : null;

    /// <summary>The last day on which its verification counts; kept, so that lists can ask for it.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Where it stands before the day and its owner are looked at: never overdue and never unowned. Kept, so that an index can count by it.</summary>
    public PageState Standing { get; private set; } = PageState.Unverified;

    /// <summary>What agents are told of it; see <see cref="PageEntry"/>.</summary>
    public byte[] Entry { get; private set; } = [];

    public static Result<KnowledgePage> Register(string system, string url, PageFacts facts, DateTimeOffset now)
    {
        var faults = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(system)) faults.Add(new(nameof(System), "Say where the page lies."));
        if (system.Length > SystemMaxLength) faults.Add(new(nameof(System), $"Use at most {SystemMaxLength} characters."));
        if (string.IsNullOrWhiteSpace(url)) faults.Add(new(nameof(Url), "State its address."));
        if (url.Length > UrlMaxLength) faults.Add(new(nameof(Url), $"Use at most {UrlMaxLength} characters."));
        faults.AddRange(facts.Faults());
        if (faults.Count > 0) return KnowledgeErrors.Facts(faults);

        var page = new KnowledgePage(system.Trim(), url.Trim(), now);
        page.Take(facts);
        return page;
    }

    /// <summary>Takes what a source or a person says of it; says whether that is anything new.</summary>
    public Result<bool> Change(PageFacts facts)
    {
        if (facts.Faults() is { Count: > 0 } faults) return KnowledgeErrors.Facts(faults);
        if (facts == Facts) return false;

        Take(facts);
        return true;
    }

    /// <summary>
    /// Tells which version its source holds now. An edit after the last verification voids that, whoever made it; the verification stays in the ledger.
    /// </summary>
    /// <returns>Whether the version is another one.</returns>
    public bool SeeVersion(string hash)
    {
        if (string.Equals(hash, ContentHash, StringComparison.OrdinalIgnoreCase)) return false;
        ContentHash = hash.ToLowerInvariant();
        Stand();
        return true;
    }

    /// <summary>
    /// Takes the review that a source states of itself, such as front matter; it is of the version that came with it. A review no later than the one that
    /// counts is no news: an edited text that goes on stating the old day stays edited.
    /// </summary>
    /// <returns>Whether it was taken.</returns>
    public bool TakeReview(DateOnly reviewedOn)
    {
        if (VerifiedOn >= reviewedOn) return false;
        (VerifiedOn, VerifiedBy, VerifiedHash) = (reviewedOn, null, ContentHash);
        Stand();
        return true;
    }

    /// <summary>Somebody has read it and says that it is right. That lifts a quarantine.</summary>
    /// <param name="seenHash">The version that was read; null when the portal knows none.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="today">The day.</param>
    public Result Verify(string? seenHash, PersonId by, DateOnly today)
    {
        if (WithdrawnAt is not null) return KnowledgeErrors.Withdrawn;
        if (!string.Equals(seenHash, ContentHash, StringComparison.OrdinalIgnoreCase)) return KnowledgeErrors.EditedMeanwhile;
        if (Interval is null) return KnowledgeErrors.NoInterval;

        (VerifiedOn, VerifiedBy, VerifiedHash) = (today, by, ContentHash);
        (QuarantinedAt, QuarantineReason) = (null, null);
        Stand();
        return Result.Success;
    }

    /// <summary>Withholds it from agents at once, until somebody verifies it.</summary>
    public Result Quarantine(string reason, DateTimeOffset now)
    {
        if (WithdrawnAt is not null) return KnowledgeErrors.Withdrawn;
        if (Check(reason) is { } fault) return fault;
        if (QuarantinedAt is not null) return KnowledgeErrors.QuarantinedAlready;

        (QuarantinedAt, QuarantineReason) = (now, reason.Trim());
        Stand();
        return Result.Success;
    }

    public Result Withdraw(string reason, DateTimeOffset now)
    {
        if (WithdrawnAt is not null) return KnowledgeErrors.Withdrawn;
        if (Check(reason) is { } fault) return fault;

        (WithdrawnAt, WithdrawReason) = (now, reason.Trim());
        Stand();
        return Result.Success;
    }

    /// <summary>What keeps it from being fresh, the gravest first.</summary>
    /// <param name="day">The day.</param>
    /// <param name="ownerIsHere">Whether its owner works here on that day.</param>
    public PageState StateOn(DateOnly day, bool ownerIsHere = true) =>
        PageStanding.On(day, Standing, DueOn, Owner is not null && ownerIsHere);

    public bool MayBeReadByAgentsOn(DateOnly day, bool ownerIsHere = true) => IsAgentReadable && StateOn(day, ownerIsHere) == PageState.Fresh;

    public PageFacts Facts => new(Title, UnitId, Owner, Deputy, OwnerText, Criticality, IsAgentReadable, Interval);

    private void Take(PageFacts facts)
    {
        (Title, UnitId, Owner, Deputy, OwnerText) = (facts.Title.Trim(), facts.UnitId, facts.Owner, facts.Deputy, facts.OwnerText.Trim());
        (Criticality, IsAgentReadable, IntervalCount, IntervalUnit) = (facts.Criticality, facts.IsAgentReadable, facts.Interval?.Count, facts.Interval?.Unit);
        Stand();
    }

    private void Stand()
    {
        DueOn = VerifiedOn is { } on && Interval is { } interval ? interval.DueAfter(on) : null;
        Standing = PageStanding.Of(WithdrawnAt is not null, QuarantinedAt is not null, DueOn is not null, string.Equals(VerifiedHash, ContentHash, StringComparison.OrdinalIgnoreCase));
        Entry = PageEntry.Of(this);
    }

    private static Error? Check(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return KnowledgeErrors.ReasonMissing;
        return reason.Length > ReasonMaxLength ? KnowledgeErrors.ReasonTooLong : null;
    }
}
