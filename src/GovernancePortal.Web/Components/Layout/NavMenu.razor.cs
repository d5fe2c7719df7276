using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GovernancePortal.Web.Components.Layout;

public sealed partial class NavMenu
{
    private IReadOnlyList<NavGroup> _groups = [];

    [CascadingParameter]
    private Task<AuthenticationState> SignIn { get; set; } = default!;

    [Inject]
    private IAuthorizationService Authorization { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        var user = (await SignIn).User;
        var groups = new List<NavGroup>();
        foreach (var group in NavGroup.All)
        {
            var items = new List<NavItem>();
            foreach (var item in group.Items)
            {
                if ((await Authorization.AuthorizeAsync(user, item.Policy)).Succeeded) items.Add(item);
            }

            if (items.Count > 0) groups.Add(group with { Items = items });
        }

        _groups = groups;
    }
}
