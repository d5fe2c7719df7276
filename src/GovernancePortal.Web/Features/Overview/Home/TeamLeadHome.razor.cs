using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Overview.Home;

public sealed partial class TeamLeadHome : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private TeamLeadHomeData? _home;
    private Error? _error;

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetTeamLeadHomeQuery(), _closing.Token);
        (_home, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }

    private static bool ByTraining(TeamLeadHomeData home, TeamBlocker blocker) => blocker.Type == GuardrailType.LiteracyCoverage && home.Missing.Count > 0;
}
