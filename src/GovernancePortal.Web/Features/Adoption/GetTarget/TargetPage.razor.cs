using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.GetTarget;

public sealed partial class TargetPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private TargetDetails? _details;
    private Error? _error;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var result = await Mediator.Send(new GetTargetQuery(new AdoptionTargetId(Id)), _closing.Token);
        (_details, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }

    private static string Tone(string shape) => shape is "paused" or "active" or "fails" ? shape : "neutral";
}
