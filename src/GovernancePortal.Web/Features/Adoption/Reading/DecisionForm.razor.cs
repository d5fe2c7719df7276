using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.Reading;

public sealed partial class DecisionForm
{
    [Parameter, EditorRequired]
    public DecisionPage Page { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter, EditorRequired]
    public string Question { get; set; } = "";

    /// <summary>What the act does, beside the button.</summary>
    [Parameter, EditorRequired]
    public string Consequence { get; set; } = "";

    /// <summary>The words on the button.</summary>
    [Parameter, EditorRequired]
    public string Act { get; set; } = "";

    /// <summary>The act cannot be undone.</summary>
    [Parameter]
    public bool IsFinal { get; set; }

    /// <summary>Lists every term of the target, for a decision on all of them.</summary>
    [Parameter]
    public bool ShowsTerms { get; set; }

    /// <summary>Null when no text is asked for.</summary>
    [Parameter]
    public string? TextLabel { get; set; }

    [Parameter]
    public string TextHint { get; set; } = "";

    /// <summary>Why this user cannot do it, known before they try.</summary>
    [Parameter]
    public string? Obstacle { get; set; }

    private string? TextFault => Page.Error is { Fields.Count: > 0 } error ? error.Fields[0].Message : null;
}
