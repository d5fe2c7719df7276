using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Access.CreateApiKey;

public sealed partial class CreateApiKeyPage
{
    private const int UsualDays = 90;

    private static readonly Dictionary<string, string> FieldIds = new(StringComparer.Ordinal) { ["Name"] = "key-name", ["Days"] = "key-days" };

    private readonly HashSet<string> _scopes = new(StringComparer.Ordinal);
    private bool _busy;
    private int _days = UsualDays;
    private Error? _error;
    private string? _key;
    private string _name = "";
    private Guid _unit;

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    private string? Bad(string field) => _error?.Fields.Any(f => f.Field == field) == true ? "bad" : null;

    private void Choose(string scope, ChangeEventArgs e)
    {
        if (e.Value is true) _scopes.Add(scope);
        else _scopes.Remove(scope);
    }

    private async Task CreateAsync()
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new CreateApiKeyCommand(_name.Trim(), [.. _scopes], new UnitId(_unit), _days));
        (_error, _busy) = (result.Error, false);
        _key = result.IsSuccess ? result.Value : null;
    }
}
