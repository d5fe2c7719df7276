using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Usage;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Imports.Logins;

/// <summary>One login and the decision whose it is.</summary>
public sealed partial class LoginPage
{
    private LoginDetails? _login;
    private Error? _error;
    private NobodyReason? _reason;
    private string? _search;
    private string? _searched;
    private string? _shown;
    private bool _busy;

    [SupplyParameterFromQuery]
    private string? Provider { get; set; }

    [SupplyParameterFromQuery]
    private string? Login { get; set; }

    private string Finding =>
        string.IsNullOrEmpty(Provider) || string.IsNullOrEmpty(Login) ? "No login is named. Choose one from the list."
        : _login is null ? _error is null ? "Looking…" : "This login is in no imported file."
        : _login.Seen.Standing switch
        {
            LoginStanding.Linked => $"It is the login of {_login.Person}.",
            LoginStanding.Nobody => $"Nobody of the roster: {Lower(LoginWords.Of(_login.Seen.Reason!.Value))}.",
            _ => "Nobody knows yet. Its use waits until somebody says whose it is.",
        };

    protected override async Task OnParametersSetAsync()
    {
        var here = $"{Provider}\n{Login}";
        if (here.Equals(_shown, StringComparison.Ordinal) || string.IsNullOrEmpty(Provider) || string.IsNullOrEmpty(Login)) return;
        (_shown, _search, _searched, _reason) = (here, null, null, null);
        _error = await LoadAsync();
    }

    private async Task SearchAsync()
    {
        _searched = _search?.Trim();
        _error = await LoadAsync();
    }

    private Task LinkAsync(LoginPerson person) => DecideAsync(seen => new LinkLoginCommand(Provider!, Login!, person.Id, seen));

    private Task SetAsideAsync() => _reason is { } reason ? DecideAsync(seen => new SetLoginAsideCommand(Provider!, Login!, reason, seen)) : Task.CompletedTask;

    private Task ReopenAsync() => DecideAsync(seen => new ReopenLoginCommand(Provider!, Login!, seen));

    // What was decided is shown at once; after a lost race the present state is, with the refusal beside it.
    private async Task DecideAsync(Func<LoginSeen, IRequest<Result>> command)
    {
        if (_busy || _login is null) return;
        _busy = true;
        var result = await Mediator.Send(command(_login.Seen), Closing);
        if (result.IsSuccess) (_search, _searched, _reason) = (null, null, null);
        _error = await LoadAsync() ?? result.Error;
        _busy = false;
    }

    private async Task<Error?> LoadAsync()
    {
        var result = await Mediator.Send(new GetLoginQuery(Provider!, Login!, _searched), Closing);
        if (result.IsSuccess) _login = result.Value;
        return result.Error;
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
