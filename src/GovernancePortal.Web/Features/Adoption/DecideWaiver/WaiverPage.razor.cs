using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.DecideWaiver;

public sealed partial class WaiverPage
{
    private WaiverView? _waiver;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private string _reason = "";
    private bool _busy;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public Guid WaiverId { get; set; }

    private string Finding => _waiver switch
    {
        null => _error?.Message ?? "Reading the waiver.",
        { State: WaiverState.InForce } w => $"{w.UnitName} goes on until {TargetWords.Date(w.Until)} although a guardrail does not hold: {w.Guardrail}.",
        { State: WaiverState.Waiting } w => $"Should {w.UnitName} go on until {TargetWords.Date(w.Until)} although {w.Guardrail}?",
        var w => $"This waiver of {w.UnitName} counts no more: {w.Guardrail}.",
    };

    protected override async Task OnParametersSetAsync() => _error = await ReadAsync();

    private async Task<Error?> ReadAsync()
    {
        var result = await Mediator.Send(new GetWaiverQuery(new WaiverId(WaiverId)), Closing);
        if (result.IsSuccess) _waiver = result.Value;
        return result.Error;
    }

    private Task AgreeAsync() => DecideAsync(w => new AgreeToWaiverCommand(w.Id, w.Version));

    private Task EndAsync() => DecideAsync(w => new EndWaiverCommand(w.Id, w.Version, _reason));

    private async Task DecideAsync(Func<WaiverView, IRequest<Result>> decision)
    {
        if (_busy || _waiver is not { } waiver) return;
        _busy = true;
        var result = await Mediator.Send(decision(waiver), Closing);
        (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
        // After a race as well: the page then shows what the other one decided.
        if (result.IsSuccess || result.Error!.Kind == ErrorKind.Conflict) await ReadAsync();
        if (result.IsSuccess) _reason = "";
        _busy = false;
    }
}
