using GovernancePortal.Web.Components.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GovernancePortal.Web.Features.Overview.Home;

public sealed partial class StartHome
{
    private IReadOnlyList<NavItem> _items = [];

    [Parameter, EditorRequired]
    public HomeStart Home { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> SignIn { get; set; } = default!;

    [Inject]
    private IAuthorizationService Authorization { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        var user = (await SignIn).User;
        var items = new List<NavItem>();
        foreach (var item in NavGroup.All.SelectMany(g => g.Items))
        {
            if ((await Authorization.AuthorizeAsync(user, item.Policy)).Succeeded) items.Add(item);
        }

        _items = items;
    }
}
