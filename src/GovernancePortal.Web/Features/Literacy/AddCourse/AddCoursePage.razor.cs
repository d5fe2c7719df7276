using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Literacy.Courses;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.AddCourse;

public sealed partial class AddCoursePage
{
    private readonly CourseForm _course = new();
    private readonly VersionForm _version = new() { Label = "1" };
    private bool _busy;
    private string _code = "";
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private async Task SendAsync()
    {
        if (_busy) return;
        _busy = true;
        var faults = new List<FieldError>();
        var command = new AddCourseCommand(_code.Trim(), _course.Read(faults), _version.Read(faults));
        (_error, _faults) = (null, faults);
        if (faults.Count == 0)
        {
            var result = await Mediator.Send(command, Closing);
            (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
            if (result.IsSuccess) Navigation.NavigateTo($"courses/{result.Value}");
        }

        _busy = false;
    }
}
