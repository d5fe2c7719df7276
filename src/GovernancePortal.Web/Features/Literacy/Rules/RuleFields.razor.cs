using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.Rules;

public sealed partial class RuleFields
{
    private RuleTerms? _terms;

    [Parameter, EditorRequired]
    public RuleForm Form { get; set; } = default!;

    [Parameter, EditorRequired]
    public IReadOnlyList<FieldError> Faults { get; set; } = [];

    /// <summary>The course's versions, the newest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Versions { get; set; } = [];

    [Parameter, EditorRequired]
    public Guid CourseId { get; set; }

    [Parameter, EditorRequired]
    public Guid UnitId { get; set; }

    /// <summary>What a refresh demanded and a revision keeps.</summary>
    [Parameter]
    public DateOnly? CompletedSince { get; set; }

    /// <summary>Where the unit is chosen, or stands written.</summary>
    [Parameter]
    public RenderFragment? Unit { get; set; }

    private IEnumerable<string> Offered =>
        Form.MinimumVersion.Length == 0 || Versions.Contains(Form.MinimumVersion, StringComparer.Ordinal) ? Versions : Versions.Append(Form.MinimumVersion);

    protected override void OnParametersSet() => Read();

    private void Tell(Action change)
    {
        change();
        Read();
    }

    // While a number cannot be read the last count stays; the fault is told when the form is sent.
    private void Read()
    {
        var faults = new List<FieldError>();
        var terms = Form.Read(faults);
        if (faults.Count == 0) _terms = terms;
    }

    private bool Has(string field) => Faults.Any(f => f.Field == field);
}
