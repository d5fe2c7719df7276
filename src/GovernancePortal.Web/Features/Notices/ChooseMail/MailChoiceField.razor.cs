using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Notices;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Notices.ChooseMail;

public sealed partial class MailChoiceField
{
    private static readonly IReadOnlyList<(MailChoice Choice, string Label, string Hint)> Choices =
    [
        (MailChoice.AtOnce, "As it comes", "One mail a day at most, outside quiet hours"),
        (MailChoice.Weekly, "Once a week", "On Monday morning"),
        (MailChoice.None, "Never", "You look here yourself"),
    ];

    private MailChoice _choice;
    private Error? _error;
    private bool _busy;
    private bool _saved;

    /// <summary>What holds when it is opened.</summary>
    [Parameter, EditorRequired]
    public MailChoice Choice { get; set; }

    protected override void OnInitialized() => _choice = Choice;

    private async Task ChooseAsync(MailChoice choice)
    {
        if (_busy) return;
        (_busy, _saved) = (true, false);
        var result = await Mediator.Send(new ChooseMailCommand(choice), Closing);
        (_busy, _error, _saved) = (false, result.Error, result.IsSuccess);
        if (result.IsSuccess) _choice = choice;
    }
}
