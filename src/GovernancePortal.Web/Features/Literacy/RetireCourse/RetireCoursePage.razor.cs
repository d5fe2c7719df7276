using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Courses;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.RetireCourse;

public sealed partial class RetireCoursePage
{
    private bool _busy;
    private CourseBrief? _course;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private string _reason = "";

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _error = await LoadAsync();

    private async Task<Error?> LoadAsync()
    {
        var result = await Mediator.Send(new GetCourseRetirementQuery(new CourseId(Id)), Closing);
        if (result.IsSuccess) _course = result.Value;
        return result.Error;
    }

    private async Task SendAsync()
    {
        if (_busy || _course is null) return;
        _busy = true;
        var result = await Mediator.Send(new RetireCourseCommand(_course.Id, _course.Version, _reason), Closing);
        (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
        if (result.IsSuccess) Navigation.NavigateTo($"courses/{Id}");
        else if (result.Error!.Kind == ErrorKind.Conflict) await LoadAsync();
        _busy = false;
    }
}
