using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Tools.ListTools;

public sealed partial class ToolsPage
{
    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Unit { get; set; }

    [SupplyParameterFromQuery]
    private string? Gate { get; set; }

    protected override ToolsAddress Here => new(Search, State, Unit, Gate, Sort, Page ?? 1);

    protected override string Noun => "register";

    protected override string FindingOf(ToolList list) => ToolsFinding.Of(list, Here.Filter);

}
