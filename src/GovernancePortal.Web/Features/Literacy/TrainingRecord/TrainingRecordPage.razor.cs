using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.TrainingRecord;

public sealed partial class TrainingRecordPage
{
    private static readonly Dictionary<string, string> FieldIds = new(StringComparer.Ordinal)
    {
        [nameof(CorrectCompletionCommand.Reason)] = "fix-reason",
        [nameof(RightCompletion.CourseVersion)] = "fix-version",
        [nameof(RightCompletion.CompletedOn)] = "fix-day",
        [nameof(RightCompletion.Result)] = "fix-result",
    };

    private TrainingRecordView? _view;
    private RecordRow? _correcting;
    private Error? _error;
    private string _reason = "";
    private string _version = "";
    private DateOnly? _day;
    private CompletionResult _result;
    private bool _never;
    private bool _busy;

    [Parameter]
    public Guid Id { get; set; }

    private string Finding
    {
        get
        {
            if (_view is null) return _error?.Message ?? "Reading the record…";
            var valid = _view.Rows.Count(r => r.State is CompletionState.Valid or CompletionState.Expiring);
            return _view.Rows.Count == 0 ? $"Nothing is recorded for {_view.Name} yet." : $"{_view.Name} has {Say.Of(_view.Rows.Count, "record", "records")}; {Say.Number(valid)} {(valid == 1 ? "is" : "are")} valid today.";
        }
    }

    protected override Task OnParametersSetAsync() => _view?.PersonId.Value == Id ? Task.CompletedTask : ReadAsync();

    private async Task ReadAsync()
    {
        var result = await Mediator.Send(new GetTrainingRecordQuery(new PersonId(Id)), Closing);
        if (result.IsSuccess) _view = result.Value;
        else _error = result.Error;
    }

    private void Start(RecordRow row)
    {
        (_correcting, _reason, _never, _error) = (row, "", false, null);
        (_version, _day, _result) = (row.CourseVersion, row.On, row.Result == CompletionResult.Waived ? CompletionResult.Attended : row.Result);
    }

    private async Task CorrectAsync()
    {
        if (_busy || _correcting is not { } wrong) return;
        if (!_never && _day is null)
        {
            _error = FieldRefusal.At(nameof(RightCompletion.CompletedOn), "Enter the right day.");
            return;
        }

        _busy = true;
        var right = _never ? null : new RightCompletion(_version.Trim(), _day!.Value, _result);
        var result = await Mediator.Send(new CorrectCompletionCommand(wrong.Id, wrong.Version, _reason, right), Closing);
        (_busy, _error) = (false, result.Error);
        if (!result.IsSuccess) return;

        _correcting = null;
        await ReadAsync();
    }
}
