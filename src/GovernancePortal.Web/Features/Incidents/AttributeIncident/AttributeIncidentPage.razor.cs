using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Incidents.AttributeIncident;

public sealed partial class AttributeIncidentPage
{
    private bool _askSecond;
    private bool _busy;
    private ButFor _butFor;
    private string _butForWords = "";
    private Error? _error;
    private ContributingFactors _factors;
    private IReadOnlyList<FieldError> _faults = [];
    private AiInvolvement _involvement;
    private IncidentCause? _read;
    private string _reason = "";
    private string _words = "";

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private Cause Typed => new(_involvement, _butFor, _butForWords, _factors, _words);

    private bool LosesAi => _read?.InForce?.LosesAiIn(Typed) == true;

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        if (_read?.InForce is { } cause) (_involvement, _butFor, _butForWords, _factors, _words) = cause;
    }

    private async Task ReadAsync()
    {
        var result = await Mediator.Send(new GetIncidentCauseQuery(new IncidentId(Id)), Closing);
        if (result.IsSuccess) _read = result.Value;
        else _error = result.Error;
        if (_read is { IsClosed: true }) _error = IncidentErrors.Closed;
        else if (_read is { IsWaiting: true }) _error = IncidentErrors.AnotherWaits;
    }

    private async Task SendAsync()
    {
        if (_busy || _read is null) return;
        _busy = true;
        var result = await Mediator.Send(new AttributeIncidentCommand(_read.Id, _read.Version, Typed, _reason, _askSecond), Closing);
        (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
        if (result.IsSuccess) Navigation.NavigateTo($"incidents/{Id}");
        else if (result.Error!.Kind == ErrorKind.Conflict)
        {
            // What was typed stays; the next try is decided on what the other person saved.
            await ReadAsync();
        }

        _busy = false;
    }
}
