using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Changes.SetPolicy;

public sealed partial class PolicyPage
{
    private static readonly RiskTier[] Tiers = [RiskTier.Minimal, RiskTier.Limited, RiskTier.High];

    private Error? _error;
    private SignOffPolicyView? _view;

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    private string Finding =>
        _view is not { } view ? "Reading the policy…"
        : view.Rules.Count == 0 ? "No unit has a rule of its own: a senior signs off what juniors, mids and agents wrote, and two of them whatever is high-risk."
        : $"{Say.Number(view.Rules.Count, capital: true)} {(view.Rules.Count == 1 ? "rule differs" : "rules differ")} from the default.";

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new GetSignOffPolicyQuery(new Paging(Page ?? 1, Paging.DefaultSize)), Closing);
        (_error, _view) = (result.Error, result.IsSuccess ? result.Value : null);
    }

    private async Task DropAsync(PolicyRule rule)
    {
        var result = await Mediator.Send(new DropSignOffTermsCommand(rule.UnitId, rule.Tier), Closing);
        if (result.IsSuccess) await LoadAsync();
        _error = result.Error;
    }
}
