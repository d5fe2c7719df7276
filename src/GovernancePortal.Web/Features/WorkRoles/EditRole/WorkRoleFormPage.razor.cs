using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.WorkRoles.Reading;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.WorkRoles.EditRole;

public sealed partial class WorkRoleFormPage
{
    private RoleTyped _form = new();
    private WorkRoleTerms? _read;
    private bool _busy;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];

    /// <summary>Null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (Id is not { } id) return;
        var result = await Mediator.Send(new GetWorkRoleTermsQuery(new RoleProfileId(id)), Closing);
        (_error, _read) = (result.Error, result.IsSuccess ? result.Value : null);
        if (_read is { } read) _form = RoleTyped.Of(read.Terms);
    }

    private async Task SendAsync()
    {
        if (_busy) return;
        _busy = true;
        var faults = new List<FieldError>();
        var terms = _form.Read(faults);
        // What the domain would refuse is told together with what could not be read.
        faults.AddRange(terms.Faults().Where(f => faults.TrueForAll(g => g.Field != f.Field)));
        (_error, _faults) = (null, faults);
        if (faults.Count == 0)
        {
            var result = _read is null ? await Mediator.Send(new DraftWorkRoleCommand(terms), Closing) : await Mediator.Send(new ReviseWorkRoleCommand(_read.Id, _read.Version, terms), Closing);
            (_error, _faults) = (result.Error is { Fields.Count: 0 } error ? error : null, result.Error?.Fields ?? []);
            if (result.IsSuccess) Navigation.NavigateTo($"work-roles/{result.Value}");
        }

        _busy = false;
    }
}
