using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.MarkOversight;

public sealed partial class OversightSection
{
    private bool _busy;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private bool _isOpen;
    private Oversight? _oversight;
    private string _reason = "";
    private PersonId _shown;

    [Parameter, EditorRequired]
    public PersonId PersonId { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == PersonId) return;
        _shown = PersonId;
        Close();
        await LoadAsync();
    }

    private static string Act(Oversight oversight) => oversight.Oversees ? "Take the duty off" : "Give the duty";

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new GetOversightQuery(PersonId), Closing);
        _oversight = result.IsSuccess ? result.Value : null;
    }

    private async Task MarkAsync()
    {
        if (_busy || _oversight is not { } seen) return;
        _busy = true;
        var result = await Mediator.Send(new MarkOversightCommand(PersonId, seen.Version, !seen.Oversees, _reason), Closing);
        (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
        if (result.IsSuccess) Close();
        // Marked anew, or changed by somebody else: either way the page shows what is so now.
        if (result.IsSuccess || result.Error!.Kind == ErrorKind.Conflict) await LoadAsync();
        _busy = false;
    }

    private void Close() => (_isOpen, _reason, _error, _faults) = (false, "", null, []);
}
