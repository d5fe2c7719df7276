using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.ListMissing;

public sealed partial class MissingPage
{
    private MissingList? _list;
    private Error? _error;
    private (Guid?, int?)? _shown;

    [SupplyParameterFromQuery]
    private Guid? Unit { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    private string Finding =>
        _list switch
        {
            null => _error is null ? "Looking…" : "The list could not be read.",
            { People.Total: 0 } => "Nobody you lead is missing any training.",
            { People.Total: var total } => $"{Say.Number(total, capital: true)} {(total == 1 ? "person lacks" : "people lack")} training that is asked of them{(_list.Unit is { } unit ? $" in {unit}" : "")}.",
        };

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Unit, Page)) return;
        _shown = (Unit, Page);
        var result = await Mediator.Send(new ListMissingQuery(Unit is { } id ? new UnitId(id) : null, new Paging(Page ?? 1, Paging.DefaultSize)), Closing);
        (_list, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }
}
