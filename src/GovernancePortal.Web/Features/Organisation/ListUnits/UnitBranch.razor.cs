using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Organisation.ListUnits;

public sealed partial class UnitBranch
{
    private readonly List<UnitRow> _more = [];
    private readonly Dictionary<UnitId, PageOf<UnitRow>> _open = [];
    private int _page = 1;

    [Parameter, EditorRequired]
    public PageOf<UnitRow> Rows { get; set; } = default!;

    /// <summary>Whose children these are; null for the topmost.</summary>
    [Parameter]
    public UnitId? ParentId { get; set; }

    /// <summary>Opens the first unit at once, so that a lone root does not stand there closed.</summary>
    [Parameter]
    public bool OpenFirst { get; set; }

    [Parameter]
    public EventCallback<Error> OnError { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (OpenFirst && Rows.Items is [{ HasChildren: true } first, ..]) await ToggleAsync(first);
    }

    private async Task ToggleAsync(UnitRow unit)
    {
        if (_open.Remove(unit.Id)) return;
        if (await ReadAsync(unit.Id, page: 1) is { } below) _open[unit.Id] = below;
    }

    private async Task MoreAsync()
    {
        if (await ReadAsync(ParentId, _page + 1) is not { } next) return;
        _page = next.Page;
        _more.AddRange(next.Items);
    }

    private async Task<PageOf<UnitRow>?> ReadAsync(UnitId? parent, int page)
    {
        var result = await Mediator.Send(new ListUnitsQuery(parent, new Paging(page, Paging.MaxSize)), Closing);
        if (result.IsSuccess) return result.Value;

        await OnError.InvokeAsync(result.Error);
        return null;
    }
}
