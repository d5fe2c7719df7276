using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.AddCourseVersion;

public sealed partial class AddCourseVersionPage
{
    private readonly VersionForm _form = new();
    private bool _busy;
    private CourseBrief? _course;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _error = await LoadAsync();
        _form.TaughtFrom = Typed.Text(_course?.Today);
    }

    private async Task<Error?> LoadAsync()
    {
        var result = await Mediator.Send(new GetCourseVersionsQuery(new CourseId(Id)), Closing);
        if (result.IsSuccess) _course = result.Value;
        return result.Error;
    }

    private async Task SendAsync()
    {
        if (_busy || _course is null) return;
        _busy = true;
        var faults = new List<FieldError>();
        var content = _form.Read(faults);
        (_error, _faults) = (null, faults);
        if (faults.Count == 0)
        {
            var result = await Mediator.Send(new AddCourseVersionCommand(_course.Id, _course.Version, content), Closing);
            (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
            if (result.IsSuccess) Navigation.NavigateTo($"courses/{Id}");
            else if (result.Error!.Kind == ErrorKind.Conflict) await LoadAsync();
        }

        _busy = false;
    }
}
