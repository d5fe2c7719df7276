using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.LogSession;

public sealed partial class LogSessionPage
{
    private static readonly Dictionary<string, string> FieldIds = new(StringComparer.Ordinal)
    {
        [nameof(LogSessionCommand.CourseId)] = "course",
        [nameof(LogSessionCommand.HeldOn)] = "date",
        [nameof(LogSessionCommand.Instructor)] = "instructor",
        [nameof(LogSessionCommand.ScorePercent)] = "score",
        [nameof(LogSessionCommand.People)] = "people",
        [nameof(LogSessionCommand.EvidenceSha256)] = "evidence",
    };

    private SessionForm? _form;
    private SessionDraft? _draft;
    private SessionEffect? _effect;
    private LoggedSession? _saved;
    private Error? _error;
    private Error? _problem;
    private ElementReference _savedNote;
    private bool _busy;
    private bool _toNote;
    private bool _canUndo;
    private int _secondsLeft;

    /// <summary>Course that is chosen at first, as links of other pages name it.</summary>
    [SupplyParameterFromQuery]
    public Guid? Course { get; set; }

    private string Finding =>
        _form is null ? "Who was there, what was it, when."
        : _draft is null ? "There is nothing to log yet: no course is taught, or you lead no unit."
        : _draft.Ticked.Count == 0 ? "Who was there, what was it, when. Nobody is ticked yet."
        : $"Who was there, what was it, when. {Say.Number(_draft.Ticked.Count, capital: true)} {(_draft.Ticked.Count == 1 ? "person is" : "people are")} ticked.";

    private IEnumerable<(string Key, string Label)> Courses => _form!.Courses.SelectMany(c => c.Options);

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetSessionFormQuery(), Closing);
        (_form, _problem) = (result.IsSuccess ? result.Value : null, result.Error);
        if (_form is not { Units.Count: > 0, Courses.Count: > 0 }) return;

        var course = _form.Courses.FirstOrDefault(c => c.Id.Value == Course) ?? _form.Courses[0];
        _draft = new SessionDraft(_form.Units[0], course.Id, course.Versions[0], _form.Today);
        await RefreshEffectAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_toNote) return;
        _toNote = false;
        await _savedNote.FocusAsync();
    }

    private string? MessageAt(string field) => _error?.Fields.FirstOrDefault(f => f.Field.Equals(field, StringComparison.Ordinal))?.Message;

    private string? Bad(string field) => MessageAt(field) is null ? null : "bad";

    private Task ChooseUnitAsync(ChangeEventArgs e)
    {
        if (_form!.Units.FirstOrDefault(u => u.Id.Value.ToString().Equals(e.Value as string, StringComparison.OrdinalIgnoreCase)) is { } unit) _draft!.Choose(unit);
        return RefreshEffectAsync();
    }

    private Task ChooseCourseAsync(ChangeEventArgs e)
    {
        _draft!.ChooseCourse(e.Value as string ?? "");
        return RefreshEffectAsync();
    }

    private Task ChooseDateAsync(ChangeEventArgs e)
    {
        _draft!.HeldOnText = e.Value as string ?? "";
        return RefreshEffectAsync();
    }

    private Task ChooseResultAsync(ChangeEventArgs e)
    {
        if (Enum.TryParse<CompletionResult>(e.Value as string, out var result)) _draft!.Result = result;
        return RefreshEffectAsync();
    }

    private async Task RefreshEffectAsync()
    {
        if (_draft is not { HeldOn: { } day } draft) return;
        var result = await Mediator.Send(new PreviewSessionQuery(draft.Unit.Id, draft.CourseId, draft.Version, day, draft.Result, [.. draft.Ticked.Keys]), Closing);
        if (result.IsSuccess) _effect = result.Value;
    }

    private async Task SaveAsync()
    {
        if (_busy || _draft is not { } draft) return;
        (_busy, _saved, _error) = (true, null, null);
        var read = draft.Read();
        var result = read.IsSuccess ? await Mediator.Send(read.Value, Closing) : read.Error!;
        _busy = false;
        _error = result.Error;
        if (!result.IsSuccess) return;

        (_saved, _toNote) = (result.Value, true);
        draft.Clear();
        await RefreshEffectAsync();
        _ = CountDownAsync(result.Value);
    }

    private async Task CountDownAsync(LoggedSession session)
    {
        (_canUndo, _secondsLeft) = (true, (int)TrainingSession.UndoTime.TotalSeconds);
        try
        {
            // Whoever logs the next session within ten seconds has the undo of that one.
            for (; _secondsLeft > 0 && _canUndo && session == _saved; _secondsLeft--)
            {
                await InvokeAsync(StateHasChanged);
                await Task.Delay(TimeSpan.FromSeconds(1), Closing);
            }

            if (session != _saved) return;
            _canUndo = false;
            await InvokeAsync(StateHasChanged);
        }
        catch (OperationCanceledException)
        {
            // The page was left; what was saved stays saved.
        }
    }

    private async Task UndoAsync()
    {
        _canUndo = false;
        var result = await Mediator.Send(new UndoSessionCommand(_saved!.Id), Closing);
        (_saved, _error) = (null, result.Error);
        if (!result.IsSuccess) return;
        _draft!.Restore();
        await RefreshEffectAsync();
    }

    private static string SavedText(LoggedSession saved) =>
        $"Saved for {Say.Of(saved.People, "person", "people")}."
        + (saved.AlreadyRecorded == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" For {saved.AlreadyRecorded} it was recorded before."));
}
