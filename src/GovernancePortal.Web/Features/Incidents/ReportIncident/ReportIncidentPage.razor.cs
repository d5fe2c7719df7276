using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Incidents.Reading;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Incidents.ReportIncident;

public sealed partial class ReportIncidentPage
{
    private readonly FactsForm _form = new();
    private bool _busy;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetIncidentReportQuery(), Closing);
        _error = result.Error;
        if (!result.IsSuccess) return;
        _form.StartedAt = FactsForm.TextOf(result.Value.Now);
        if (result.Value.UnitId is { } unit) _form.KnowUnit(unit, result.Value.UnitPath);
    }

    private async Task SendAsync()
    {
        if (_busy) return;
        _busy = true;
        var faults = new List<FieldError>();
        var command = new ReportIncidentCommand(_form.Read(faults));
        (_error, _faults) = (null, faults);
        if (faults.Count == 0)
        {
            var result = await Mediator.Send(command, Closing);
            (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
            if (result.IsSuccess) Navigation.NavigateTo($"incidents/{result.Value}");
        }

        _busy = false;
    }
}
