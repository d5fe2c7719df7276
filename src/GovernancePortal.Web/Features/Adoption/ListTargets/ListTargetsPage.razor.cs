using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.ListTargets;

public sealed partial class ListTargetsPage
{
    private TargetList? _list;
    private Error? _error;

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "desc")]
    private bool Descending { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? Page { get; set; }

    private TargetState? StateFilter => Enum.TryParse<TargetState>(State, out var state) && Enum.IsDefined(state) ? state : null;

    private TargetSort SortBy => Enum.TryParse<TargetSort>(Sort, out var sort) && Enum.IsDefined(sort) ? sort : TargetSort.Unit;

    private string Finding => (_error, _list) switch
    {
        ({ } error, _) => error.Message,
        (_, null) => "Reading the targets.",
        (_, { Targets.Total: 0 }) => StateFilter is null ? "No target has been proposed yet." : $"No target is {State!.ToLowerInvariant()}.",
        (_, { Targets.Total: 1 }) => StateFilter is null ? "There is one target." : $"One target is {State!.ToLowerInvariant()}.",
        _ when StateFilter is not null => $"{_list.Targets.Total:N0} targets are {State!.ToLowerInvariant()}.",
        _ => $"Of {_list.Targets.Total:N0} targets, {Say.Number(Of(TargetState.Active))} {(Of(TargetState.Active) == 1 ? "is" : "are")} active and {Say.Number(Of(TargetState.Paused))} {(Of(TargetState.Paused) == 1 ? "is" : "are")} paused.",
    };

    private int Of(TargetState state) => _list!.Counts.GetValueOrDefault(state);

    private string Empty => StateFilter is null
        ? "A target starts with a proposal: a unit, a figure to reach, an outcome that must not get worse, and the guardrails that hold it."
        : "Choose another state, or all of them.";

    protected override async Task OnParametersSetAsync()
    {
        var result = await Mediator.Send(new ListTargetsQuery(StateFilter, SortBy, Descending, new Paging(Page ?? 1, Paging.DefaultSize)), Closing);
        (_list, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }

    private string SortLink(TargetSort sort) => Address(State, sort, sort == SortBy && !Descending, 1);

    private string Link(TargetState? state) => Address(state?.ToString(), SortBy, Descending, 1);

    private string PageLink(int page) => Address(State, SortBy, Descending, page);

    private static string Address(string? state, TargetSort sort, bool descending, int page)
    {
        var parts = new List<string>();
        if (state is not null) parts.Add($"state={state}");
        if (sort != TargetSort.Unit) parts.Add($"sort={sort}");
        if (descending) parts.Add("desc=true");
        if (page > 1) parts.Add($"page={page}");
        return parts.Count == 0 ? "targets" : "targets?" + string.Join('&', parts);
    }
}
