using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.GetCourse;

public sealed partial class CoursePage
{
    private CourseResponse? _course;
    private Error? _error;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var result = await Mediator.Send(new GetCourseQuery(new CourseId(Id)), Closing);
        (_error, _course) = (result.Error, result.IsSuccess ? result.Value : null);
    }
}
