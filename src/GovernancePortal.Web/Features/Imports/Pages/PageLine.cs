using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Imports.Pages;

/// <summary>What a file says of a page, read. Null says nothing, and leaves what is known.</summary>
internal sealed record PageLine(
    PageText From,
    string System,
    string Url,
    string? Title,
    Unit? Unit,
    PersonId? Owner,
    PersonId? Deputy,
    string? OwnerText,
    Criticality? Criticality,
    bool? Agents,
    ReviewInterval? Interval,
    DateOnly? ReviewedOn,
    string? Hash)
{
    public (string System, string Url) Key => (System, Url);

    public PageFacts Over(PageFacts? before)
    {
        before ??= new PageFacts("");
        return new PageFacts(
            Title ?? before.Title,
            Unit?.Id ?? before.UnitId,
            Owner ?? before.Owner,
            Deputy ?? before.Deputy,
            OwnerText ?? before.OwnerText,
            Criticality ?? before.Criticality,
            Agents ?? before.IsAgentReadable,
            Interval ?? before.Interval);
    }

    /// <summary>Which field of the file a fault of the domain belongs to.</summary>
    public string ColumnOf(string field) =>
        From.Column(field switch
        {
            nameof(KnowledgePage.System) => "system",
            nameof(KnowledgePage.Url) => "url",
            nameof(PageFacts.Title) => "title",
            nameof(PageFacts.OwnerText) => "owner_slack",
            nameof(PageFacts.Deputy) => "deputy",
            nameof(PageFacts.Interval) => "review_in",
            _ => field,
        });
}
