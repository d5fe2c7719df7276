using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Knowledge.ListPages;

public sealed partial class PagesPage
{
    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Unit { get; set; }

    protected override PagesAddress Here => new(Search, State, Unit, Sort, Page ?? 1);

    protected override string Noun => "register";

    protected override string FindingOf(PageList list) => PagesFinding.Of(list, Here.Filter);

}
