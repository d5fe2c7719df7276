using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Evidence;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.MyTraining;

public sealed partial class MyTrainingPage
{
    private static readonly Dictionary<string, string> FieldIds = new(StringComparer.Ordinal)
    {
        [nameof(ReportTrainingCommand.CourseId)] = "my-course",
        [nameof(ReportTrainingCommand.CompletedOn)] = "my-day",
        [nameof(ReportTrainingCommand.Note)] = "my-note",
        [nameof(ReportTrainingCommand.EvidenceSha256)] = "my-evidence",
    };

    private MyTrainingView? _view;
    private Error? _error;
    private string _course = "";
    private string _note = "";
    private DateOnly? _day;
    private EvidenceRef? _evidence;
    private bool _busy;
    private bool _sent;

    private string Finding =>
        _view switch
        {
            null => _error?.Message ?? "Reading your record…",
            { HasPerson: false } => "Your account is not linked to a person of the roster, so no training can be shown. An administrator can link it.",
            { Asked.Count: 0 } => "No training is asked of you.",
            { } view => view.Asked.Count(a => a.Until is null && a.From <= view.Today) switch
            {
                0 => "You have all the training that is asked of you.",
                1 => $"One course is missing: {view.Asked.First(a => a.Until is null).Course}.",
                var missing => $"{Say.Number(missing, capital: true)} courses are missing.",
            },
        };

    private IEnumerable<(string Key, string Label)> Courses => _view!.Courses.SelectMany(c => c.Options);

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var result = await Mediator.Send(new GetMyTrainingQuery(), Closing);
        (_view, _error) = (result.IsSuccess ? result.Value : null, result.Error);
        _day ??= _view?.Today;
        if (_course.Length == 0 && _view is { Courses.Count: > 0 }) _course = Courses.First().Key;
    }

    private async Task ReportAsync()
    {
        if (_busy) return;
        if (CourseChoice.Read(_course) is not { } chosen || _day is not { } day)
        {
            _error = FieldRefusal.At(nameof(ReportTrainingCommand.CompletedOn), "Choose a course and the day.");
            return;
        }

        (_busy, _sent) = (true, false);
        var result = await Mediator.Send(new ReportTrainingCommand(chosen.Course, chosen.Version, day, _note, _evidence?.Sha256), Closing);
        (_busy, _error) = (false, result.Error);
        if (!result.IsSuccess) return;

        (_sent, _note, _evidence) = (true, "", null);
        await ReadAsync();
    }

    private string? MessageAt(string field) => _error?.Fields.FirstOrDefault(f => f.Field.Equals(field, StringComparison.Ordinal))?.Message;

    private string? Bad(string field) => MessageAt(field) is null ? null : "bad";

    private string StateOf(MyRequirement need)
    {
        if (need.Until is { } until) return until == DateOnly.MaxValue ? "Done" : $"Valid until {Say.Day(until)}";
        if (need.From > _view!.Today) return $"Due {Say.Day(need.From)}";
        return GapWords.Text(need.Gap!.Value);
    }

    private string ShapeOf(MyRequirement need)
    {
        if (need.Until is { } until) return until < _view!.Today.AddDays(CompletionStates.ExpiringDays) ? "watch" : "holds";
        return need.From > _view!.Today ? "watch" : GapWords.Shape(need.Gap!.Value);
    }
}
