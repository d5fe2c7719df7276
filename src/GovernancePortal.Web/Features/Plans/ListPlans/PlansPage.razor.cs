using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Plans.ListPlans;

public sealed partial class PlansPage
{
    [SupplyParameterFromQuery]
    private string? State { get; set; }

    protected override PlansAddress Here => new(Search, State, Sort, Page ?? 1);

    protected override string Noun => "plans";

    protected override string FindingOf(PlanList list)
    {
        if (list.All == 0) return list.MayMake ? "No plan yet. A plan begins with a case of displaced positions." : "No plan is before you, and none has been published.";
        var (waiting, under) = (list.States.GetValueOrDefault(PlanState.Checked), list.States.GetValueOrDefault(PlanState.Published));
        return $"{Say.Number(list.All, capital: true)} {(list.All == 1 ? "plan" : "plans")}: {Say.Number(waiting)} {(waiting == 1 ? "waits" : "wait")} for an executive, {Say.Number(under)} {(under == 1 ? "is" : "are")} under way.";
    }
}
