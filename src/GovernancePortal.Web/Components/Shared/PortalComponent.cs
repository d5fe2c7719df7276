using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Shared;

/// <summary>A component that sends requests; what it has asked is given up when it goes.</summary>
public abstract class PortalComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();

    // Kept apart from its source, which can no longer be asked once it is disposed.
    protected PortalComponent() => Closing = _closing.Token;

    [Inject]
    protected IMediator Mediator { get; set; } = default!;

    /// <summary>Cancelled when the component goes.</summary>
    protected CancellationToken Closing { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        _closing.Cancel();
        _closing.Dispose();
    }
}
