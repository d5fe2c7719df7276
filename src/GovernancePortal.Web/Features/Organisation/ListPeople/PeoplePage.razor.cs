using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Organisation.ListPeople;

public sealed partial class PeoplePage
{
    [SupplyParameterFromQuery]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery]
    private string? Level { get; set; }

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery]
    private int? Size { get; set; }

    protected override PeopleAddress Here => new(Search, Unit, Level, Kind, Sort, Page ?? 1, Size);

    private string SortWords => Here.Order switch
    {
        PeopleOrder.Unit => "unit, then name",
        PeopleOrder.Number => "employee number",
        _ => "name",
    };

    protected override string Noun => "people";

    protected override string FindingOf(ListPeopleResponse list) =>
        list switch
        {
            { InScope: 0 } => "There is nobody in the roster yet. Import it to begin.",
            { People.Total: 0 } => "Nobody matches these filters.",
            _ when Here.Filter.IsEmpty => $"{Say.Of(list.InScope, "person works", "people work")} in the units your role covers.",
            _ => $"{Say.Count(list.People.Total)} of {Say.Of(list.InScope, "person", "people")} {(list.People.Total == 1 ? "matches" : "match")}.",
        };

    private static string? Text(ChangeEventArgs e) => e.Value as string is { Length: > 0 } text ? text : null;
}
