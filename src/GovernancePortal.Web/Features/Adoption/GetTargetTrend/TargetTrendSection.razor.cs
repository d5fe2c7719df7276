using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.GetTargetTrend;

/// <summary>The part of a target's page that shows how it got here.</summary>
public sealed partial class TargetTrendSection
{
    private TargetTrend? _trend;
    private Guid? _read;

    [Parameter, EditorRequired]
    public Guid TargetId { get; set; }

    private IReadOnlyList<TrendPoint> Used => [.. _trend!.Points.Where(w => w.Use.Share is not null)];

    private string By => _trend!.ByDay ? "By day." : "By week.";

    private string RuleWords =>
        _trend!.Rules is var rules
            ? $"Activity without value is use that rises by {rules.UseRise * 100:0} points between two periods of {Say.Number(rules.Weeks)} weeks with an outcome less than {Say.Percent(rules.OutcomeGain)} better, "
                + $"or a week with {rules.Burst:0.#} times the usual suggestions of which at most {Say.Percent(rules.KeptPart)} of the usual share is kept. It is told and changes no state."
            : "";

    private string Caption => Used is { Count: > 1 } used
        ? $"Use {Way(used[0].Use.Share!.Value, used[^1].Use.Share!.Value)}, readiness {Ready}"
        : $"Readiness {Ready}";

    private string Ready => Way(_trend!.Points[0].Readiness, _trend.Points[^1].Readiness);

    private string UseNote =>
        _trend!.Points.All(w => w.Use.Shown == UseShown.Paused) ? "While it is paused, no use figure is shown and none is asked of you."
        : _trend.Points.Any(w => w.Use.Shown == UseShown.Paused) ? "Use is left out where it was paused."
        : _trend.Points.All(w => w.Use.Shown == UseShown.SmallGroup) ? "Use is not shown for fewer than five people."
        : Used.Count == 0 ? "There are no usage data."
        : "";

    private string Spoken => $"{Caption}.{(_trend!.Pauses.Count == 0 ? "" : $" Paused {TargetWords.Enumerate([.. _trend.Pauses.Select(Words)])}.")}";

    protected override async Task OnParametersSetAsync()
    {
        if (_read == TargetId) return;
        _read = TargetId;
        var result = await Mediator.Send(new GetTargetTrendQuery(new AdoptionTargetId(TargetId)), Closing);
        _trend = result.IsSuccess ? result.Value : null;
    }

    private static string Way(double from, double to) => Say.Percent(from) == Say.Percent(to) ? $"is {Say.Percent(to)}, as it was" : $"went from {Say.Percent(from)} to {Say.Percent(to)}";

    private static string Words(TargetPause pause) => pause.To is { } end ? $"from {Say.Day(pause.From)} to {Say.Day(end)}" : $"since {Say.Day(pause.From)}";
}
