using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Notices.WatchMail;

public sealed partial class MailPage
{
    private MailReport? _report;
    private Error? _error;
    private int? _tried;
    private bool _busy;

    private string Finding =>
        _report switch
        {
            null => _error is null ? "Looking…" : "The mails could not be counted.",
            { Way: null } => "Mail is not set up, so notices stay in the inbox.",
            { HeldUpBy: not MailFault.None, Waiting: var waiting } => $"No mail goes out: {Say.Of(waiting, "mail waits", "mails wait")}.",
            { Failed: { Count: > 0 } failed } => $"{Say.Of(failed.Sum(f => f.Count), "mail was", "mails were")} not sent.",
            { Waiting: > 0 and var waiting } => $"Mail goes out; {Say.Of(waiting, "mail waits", "mails wait")}.",
            { LastSentAt: null } => "Nothing has been mailed yet.",
            _ => "Mail goes out, and nothing waits.",
        };

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var result = await Mediator.Send(new GetMailStateQuery(), Closing);
        if (result.IsSuccess) _report = result.Value;
        else _error = result.Error;
    }

    private async Task RetryAsync(MailFault fault)
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new RetryMailCommand(fault), Closing);
        (_busy, _error, _tried) = (false, result.Error, result.IsSuccess ? result.Value : null);
        if (result.IsSuccess) await ReadAsync();
    }
}
