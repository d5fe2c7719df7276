using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Courses;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.ChangeCourse;

public sealed partial class ChangeCoursePage
{
    private bool _busy;
    private CourseBrief? _course;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private CourseForm? _form;
    private CourseBrief? _theirs;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _error = await LoadAsync();
        if (_course is not null) _form = new CourseForm(_course);
    }

    private async Task<Error?> LoadAsync()
    {
        var result = await Mediator.Send(new GetCourseFactsQuery(new CourseId(Id)), Closing);
        if (result.IsSuccess) _course = result.Value;
        return result.Error;
    }

    private async Task SendAsync()
    {
        if (_busy || _form is null || _course is null) return;
        _busy = true;
        var faults = new List<FieldError>();
        var facts = _form.Read(faults);
        (_error, _faults, _theirs) = (null, faults, null);
        if (faults.Count == 0)
        {
            var result = await Mediator.Send(new ChangeCourseCommand(_course.Id, _course.Version, facts), Closing);
            (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
            if (result.IsSuccess) Navigation.NavigateTo($"courses/{Id}");
            else if (result.Error!.Kind == ErrorKind.Conflict) await CompareAsync();
        }

        _busy = false;
    }

    private async Task CompareAsync()
    {
        if (await LoadAsync() is { } error) _error = error;
        else _theirs = _course;
    }

    /// <summary>What they saved where the form says something else.</summary>
    private List<string> Others(CourseBrief theirs)
    {
        var (mine, other) = (_form!, new CourseForm(theirs));
        var lines = new List<string>();
        void Compare(string name, string mineSays, string theirsSay)
        {
            if (!mineSays.Trim().Equals(theirsSay, StringComparison.Ordinal)) lines.Add($"{name}: {(theirsSay.Length == 0 ? "nothing" : theirsSay)}");
        }

        Compare("Name", mine.Name, other.Name);
        Compare("Months that a completion counts", mine.Validity, other.Validity);
        Compare("Owner", mine.Owner, other.Owner);
        Compare("Tools", mine.Tools, other.Tools);
        Compare("For people who", CourseWords.Roles(mine.Roles), CourseWords.Roles(other.Roles));
        Compare("xAPI activity", mine.ActivityId, other.ActivityId);
        return lines;
    }
}
