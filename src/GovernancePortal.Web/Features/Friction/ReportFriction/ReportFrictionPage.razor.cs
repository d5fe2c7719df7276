using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Friction;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Friction.ReportFriction;

public sealed partial class ReportFrictionPage
{
    private bool _busy;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private FrictionKind _kind;
    private string _minutes = "";
    private bool _sent;
    private FrictionForm? _start;
    private string _text = "";
    private string _tool = "";

    private static string TextHint => $"At most {FrictionReport.TextMaxLength} characters. Name nobody, not even yourself: others may read it.";

    private string Told => $"The figures of these four weeks are told from {Say.Day(_start!.ToldFrom)} on, where at least five people reported. What you wrote is shown there without a day or an order.";

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetFrictionFormQuery(), Closing);
        (_error, _start) = (result.Error, result.IsSuccess ? result.Value : null);
        if (_start is { Tools: [var first, ..] }) _tool = first.Id.ToString();
    }

    private async Task SendAsync()
    {
        if (_busy) return;
        _busy = true;
        var faults = new List<FieldError>();
        AiToolId? tool = Guid.TryParse(_tool, out var id) ? new AiToolId(id) : null;
        var command = new ReportFrictionCommand(tool, _kind, Typed.Number(_minutes, nameof(ReportFrictionCommand.Minutes), faults), _text);
        (_error, _faults) = (null, faults);
        if (faults.Count == 0)
        {
            var result = await Mediator.Send(command, Closing);
            (_error, _faults, _sent) = (result.Error, result.Error?.Fields ?? [], result.IsSuccess);
        }

        _busy = false;
    }

    private void Again() => (_sent, _kind, _minutes, _text) = (false, default, "", "");
}
