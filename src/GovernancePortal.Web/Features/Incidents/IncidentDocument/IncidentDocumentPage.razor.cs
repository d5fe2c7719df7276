using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Incidents.IncidentDocument;

public sealed partial class IncidentDocumentPage
{
    private PostIncident? _document;
    private Error? _error;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var result = await Mediator.Send(new GetIncidentDocumentQuery(new IncidentId(Id)), Closing);
        (_error, _document) = (result.Error, result.IsSuccess ? result.Value : null);
    }
}
