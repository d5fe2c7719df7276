using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Incidents.GetIncident;

public sealed partial class IncidentPage
{
    private Error? _error;
    private IncidentDetails? _read;

    [Parameter]
    public Guid Id { get; set; }

    protected override Task OnParametersSetAsync() => _read?.Incident.Id.Value == Id ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new GetIncidentQuery(new IncidentId(Id)), Closing);
        (_error, _read) = (result.Error, result.IsSuccess ? result.Value : null);
    }
}
