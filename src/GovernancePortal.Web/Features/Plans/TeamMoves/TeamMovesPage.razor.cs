using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Plans.TeamMoves;

public sealed partial class TeamMovesPage
{
    private Error? _error;
    private TeamMoves? _read;

    private string Finding =>
        _read is not { } read ? _error is null ? "Reading the moves." : "The moves could not be read."
        : read.Coming.Count + read.Going.Count == 0 ? "Nobody comes to or goes from your units."
        : $"{Say.Number(read.Coming.Count, capital: true)} {(read.Coming.Count == 1 ? "person comes" : "people come")} to new work in your units, {Say.Number(read.Going.Count)} {(read.Going.Count == 1 ? "leaves" : "leave")} old work in them.";

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new GetTeamMovesQuery(), Closing);
        (_error, _read) = (result.Error, result.IsSuccess ? result.Value : null);
    }
}
