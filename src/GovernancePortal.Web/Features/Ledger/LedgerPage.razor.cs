using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Ledger.GetLedgerState;
using GovernancePortal.Web.Features.Ledger.ListLedgerEntries;
using GovernancePortal.Web.Features.Ledger.MakeCheckpoint;
using GovernancePortal.Web.Features.Ledger.VerifyLedger;
using GovernancePortal.Web.Platform.Ledger;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Ledger;

public sealed partial class LedgerPage
{
    private Error? _error;
    private ListLedgerEntriesResponse? _list;
    private Error? _listError;
    private LedgerProgress _progress;
    private LedgerReport? _report;
    private bool _signing;
    private LedgerState? _state;
    private bool _verifying;

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery]
    private string? Subject { get; set; }

    [SupplyParameterFromQuery(Name = "by")]
    private string? Actor { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [SupplyParameterFromQuery]
    private int? Size { get; set; }

    private LedgerAddress Here => new(Kind, Subject, Actor, From, To, Page ?? 1, Size);

    private string Finding =>
        (_report, _state) switch
        {
            ({ Outside: > 0 } report, _) =>
                $"The record is whole: {Say.Of(report.Entries, "entry extends", "entries extend")} the signed checkpoint kept outside the database.",
            ({ } report, _) => $"The record is whole: {Say.Of(report.Entries, "entry", "entries")}. No checkpoint is kept outside the database yet.",
            (_, null) => "Reading the record…",
            (_, { Size: 0 }) => "Nothing is recorded yet. The first decision makes the first entry.",
            (_, { Verified: null } state) => $"The record holds {Say.Of(state.Size, "entry", "entries")} and was never verified.",
            (_, { Verified.Number: var number } state) when number == state.Size =>
                $"The record holds {Say.Of(state.Size, "entry", "entries")}; nothing came since it was last found whole.",
            (_, { } state) =>
                $"The record holds {Say.Of(state.Size, "entry", "entries")}; {Say.Number(state.Size - state.Verified!.Number)} came since it was last found whole.",
        };

    private string? Verified =>
        _report is { } report ? $"Verified {Say.Time(report.At)} UTC"
        : _state?.Verified is { } verified ? $"Last found whole {Say.Time(verified.At)} UTC, by {verified.By}"
        : null;

    private string? Signed =>
        _state is not { } state ? null
        : state.Checkpoints is [var latest, ..]
            ? $"Last checkpoint {Say.Time(latest.MadeAt)}, {(latest.By is null ? "by schedule" : "on demand")}; next {state.NextCheckpoint:HH:mm} UTC"
        : $"No checkpoint yet; the first is made at {state.NextCheckpoint:HH:mm} UTC";

    private string VerificationNote =>
        _report is null ? "Four proofs, each in words." : $"{_report.Took.TotalSeconds:0.00} s for all four.";

    protected override async Task OnParametersSetAsync()
    {
        if (_state is null) await ReadStateAsync();
        await ReadListAsync();
    }

    private async Task ReadStateAsync()
    {
        var state = await Mediator.Send(new GetLedgerStateQuery(), Closing);
        _error = state.Error;
        if (state.IsSuccess) _state = state.Value;
    }

    private async Task ReadListAsync()
    {
        var list = await Mediator.Send(Here.Query, Closing);
        _listError = list.Error;
        _list = list.IsSuccess ? list.Value : null;
    }

    private async Task VerifyAsync()
    {
        if (_verifying) return;
        (_verifying, _progress, _error) = (true, default, null);
        try
        {
            var progress = new Progress<LedgerProgress>(Show);
            var result = await Mediator.Send(new VerifyLedgerCommand(progress), Closing);
            if (result.IsSuccess) _report = result.Value;
            await ReadStateAsync();
            await ReadListAsync();
            _error ??= result.Error;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        finally
        {
            _verifying = false;
        }
    }

    private void Show(LedgerProgress progress)
    {
        if (!_verifying || Closing.IsCancellationRequested) return;
        _progress = progress;
        StateHasChanged();
    }

    private async Task MakeCheckpointAsync()
    {
        if (_signing) return;
        _signing = true;
        var made = await Mediator.Send(new MakeCheckpointCommand(), Closing);
        await ReadStateAsync();
        (_error, _signing) = (made.Error ?? _error, false);
    }
}
