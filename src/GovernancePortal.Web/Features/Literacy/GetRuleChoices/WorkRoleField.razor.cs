using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.GetRuleChoices;

public sealed partial class WorkRoleField : IDisposable
{
    private readonly CancellationTokenSource _closing = new();

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    public string Text { get; set; } = "";

    [Parameter]
    public EventCallback<string> TextChanged { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<FieldError> Faults { get; set; } = [];

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        var found = await Mediator.Send(new FindWorkRolesQuery(text), _closing.Token);
        return found.IsSuccess ? found.Value : [];
    }
}
