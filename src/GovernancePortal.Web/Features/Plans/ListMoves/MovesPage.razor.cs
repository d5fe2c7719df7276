using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Plans.ListMoves;

public sealed partial class MovesPage
{
    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Stage { get; set; }

    [SupplyParameterFromQuery]
    private string? Seat { get; set; }

    protected override MovesAddress Here => new(Id, Search, Stage, Seat, Sort, Page ?? 1);

    protected override string Noun => "people";

    protected override string FindingOf(MoveList list) =>
        list.All == list.WithSeat
            ? $"All {Say.Count(list.All)} people of the case have a seat."
            : $"{Say.Count(list.WithSeat)} of {Say.Count(list.All)} people of the case have a seat; for {Say.Number(list.All - list.WithSeat)} there is none that suits.";
}
