using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Organisation.ListUnits;

public sealed partial class UnitsPage
{
    private Error? _error;
    private string _finding = "Reading the units…";
    private PageOf<UnitRow>? _top;

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new ListUnitsQuery(ParentId: null, new Paging(1, Paging.MaxSize)), Closing);
        _error = result.Error;
        _top = result.IsSuccess ? result.Value : null;
        _finding = _top is null ? "The units could not be read." : Finding(_top);
    }

    private static string Finding(PageOf<UnitRow> top)
    {
        var people = top.Items.Sum(u => u.People);
        if (people == 0) return "No people are in these units yet. Import the roster to begin.";
        return top.Items is [var only]
            ? $"{Say.Of(people, "person works", "people work")} in {only.Name}."
            : $"Your role covers {Say.Number(top.Total)} units with {Say.Of(people, "person", "people")}.";
    }

    private void Show(Error error) => _error = error;
}
