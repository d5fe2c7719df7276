using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Components.Layout;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Notices.ReadInbox;

public sealed partial class InboxPage
{
    private InboxView? _view;
    private Error? _error;
    private bool _busy;

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [CascadingParameter]
    private FrameSignal? Frame { get; set; }

    private string Finding =>
        _view switch
        {
            null => _error is null ? "Looking…" : "The inbox could not be read.",
            { Open: 0 } => "Nothing waits for you.",
            { Open: 1 } => "One thing waits for you.",
            { Open: var open } => $"{Say.Number(open, capital: true)} things wait for you.",
        };

    protected override Task OnParametersSetAsync() => ReadAsync();

    private static string Day(DateTimeOffset time) => Say.Day(time.UtcDay());

    private async Task ReadAsync()
    {
        var result = await Mediator.Send(new ListNoticesQuery(new Paging(Page ?? 1, Paging.DefaultSize)), Closing);
        if (result.IsSuccess) _view = result.Value;
        else _error = result.Error;
    }

    private Task MarkAsync(NoticeRow notice) => DoAsync(new MarkNoticeReadCommand(notice.Id));

    private Task MarkAllAsync() => DoAsync(new MarkAllNoticesReadCommand());

    /// <summary>The link leads away while this is sent: it is not broken off with the page.</summary>
    private async Task OpenedAsync(NoticeRow notice)
    {
        if (!notice.IsOpen) return;
        await Mediator.Send(new MarkNoticeReadCommand(notice.Id), CancellationToken.None);
        Frame?.Raise();
    }

    private async Task DoAsync<T>(IRequest<T> request)
        where T : Result
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(request, Closing);
        (_busy, _error) = (false, result.Error);
        await ReadAsync();
        Frame?.Raise();
    }
}
