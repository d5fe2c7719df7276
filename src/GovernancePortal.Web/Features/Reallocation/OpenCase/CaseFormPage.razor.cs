using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.Cases;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Reallocation.OpenCase;

public sealed partial class CaseFormPage
{
    private CaseTyped _form = new();
    private CaseTermsRead? _read;
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
        var result = await Mediator.Send(new GetCaseTermsQuery(new CaseId(id)), Closing);
        (_error, _read) = (result.Error, result.IsSuccess ? result.Value : null);
        if (_read is { } read) _form = CaseTyped.Of(read.Case, read.UnitPath);
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
            var result = _read is null ? await Mediator.Send(new OpenCaseCommand(terms), Closing) : await Mediator.Send(new ReviseCaseCommand(_read.Case.Id, _read.Case.Version, terms), Closing);
            (_error, _faults) = (result.Error is { Fields.Count: 0 } error ? error : null, result.Error?.Fields ?? []);
            if (result.IsSuccess) Navigation.NavigateTo($"cases/{result.Value}");
        }

        _busy = false;
    }
}
