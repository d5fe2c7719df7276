using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Changes.DecideChange;

public sealed partial class DecisionPanel
{
    private bool _busy;
    private SignOffKind? _choice;
    private string? _done;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private FindingType _finding;
    private string _note = "";
    private string _system = "";

    [Parameter, EditorRequired]
    public ChangeId ChangeId { get; set; }

    [Parameter, EditorRequired]
    public int Version { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<string> Systems { get; set; } = [];

    [Parameter]
    public bool MayApprove { get; set; }

    /// <summary>Why this user may not sign it off.</summary>
    [Parameter]
    public string? ApproveRefusal { get; set; }

    [Parameter]
    public bool MayReject { get; set; }

    [Parameter]
    public bool MayPass { get; set; }

    [Parameter]
    public bool MayReview { get; set; }

    [Parameter]
    public EventCallback Done { get; set; }

    private List<(SignOffKind Kind, string Text)> Choices =>
    [
        .. new[]
        {
            (MayApprove && ApproveRefusal is null, SignOffKind.Approval, "Sign off: I read it and would answer for it"),
            (MayReject, SignOffKind.Rejection, "Reject: something is wrong with it"),
            (MayPass, SignOffKind.EmergencyPass, "Emergency pass: waiting would do more harm, somebody else reviews it afterwards"),
            (MayReview, SignOffKind.AfterReview, "Review the emergency pass"),
        }.Where(c => c.Item1).Select(c => (c.Item2, c.Item3)),
    ];

    private SignOffKind? Chosen => Choices.Exists(c => c.Kind == _choice) ? _choice : Choices.Count > 0 ? Choices[0].Kind : null;

    private string NoteLabel =>
        Chosen switch
        {
            SignOffKind.Rejection => "What is wrong",
            SignOffKind.EmergencyPass => "Why it cannot wait",
            SignOffKind.AfterReview => "What you looked at and found",
            _ => "What you looked at (optional)",
        };

    private string NoteHint => Chosen == SignOffKind.Rejection ? "The author reads it. Name no person." : "It stands with the decision and in the ledger. Name no person.";

    private string ButtonText =>
        Chosen switch
        {
            SignOffKind.Rejection => "Reject this commit",
            SignOffKind.EmergencyPass => "Let it through",
            SignOffKind.AfterReview => "Save review",
            _ => "Sign off this commit",
        };

    private async Task SendAsync()
    {
        if (_busy || Chosen is not { } choice) return;
        _busy = true;
        IRequest<Result<GateVerdict>> command = choice switch
        {
            SignOffKind.Approval => new ApproveChangeCommand(ChangeId, Version, _note),
            SignOffKind.Rejection => new RejectChangeCommand(ChangeId, Version, _finding, _system, _note),
            SignOffKind.EmergencyPass => new PassChangeCommand(ChangeId, Version, _note),
            _ => new ReviewPassCommand(ChangeId, Version, _finding, _system, _note),
        };
        var result = await Mediator.Send(command, Closing);
        (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
        if (result.IsSuccess) await FinishAsync(choice);
        // Somebody else decided or pushed: the page shows it, and what was typed stays.
        else if (result.Error!.Kind == ErrorKind.Conflict) await Done.InvokeAsync();
        _busy = false;
    }

    private async Task FinishAsync(SignOffKind choice)
    {
        _done = choice switch
        {
            SignOffKind.Approval => "Signed off.",
            SignOffKind.Rejection => "Rejected. The gate refuses this commit.",
            SignOffKind.EmergencyPass => "Let through. Somebody else reviews it afterwards.",
            _ => "Reviewed.",
        };
        (_note, _finding, _choice) = ("", FindingType.None, null);
        await Done.InvokeAsync();
    }
}
