using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Ledger.GetLedgerEntry;

public sealed partial class LedgerEntryPage
{
    private LedgerEntryResponse? _entry;
    private Error? _error;

    [Parameter]
    public long Number { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var result = await Mediator.Send(new GetLedgerEntryQuery(Number), Closing);
        _error = result.Error;
        _entry = result.IsSuccess ? result.Value : null;
    }

    private static string ProofText(EntryProof proof) =>
        proof.Holds
            ? $"It is one of the {Say.Count(proof.CheckpointSize)} entries that the checkpoint of {Say.Time(proof.CheckpointAt)} signs"
            : $"It is not the entry that the checkpoint of {Say.Time(proof.CheckpointAt)} signs";
}
