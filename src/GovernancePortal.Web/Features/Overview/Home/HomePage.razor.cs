using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Overview.Home;

public sealed partial class HomePage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private HomeStart? _home;
    private Error? _error;

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetHomeQuery(), _closing.Token);
        (_home, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }
}
