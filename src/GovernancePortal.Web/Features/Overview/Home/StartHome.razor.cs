using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Components.Layout;
using GovernancePortal.Web.Platform.Words;
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

    private string Finding => (Home.Live.Count, _items.Count) switch
    {
        (1, _) => "One target is live in your part of the organisation.",
        ( > 1, _) => $"{Say.Number(Home.Live.Count, capital: true)} targets are live in your part of the organisation.",
        (_, 0) => "Nothing waits for you here.",
        _ => $"Your role opens {Say.Number(_items.Count)} {(_items.Count == 1 ? "part" : "parts")} of the portal.",
    };

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

    private static string OwnWords(OwnTraining own) =>
        own switch
        {
            { Asked: 0 } => "No training is asked of you.",
            { Missing.Count: 0 } => "You have all the training that is asked of you.",
            { Missing.Count: 1 } => $"You lack one course: {own.Missing[0]}.",
            _ => $"You lack {Platform.Words.Say.Number(own.Missing.Count)} courses: {TargetWords.Enumerate(own.Missing)}.",
        };
}
