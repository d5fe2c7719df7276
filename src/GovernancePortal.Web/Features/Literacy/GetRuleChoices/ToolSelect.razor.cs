using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.GetRuleChoices;

public sealed partial class ToolSelect
{
    private IReadOnlyList<string> _known = [];

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    // A rule may mean a tool of which no data is left.
    private IEnumerable<string> Offered => Value.Length == 0 || _known.Contains(Value, StringComparer.Ordinal) ? _known : _known.Append(Value);

    protected override async Task OnInitializedAsync()
    {
        var known = await Mediator.Send(new GetKnownToolsQuery(), Closing);
        if (known.IsSuccess) _known = known.Value;
    }
}
