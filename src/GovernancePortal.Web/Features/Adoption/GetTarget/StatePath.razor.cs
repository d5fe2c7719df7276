using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Features.Adoption.Reading;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.GetTarget;

public sealed partial class StatePath
{
    [Parameter, EditorRequired]
    public TargetDetails Details { get; set; } = default!;

    private string Doing => Details.Target.CorrectiveAction is { } action
        ? $"What is being done: {action} Stated by {Details.People.AcknowledgedBy}."
        : "Nobody has stated yet what is being done.";

    private IEnumerable<Step> Steps()
    {
        var (target, dates, people) = (Details.Target, Details.Dates, Details.People);
        yield return Ring("Draft", dates.Drafted, "", TargetState.Draft);
        yield return Ring("Proposed", dates.Proposed, people.ProposedBy is { } by ? $", by {by}" : "", TargetState.Proposed);
        yield return Ring("Approved", dates.Approved, people.ApprovedBy is { } agreed ? $", by {agreed}" : "", TargetState.Approved);
        yield return Ring("Active", dates.FirstActive, "", TargetState.Active);
        if (target.State == TargetState.Paused)
        {
            var reason = target.PauseReason is { } words ? $" Stopped by {people.PausedBy}: {words}" : "";
            yield return new("Paused, now", $"{TargetWords.Since(target.StateSince, target.AsOf)}.{reason} Restarts when the blockers clear and a named person signs.", "paused", "below now", Now: true);
        }

        if (target.State == TargetState.Retired) yield return new("Retired", TargetWords.Date(dates.Retired!.Value), "struck", "goal last now", Now: true);
        else yield return Goal(target, dates);
    }

    private Step Goal(TargetHead target, TargetDates dates) => new(
        "Achieved",
        dates.Achieved is { } at
            ? TargetWords.Date(at)
            : $"{TargetWords.Value(target.Metric, target.TargetValue)} in {target.AchieveAfter} evaluations in a row, {target.OutcomeMetric} no worse than {target.OutcomeBaseline:0.##}",
        target.State == TargetState.Achieved ? "done" : "open",
        target.State == TargetState.Achieved ? "goal last now" : "goal last",
        target.State == TargetState.Achieved);

    private Step Ring(string name, DateTimeOffset? at, string words, TargetState state)
    {
        var now = Details.Target.State == state;
        var reached = at is not null && (Details.Target.State >= state || state == TargetState.Active);
        var css = (reached ? now ? "to-todo" : "" : "todo") + (now ? " now" : "");
        var shape = now ? TargetWords.Shape(state) : reached ? "done" : "open";
        return new(now ? $"{name}, now" : name, reached ? TargetWords.Date(at!.Value) + words : "not yet", shape, css, now);
    }

    private sealed record Step(string Name, string Words, string Shape, string Class, bool Now);
}
