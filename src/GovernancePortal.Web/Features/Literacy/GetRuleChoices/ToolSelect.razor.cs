using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.GetRuleChoices;

public sealed partial class ToolSelect : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<string> _known = [];

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    // A rule may mean a tool of which no data is left.
    private IEnumerable<string> Offered => Value.Length == 0 || _known.Contains(Value, StringComparer.Ordinal) ? _known : _known.Append(Value);

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var known = await Mediator.Send(new GetKnownToolsQuery(), _closing.Token);
        if (known.IsSuccess) _known = known.Value;
    }
}
