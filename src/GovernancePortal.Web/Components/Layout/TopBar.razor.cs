using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Features.Overview.GetFrame;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace GovernancePortal.Web.Components.Layout;

public sealed partial class TopBar
{
    private string _name = "";
    private string _organisation = "Governance Portal";
    private string _roles = "";
    private string _scope = "";
    private int _waiting;

    [Parameter]
    public bool MenuOpen { get; set; }

    [Parameter]
    public EventCallback OnMenu { get; set; }

    /// <summary>Says when to read the frame again.</summary>
    [Parameter]
    public FrameSignal? Signal { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= Moved;
        if (Signal is not null) Signal.Changed -= ReadAgain;
        base.Dispose(disposing);
    }

    protected override Task OnInitializedAsync()
    {
        // What waits may have changed meanwhile; another page is a good moment to look.
        Navigation.LocationChanged += Moved;
        if (Signal is not null) Signal.Changed += ReadAgain;
        return ReadAsync();
    }

    private void Moved(object? sender, LocationChangedEventArgs e) => ReadAgain();

    private void ReadAgain() =>
        _ = InvokeAsync(async () =>
        {
            await ReadAsync();
            StateHasChanged();
        });

    private async Task ReadAsync()
    {
        if (Closing.IsCancellationRequested) return;
        var result = await Mediator.Send(new GetFrameQuery(), Closing);
        if (!result.IsSuccess) return;

        var frame = result.Value;
        (_organisation, _name, _scope, _waiting) = (frame.Organisation, frame.DisplayName, frame.Scope, frame.Waiting);
        _roles = string.Join(", ", frame.Roles.Select(RoleNames.Of));
    }
}
