using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Features.Overview.GetFrame;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Layout;

public sealed partial class TopBar : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private string _name = "";
    private string _organisation = "Governance Portal";
    private string _roles = "";
    private string _scope = "";

    [Parameter]
    public bool MenuOpen { get; set; }

    [Parameter]
    public EventCallback OnMenu { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetFrameQuery(), _closing.Token);
        if (!result.IsSuccess) return;

        var frame = result.Value;
        (_organisation, _name, _scope) = (frame.Organisation, frame.DisplayName, frame.Scope);
        _roles = string.Join(", ", frame.Roles.Select(RoleNames.Of));
    }
}
