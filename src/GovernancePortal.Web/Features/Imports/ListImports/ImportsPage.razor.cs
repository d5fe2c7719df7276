using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GovernancePortal.Web.Features.Imports.ListImports;

public sealed partial class ImportsPage
{
    private IReadOnlyList<ImportKindInfo> _kinds = [];
    private PageOf<ImportRow>? _page;
    private Error? _error;

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignIn { get; set; } = default!;

    [Inject]
    private IAuthorizationService Authorization { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var user = (await SignIn).User;
        var kinds = new List<ImportKindInfo>();
        foreach (var kind in ImportKinds.All)
        {
            if ((await Authorization.AuthorizeAsync(user, kind.Policy)).Succeeded) kinds.Add(kind);
        }

        _kinds = kinds;
    }

    protected override async Task OnParametersSetAsync()
    {
        var result = await Mediator.Send(new ListImportsQuery(new Paging(Page ?? 1, Paging.DefaultSize)), Closing);
        (_page, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }
}
