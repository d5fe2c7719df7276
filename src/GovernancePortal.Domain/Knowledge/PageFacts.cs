using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Knowledge;

/// <summary>What is said about a page, apart from its versions and verifications.</summary>
/// <param name="Interval">How long a verification counts; null when nobody has said, which leaves the page unverified.</param>
public sealed record PageFacts(
    string Title,
    UnitId? UnitId = null,
    PersonId? Owner = null,
    PersonId? Deputy = null,
    string OwnerText = "",
    Criticality Criticality = Criticality.Normal,
    bool IsAgentReadable = true,
    ReviewInterval? Interval = null)
{
    /// <summary>Everything that is wrong, by property name.</summary>
    public IReadOnlyList<FieldError> Faults()
    {
        var faults = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(Title)) faults.Add(new(nameof(Title), "State the title."));
        if (Title.Length > KnowledgePage.TitleMaxLength) faults.Add(new(nameof(Title), $"Use at most {KnowledgePage.TitleMaxLength} characters."));
        if (OwnerText.Length > KnowledgePage.OwnerTextMaxLength) faults.Add(new(nameof(OwnerText), $"Use at most {KnowledgePage.OwnerTextMaxLength} characters."));
        if (!Enum.IsDefined(Criticality)) faults.Add(new(nameof(Criticality), "Choose how much a wrong page can cost."));
        if (Deputy is not null && Deputy == Owner) faults.Add(new(nameof(Deputy), "Owner and deputy must be two people."));
        if (Interval is { Count: < 1 }) faults.Add(new(nameof(Interval), "State for how long a verification counts."));
        return faults;
    }
}
