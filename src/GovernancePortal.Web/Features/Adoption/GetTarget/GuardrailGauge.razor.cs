using System.Globalization;
using GovernancePortal.Domain.Adoption;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.GetTarget;

/// <summary>Places value, need and failing zone on a scale of 100, left to right in the unit of the value.</summary>
public sealed partial class GuardrailGauge
{
    private const double Full = 100;

    /// <summary>Keeps the mark of the value inside the gauge.</summary>
    private const double Margin = 4;

    [Parameter, EditorRequired]
    public TargetGuardrail Guardrail { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Tone { get; set; } = "nodata";

    private string ZoneId => $"zone-{Guardrail.Key}";

    /// <summary>What should be high runs to 100%; what should be low runs to a half beyond where it fails.</summary>
    private double Top => Guardrail.Direction == Direction.Min ? Math.Max(1, Guardrail.Exit) : Guardrail.Enter > 0 ? Guardrail.Enter * 1.5 : 10;

    private double Value => Math.Clamp(Place(Guardrail.Value ?? 0), Margin, Full - Margin);

    private double Need => Math.Min(Place(Guardrail.Exit), Full - 1);

    private double ZoneFrom => Guardrail.Direction == Direction.Min ? 0 : Math.Max(Place(Guardrail.Enter), 2 * Margin);

    private double ZoneTo => Guardrail.Direction == Direction.Min ? Place(Guardrail.Enter) : Full;

    private double Place(double value) => Math.Clamp(value / Top, 0, 1) * Full;

    private static string P(double share) => share.ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
