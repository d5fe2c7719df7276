using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Components.Charts;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Plans.GetPlan;

public sealed partial class PlanPage
{
    private Error? _error;
    private PlanDetails? _read;

    [Parameter]
    public Guid Id { get; set; }

    private string Finding =>
        _error?.Message
        ?? (_read is not { } read ? "Reading the plan."
            : $"{Seats(read)} {Then(read)}");

    // Whoever may not see names may not find somebody from a group of a few either.
    private IReadOnlyList<Flow> Flows => _read is { } read ? [.. read.Flows.Select(f => new Flow(f.Unit, f.Role, f.People) { People = read.MaySeePeople ? null : f.People })] : [];

    protected override Task OnParametersSetAsync() => _read?.Plan.Id.Value == Id ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new GetPlanQuery(new PlanId(Id)), Closing);
        (_error, _read) = (result.Error, result.IsSuccess ? result.Value : null);
    }

    private static string Seats(PlanDetails read) =>
        read.WithSeat == read.People
            ? $"All {Say.Count(read.People)} people of the case have a seat in new work."
            : $"{Say.Number(read.WithSeat, capital: true)} of {Say.Number(read.People)} people of the case have a seat in new work.";

    private static string Then(PlanDetails read) =>
        read.Plan.State switch
        {
            PlanState.Draft when read.Plan.Checks.Any(c => c.Stops) => "A check stops it.",
            PlanState.Draft => "It has to be checked before an executive decides.",
            PlanState.Checked when read.MayDecide && !read.IsAuthor => "It waits for your decision.",
            PlanState.Checked => "It waits for an executive who did not make it.",
            PlanState.Approved => "It is approved and waits to be published.",
            PlanState.Published => $"{Say.Number(read.Stages.Where(s => s.Key is MoveStage.Accepted or (>= MoveStage.Training and < MoveStage.Left)).Sum(s => s.Value), capital: true)} accepted so far.",
            _ => $"It is {PlanWords.Of(read.Plan.State).ToLowerInvariant()}.",
        };
}
