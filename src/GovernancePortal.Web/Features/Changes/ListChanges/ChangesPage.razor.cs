using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Changes.ListChanges;

public sealed partial class ChangesPage
{
    private static readonly (string View, string Text)[] Views = [("", "Waiting"), ("passed", "Emergency passes"), ("open", "Open"), ("all", "All")];

    [SupplyParameterFromQuery]
    private string? View { get; set; }

    [SupplyParameterFromQuery]
    private string? Risk { get; set; }

    [SupplyParameterFromQuery]
    private string? Late { get; set; }

    protected override ChangesAddress Here => new(Search, View, Risk, Late, Sort, Page ?? 1);

    protected override string Noun => "queue";

    protected override string FindingOf(ChangeList list) =>
        Here.Filter is { View: ChangeView.Waiting, Search: null, Tier: null, Late: false } ? Queue(list)
        : $"{Say.Number(list.Changes.Total, capital: true)} {(list.Changes.Total == 1 ? "change matches" : "changes match")}.";

    private static string Queue(ChangeList list) =>
        list.Waiting == 0 ? "No change waits for a reviewer."
        : list.Late == 0 ? $"{Say.Number(list.Waiting, capital: true)} {(list.Waiting == 1 ? "change waits" : "changes wait")} for a reviewer, none longer than promised."
        : $"{Say.Number(list.Waiting, capital: true)} {(list.Waiting == 1 ? "change waits" : "changes wait")} for a reviewer, {Say.Number(list.Late)} longer than promised.";
}
