using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Plans.GetMove;

public sealed partial class MovePage
{
    private Error? _error;
    private MoveDetails? _read;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public Guid MoveId { get; set; }

    private string Finding =>
        _error?.Message
        ?? (_read is not { Move: var move } ? "Reading the move."
            : _read.Role is { } role ? $"{role}, with a fit of {PlanMarks.Points(move.Score)} of 100{(move.TrainingMonths > 0 ? $" and {PlanMarks.Months(move.TrainingMonths)} of training" : ", and no training needed")}."
            : "There is no seat for this person in the plan.");

    protected override Task OnParametersSetAsync() => _read?.Move.Id.Value == MoveId ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new GetMoveQuery(new PlanId(Id), new MoveId(MoveId)), Closing);
        (_error, _read) = (result.Error, result.IsSuccess ? result.Value : null);
    }

    private string Against(OtherRole other)
    {
        if (_read is not { Move: { HasSeat: true } move }) return "";
        var difference = (int)Math.Round((other.Score - move.Score) * 100, MidpointRounding.AwayFromZero);
        return difference switch { 0 => "the same", > 0 => $"{difference} more", _ => $"{-difference} fewer" };
    }
}
