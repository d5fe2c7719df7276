using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Features.Overview.GetFrame;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Layout;

public sealed partial class TopBar
{
    private string _name = "";
    private string _organisation = "Governance Portal";
    private string _roles = "";
    private string _scope = "";

    [Parameter]
    public bool MenuOpen { get; set; }

    [Parameter]
    public EventCallback OnMenu { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetFrameQuery(), Closing);
        if (!result.IsSuccess) return;

        var frame = result.Value;
        (_organisation, _name, _scope) = (frame.Organisation, frame.DisplayName, frame.Scope);
        _roles = string.Join(", ", frame.Roles.Select(RoleNames.Of));
    }
}
