using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.AskWaiver;

public sealed partial class AskWaiverPage
{
    private const int UsualDays = 14;

    private WaiverStart? _start;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private string _key = "";
    private string _until = "";
    private string _reason = "";
    private bool _busy;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetWaiverStartQuery(new AdoptionTargetId(Id)), Closing);
        (_start, _error) = (result.IsSuccess ? result.Value : null, result.Error);
        if (_start is { Guardrails.Count: > 0 }) (_key, _until) = (_start.Guardrails[0].Key, Typed.Text(_start.Today.AddDays(UsualDays)));
    }

    private async Task SendAsync()
    {
        if (_busy) return;
        _busy = true;
        var faults = new List<FieldError>();
        var until = Typed.Day(_until, "Until", faults);
        (_error, _faults) = (null, faults);
        if (faults.Count == 0)
        {
            var result = await Mediator.Send(new AskWaiverCommand(new AdoptionTargetId(Id), _key, until, _reason), Closing);
            (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
            if (result.IsSuccess) Navigation.NavigateTo($"targets/{Id}/waivers/{result.Value}");
        }

        _busy = false;
    }
}
