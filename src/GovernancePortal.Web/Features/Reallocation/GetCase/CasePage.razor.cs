using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.Cases;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Reallocation.GetCase;

public sealed partial class CasePage
{
    private const int RowsOfReaders = 10;

    private Error? _error;
    private CaseDetails? _read;
    private PageOf<PositionRow>? _positions;
    private PageOf<CaseReaderRow>? _readers;
    private (Guid, int, int)? _shown;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [SupplyParameterFromQuery]
    private int? Readers { get; set; }

    private string Finding
    {
        get
        {
            if (_error is not null) return _error.Message;
            if (_read is not { Case: var one, Affected: var affected }) return "Reading the case.";
            var people = $"{Say.Number(one.PositionCount, capital: true)} {(one.PositionCount == 1 ? "position" : "positions")}";
            return one.State switch
            {
                CaseState.Draft when one.PositionCount == 0 => "No position is marked yet.",
                CaseState.Draft => $"{people} {(one.PositionCount == 1 ? "is" : "are")} marked{(affected.Shares < affected.People ? $", {affected.Shares:0.##} whole ones" : "")}. Those concerned do not know{(one.HasNotice ? "" : ", and notice is not confirmed")}.",
                CaseState.Published => $"{people} {(one.PositionCount == 1 ? "is" : "are")} displaced; {CaseWords.Notice(one.NoticeMonths, one.ConsultationDays)}. Those concerned have been told.",
                CaseState.Closed => $"Closed with {CaseWords.Positions(one.PositionCount)}.",
                _ => "Withdrawn: the positions stay.",
            };
        }
    }

    protected override Task OnParametersSetAsync() => _shown == (Id, Page ?? 1, Readers ?? 1) ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        _shown = (Id, Page ?? 1, Readers ?? 1);
        var id = new CaseId(Id);
        var result = await Mediator.Send(new GetCaseQuery(id), Closing);
        if (result.IsSuccess)
        {
            var positions = await Mediator.Send(new ListPositionsQuery(id, new Paging(Page ?? 1, Paging.DefaultSize)), Closing);
            var readers = await Mediator.Send(new ListCaseReadersQuery(id, new Paging(Readers ?? 1, RowsOfReaders)), Closing);
            if (!positions.IsSuccess || !readers.IsSuccess) result = CaseErrors.NotFound;
            else (_positions, _readers) = (positions.Value, readers.Value);
        }

        (_error, _read) = (result.Error, result.IsSuccess ? result.Value : null);
    }

    private string PositionsHref(int page) => $"cases/{Id}?page={page}#positions";

    private string ReadersHref(int page) => $"cases/{Id}?readers={page}#readers";
}
