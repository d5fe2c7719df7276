using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace GovernancePortal.Web.Components.Layout;

public sealed partial class MainLayout : IDisposable
{
    private readonly FrameSignal _signal = new();
    private ErrorBoundary? _boundary;
    private bool _menuOpen;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    // With a base address a bare "#main" would lead to the home page.
    private string SkipTarget => new Uri(Navigation.Uri).PathAndQuery + "#main";

    public void Dispose() => Navigation.LocationChanged -= Moved;

    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    private void ToggleMenu() => _menuOpen = !_menuOpen;

    private void Recover() => _boundary?.Recover();

    private void Moved(object? sender, LocationChangedEventArgs e)
    {
        _menuOpen = false;
        _boundary?.Recover();
        _ = InvokeAsync(StateHasChanged);
    }
}
