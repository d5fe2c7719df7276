using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Changes.WatchHost;

public sealed partial class HostPage
{
    private HostReport? _report;
    private Error? _error;
    private int? _tried;
    private bool _busy;

    private string Finding =>
        _report switch
        {
            null => _error is null ? "Looking…" : "What GitHub delivered could not be counted.",
            { Receives: false } => "GitHub is not connected: no delivery is taken in, and builds ask the gate themselves.",
            { Refused: { Count: > 0 } refused } => $"{Refusals(refused.Sum(r => r.Count))} refused in the last seven days.",
            { GivenUp: { Count: > 0 } given } => $"{Say.Of(given.Sum(g => g.Count), "answer", "answers")} never reached GitHub.",
            { LastTakenAt: null } => "GitHub has delivered nothing yet.",
            { Waiting: > 0 and var waiting } => $"GitHub is heard; {Say.Of(waiting, "answer waits", "answers wait")}.",
            _ => "GitHub is heard, and nothing waits.",
        };

    protected override Task OnInitializedAsync() => ReadAsync();

    private static string Refusals(int count) => $"{Say.Of(count, "delivery", "deliveries")} {(count == 1 ? "was" : "were")}";

    private static string TimeOf(DateTimeOffset? time) => time is { } at ? $"{Say.Time(at)} UTC" : "Never";

    private static string WordsOf(string reason) =>
        reason switch
        {
            "not signed" => "It was not signed",
            "wrong signature" => "It was signed with another secret",
            "no secret is set" => "No secret is set here",
            "too large" => "It was larger than 5 MB",
            "wrong shape" => "It was no delivery of GitHub",
            _ => reason,
        };

    private async Task ReadAsync()
    {
        var result = await Mediator.Send(new GetHostStateQuery(), Closing);
        if (result.IsSuccess) _report = result.Value;
        else _error = result.Error;
    }

    private async Task RetryAsync(string cause)
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new RetryAnswersCommand(cause), Closing);
        (_busy, _error, _tried) = (false, result.Error, result.IsSuccess ? result.Value : null);
        if (result.IsSuccess) await ReadAsync();
    }
}
