using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.WorkRoles.GetRole;

public sealed partial class WorkRolePage
{
    private Error? _error;
    private WorkRoleView? _role;

    [Parameter]
    public Guid Id { get; set; }

    private string Finding => _role switch
    {
        null => _error is null ? "Reading the work role…" : "The work role could not be read.",
        { State: RoleState.Retired } => "This role is no longer offered.",
        { State: RoleState.Draft } => "Nobody can be matched to this role before it is published.",
        { Seats: var seats } when seats.Sum(s => s.Asked) == 0 => "It is published and has no seat yet.",
        { Seats: var seats } => $"{Say.Number(seats.Sum(s => s.Approved ?? s.Asked), capital: true)} {(seats.Sum(s => s.Approved ?? s.Asked) == 1 ? "seat" : "seats")} in {Say.Number(seats.Count(s => s.Asked > 0))} {(seats.Count(s => s.Asked > 0) == 1 ? "unit" : "units")} can be filled.",
    };

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var result = await Mediator.Send(new GetWorkRoleQuery(new RoleProfileId(Id)), Closing);
        (_error, _role) = (result.Error, result.IsSuccess ? result.Value : null);
    }
}
