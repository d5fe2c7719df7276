using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.GetTarget;

public sealed partial class TargetPage
{
    private TargetDetails? _details;
    private Error? _error;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var result = await Mediator.Send(new GetTargetQuery(new AdoptionTargetId(Id)), Closing);
        (_details, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }

    private static string Tone(string shape) => shape is "paused" or "active" or "fails" ? shape : "neutral";
}
