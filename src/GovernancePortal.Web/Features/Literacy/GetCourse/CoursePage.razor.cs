using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.GetCourse;

public sealed partial class CoursePage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private CourseResponse? _course;
    private Error? _error;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var result = await Mediator.Send(new GetCourseQuery(new CourseId(Id)), _closing.Token);
        (_error, _course) = (result.Error, result.IsSuccess ? result.Value : null);
    }
}
