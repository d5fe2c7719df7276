using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Overview.Home;

public sealed partial class TeamLeadHome
{
    private TeamLeadHomeData? _home;
    private Error? _error;

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetTeamLeadHomeQuery(), Closing);
        (_home, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }

    private static bool ByTraining(TeamLeadHomeData home, TeamBlocker blocker) => blocker.Type == GuardrailType.LiteracyCoverage && home.Missing.Count > 0;
}
