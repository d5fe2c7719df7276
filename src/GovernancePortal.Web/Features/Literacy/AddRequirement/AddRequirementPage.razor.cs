using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Rules;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.AddRequirement;

public sealed partial class AddRequirementPage
{
    private readonly RuleForm _form = new();
    private bool _busy;
    private RequirableCourse? _course;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private string _from = "";
    private string _reason = "";
    private Guid _unit;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetRequirableCourseQuery(new CourseId(Id)), Closing);
        (_error, _course) = (result.Error, result.IsSuccess ? result.Value : null);
        _from = Typed.Text(_course?.Today);
    }

    private async Task SendAsync()
    {
        if (_busy) return;
        _busy = true;
        var faults = new List<FieldError>();
        var command = new AddRequirementCommand(new CourseId(Id), new UnitId(_unit), _form.Read(faults), Typed.Day(_from, "From", faults), _reason);
        (_error, _faults) = (null, faults);
        if (faults.Count == 0)
        {
            var result = await Mediator.Send(command, Closing);
            (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
            if (result.IsSuccess) Navigation.NavigateTo($"courses/{Id}");
        }

        _busy = false;
    }
}
