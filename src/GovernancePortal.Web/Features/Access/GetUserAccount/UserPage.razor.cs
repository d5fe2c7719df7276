using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Access.GetUserAccount;

public sealed partial class UserPage
{
    private UserAccount? _account;
    private Error? _error;
    private string _finding = "Reading the account…";
    private string? _said;

    [Parameter]
    public Guid UserId { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task SayAsync(string said)
    {
        _said = said;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new GetUserAccountQuery(UserId), Closing);
        _error = result.Error;
        _account = result.IsSuccess ? result.Value : null;
        _finding = _account is null ? "There is no such account in the part of the organisation you administer." : Finding(_account);
    }

    private static string Finding(UserAccount account) =>
        account switch
        {
            { RemovedAt: { } removed } => $"This account was removed on {Say.Day(removed.UtcDay())} and opens nothing.",
            { LockedUntil: { } until } => $"Too many wrong tries keep this account locked until {Say.Time(until)} UTC.",
            { HasPassword: false, Passkeys: 0, HasCompanyAccount: false } => "Invited, and not signed in yet.",
            { Roles.Count: 0 } => "This account can sign in and holds no role.",
            { Roles: [var only] } => $"{RoleNames.Of(only.Role)} for {only.UnitPath}.",
            _ => $"{Say.Number(account.Roles.Count, capital: true)} roles.",
        };
}
