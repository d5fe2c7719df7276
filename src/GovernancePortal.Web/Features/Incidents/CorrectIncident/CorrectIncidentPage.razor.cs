using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Incidents.CorrectIncident;

public sealed partial class CorrectIncidentPage
{
    private bool _busy;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private FactsForm _form = new();
    private IncidentFactsRead? _read;
    private string _reason = "";

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        if (_read is { } read) _form = new FactsForm(read.Facts, read.UnitPath);
    }

    private async Task ReadAsync()
    {
        var result = await Mediator.Send(new GetIncidentFactsQuery(new IncidentId(Id)), Closing);
        if (result.IsSuccess) _read = result.Value;
        else _error = result.Error;
    }

    private async Task SendAsync()
    {
        if (_busy || _read is null) return;
        _busy = true;
        var faults = new List<FieldError>();
        var command = new CorrectIncidentCommand(_read.Id, _read.Version, _form.Read(faults), _reason);
        (_error, _faults) = (null, faults);
        if (faults.Count == 0)
        {
            var result = await Mediator.Send(command, Closing);
            (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
            if (result.IsSuccess) Navigation.NavigateTo($"incidents/{Id}");
            // What was typed stays; the next try is decided on what the other person saved.
            else if (result.Error!.Kind == ErrorKind.Conflict) await ReadAsync();
        }

        _busy = false;
    }
}
