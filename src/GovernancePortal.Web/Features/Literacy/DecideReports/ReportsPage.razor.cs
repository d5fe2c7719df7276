using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.DecideReports;

public sealed partial class ReportsPage
{
    private PageOf<ReportRow>? _list;
    private Error? _error;
    private long? _declining;
    private string _reason = "";
    private bool _busy;
    private bool _reasonMissing;
    private int? _shown;

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    private string Finding =>
        _list switch
        {
            null => "Looking…",
            { Total: 0 } => "Nothing waits for you.",
            { Total: var total } => $"{Say.Number(total, capital: true)} {(total == 1 ? "report waits" : "reports wait")} for you.",
        };

    protected override Task OnParametersSetAsync()
    {
        if (_shown == (Page ?? 1)) return Task.CompletedTask;
        _shown = Page ?? 1;
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        var result = await Mediator.Send(new ListReportsQuery(new Paging(Page ?? 1, Paging.DefaultSize)), Closing);
        if (result.IsSuccess) _list = result.Value;
        else _error = result.Error;
    }

    private void StartDecline(ReportRow report) => (_declining, _reason, _reasonMissing) = (report.Id, "", false);

    private async Task DecideAsync(ReportRow report, bool confirm)
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new DecideReportCommand(report.Id, report.Version, confirm, confirm ? "" : _reason), Closing);
        (_busy, _error, _reasonMissing) = (false, result.Error, result.Error?.Kind == ErrorKind.Invalid);
        if (result.Error?.Kind == ErrorKind.Invalid) return;

        _declining = null;
        await ReadAsync();
    }
}
