using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Overview.Home;

public sealed partial class HomePage
{
    private HomeStart? _home;
    private Error? _error;

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetHomeQuery(), Closing);
        (_home, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }
}
