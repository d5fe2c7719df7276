using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.GetTarget;

/// <summary>One guardrail: word, what it means in counts, gauge, value, sample and age.</summary>
public sealed partial class GuardrailRung
{
    [Parameter, EditorRequired]
    public TargetGuardrail Guardrail { get; set; } = default!;

    /// <summary>Of the target, for the way to the rows behind a value.</summary>
    [Parameter]
    public Guid UnitId { get; set; }

    [Parameter]
    public Guid TargetId { get; set; }

    /// <summary>Where the user may go from here.</summary>
    [Parameter]
    public TargetOptions? Options { get; set; }

    private IReadOnlyList<RowsBehind> Rows => RowsBehind.Of(Guardrail.Type, TargetId, UnitId, Options);

    private string Figure => Guardrail.Value is { } value ? TargetWords.Figure(Guardrail.Type, value) : "–";

    /// <summary>By what decides: a guardrail may pass today and still not hold.</summary>
    private string Tone => (Guardrail.Status, Guardrail.Holds) switch
    {
        (GuardrailStatus.Unknown, _) => "nodata",
        (GuardrailStatus.Fail, _) => "fails",
        (GuardrailStatus.Pass, true) => "holds",
        _ => "watch",
    };

    private string Word => (Guardrail.Status, Guardrail.Holds) switch
    {
        (GuardrailStatus.Unknown, _) => "no data",
        (GuardrailStatus.Fail, true) => "fails, held until now",
        (GuardrailStatus.Fail, _) => "fails",
        (GuardrailStatus.Pass, true) => "holds",
        (GuardrailStatus.Pass, _) => "clearing",
        _ => "watch",
    };

    private string Why => (Guardrail.Status, Guardrail.Holds) switch
    {
        (GuardrailStatus.Unknown, _) when Guardrail.Sample < Guardrail.MinSample => $"{Guardrail.Sample} of the {Guardrail.MinSample} cases it needs; counts as failing.",
        (GuardrailStatus.Unknown, _) when Guardrail.Value is not null => $"Older than {Guardrail.MaxAgeDays:0} days; counts as failing.",
        (GuardrailStatus.Unknown, _) => "Counts as failing.",
        (GuardrailStatus.Pass, false) => $"Holds after {Guardrail.ClearAfter} evaluations in a row.",
        (GuardrailStatus.Fail, true) => $"Breaches after {Guardrail.BreachAfter} evaluations in a row.",
        _ => "",
    };

    private string Counted(long n) => Guardrail.Type == GuardrailType.LiteracyCoverage ? Say.Of(n, "person", "people") : Say.Of(n, "case", "cases");

    private string Source => (Guardrail.Sample, Guardrail.AgeDays) switch
    {
        (null, null) => "",
        ({ } n, null) => Counted(n),
        (null, { } age) => Age(age),
        ({ } n, { } age) => $"{Counted(n)}, {Age(age)}",
    };

    private static string Age(double days) => days switch
    {
        < 1 => "today",
        < 2 => "1 day old",
        _ => $"{days:0} days old",
    };
}
