using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Knowledge.GetFreshness;

public sealed partial class FreshnessPage
{
    private FreshnessOverview? _view;
    private Error? _error;
    private (bool Read, Guid? Unit) _shown;

    [SupplyParameterFromQuery]
    private Guid? Unit { get; set; }

    private string Finding =>
        _view switch
        {
            null => _error is null ? "Counting…" : "The figures could not be read.",
            { All.Pages: 0 } => "No page is registered here, so nothing can be shown.",
            { All: { Lacking: 0 } all } => $"{(all.Pages == 1 ? "The one page is" : $"All {Say.Count(all.Pages)} pages are")} verified in time and owned.",
            { All: { } all } => $"{Say.Percent(all.Share!.Value)} of {Say.Of(all.Pages, "page", "pages")} {(all.Fresh == 1 ? "is" : "are")} verified in time and owned; {Say.Number(all.Lacking)} {(all.Lacking == 1 ? "is" : "are")} not.",
        };

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (true, Unit)) return;
        _shown = (true, Unit);
        var result = await Mediator.Send(new GetFreshnessQuery(Unit is { } id ? new UnitId(id) : null), Closing);
        (_view, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }

    private string Register() => Unit is { } id ? $"knowledge?unit={id}" : "knowledge";

    private static IReadOnlyList<FreshnessRow> Units(FreshnessOverview view) => [.. view.Below.Select(u => new FreshnessRow(u.Name, $"knowledge/freshness?unit={u.Id.Value}", u.Count))];

    private static IReadOnlyList<FreshnessRow> Systems(FreshnessOverview view) => [.. view.Systems.Select(s => new FreshnessRow(s.System, null, s.Count))];

    private static IReadOnlyList<FreshnessRow> Owners(FreshnessOverview view) =>
        [.. view.Owners.Select(o => new FreshnessRow(o.Name ?? "Nobody", null, o.Count, o.Name is not null && !o.IsHere ? "no longer works here" : null))];
}
