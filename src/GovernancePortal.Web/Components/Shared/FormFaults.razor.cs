using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Shared;

public sealed partial class FormFaults
{
    private IReadOnlyList<FieldError> _shown = [];
    private ElementReference _summary;

    /// <summary>Each names its field by the id of the control.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FieldError> Faults { get; set; } = [];

    /// <summary>A refusal that belongs to no field.</summary>
    [Parameter]
    public Error? Error { get; set; }

    /// <summary>More about that refusal, such as what somebody else saved.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(_shown, Faults)) return;
        _shown = Faults;
        if (Faults.Count > 0) await _summary.FocusAsync();
    }

    // With a base address a bare "#field" would lead to the home page.
    private string ToField(string field) => $"{new Uri(Navigation.Uri).AbsolutePath.TrimStart('/')}#{Uri.EscapeDataString(field)}";
}
