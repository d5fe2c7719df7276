using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.GetRuleChoices;

public sealed partial class WorkRoleField
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    public string Text { get; set; } = "";

    [Parameter]
    public EventCallback<string> TextChanged { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<FieldError> Faults { get; set; } = [];

    private async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        var found = await Mediator.Send(new FindWorkRolesQuery(text), Closing);
        return found.IsSuccess ? found.Value : [];
    }
}
