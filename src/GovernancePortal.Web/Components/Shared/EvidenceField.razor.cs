using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Literacy.Evidence;
using GovernancePortal.Web.Features.Literacy.KeepEvidence;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace GovernancePortal.Web.Components.Shared;

/// <summary>Takes a file of evidence, or none. The file is kept at once; the form that holds this field refers to it by its hash.</summary>
public sealed partial class EvidenceField
{
    private static readonly Error NotArrived = new("evidence.not-arrived", "The file did not arrive. Nothing was kept; choose it again.");
    private Error? _error;
    private bool _busy;
    private int _round;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    public EvidenceRef? Value { get; set; }

    [Parameter]
    public EventCallback<EvidenceRef?> ValueChanged { get; set; }

    /// <summary>What the form found wrong with the file when it was saved.</summary>
    [Parameter]
    public string? Message { get; set; }

    private async Task KeepAsync(InputFileChangeEventArgs chosen)
    {
        if (_busy) return;
        (_busy, _error) = (true, null);
        // The request itself counts bytes and refuses with a sentence; the stream would only break off.
        Result<EvidenceRef> result;
        try
        {
            await using var content = chosen.File.OpenReadStream(long.MaxValue, Closing);
            result = await Mediator.Send(new KeepEvidenceCommand(chosen.File.Name, content), Closing);
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException or OperationCanceledException)
        {
            result = NotArrived;
        }

        // A new input, so that the same file can be chosen again after a refusal.
        (_busy, _error, _round) = (false, result.Error, _round + 1);
        if (result.IsSuccess) await ValueChanged.InvokeAsync(result.Value);
    }

    private Task RemoveAsync()
    {
        _error = null;
        return ValueChanged.InvokeAsync(null);
    }
}
