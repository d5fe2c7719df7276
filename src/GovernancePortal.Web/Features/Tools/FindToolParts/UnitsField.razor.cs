using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Tools.Registry;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Tools.FindToolParts;

public sealed partial class UnitsField
{
    private bool _unknown;

    [Parameter, EditorRequired]
    public ToolForm Form { get; set; } = default!;

    [Parameter, EditorRequired]
    public IReadOnlyList<FieldError> Faults { get; set; } = [];
}
