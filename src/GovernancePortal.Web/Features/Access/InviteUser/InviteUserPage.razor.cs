using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Access.InviteUser;

public sealed partial class InviteUserPage
{
    private static readonly Dictionary<string, string> FieldIds = new(StringComparer.Ordinal)
    {
        ["Email"] = "invite-email",
        ["DisplayName"] = "invite-name",
        ["Role"] = "invite-role",
    };

    private bool _busy;
    private string _email = "";
    private Error? _error;
    private Guid? _invited;
    private string _link = "";
    private string _name = "";
    private Role? _role;
    private Guid _unit;

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string? Bad(string field) => _error?.Fields.Any(f => f.Field == field) == true ? "bad" : null;

    private async Task InviteAsync()
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new InviteUserCommand(_email.Trim(), _name.Trim(), _role, new UnitId(_unit)));
        (_error, _busy) = (result.Error, false);
        if (!result.IsSuccess) return;

        (_invited, _link) = (result.Value.UserId, Navigation.ToAbsoluteUri(result.Value.Link).ToString());
    }
}
