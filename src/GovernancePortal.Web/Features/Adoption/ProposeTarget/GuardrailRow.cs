using System.Globalization;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Features.Adoption.ProposeTarget;

/// <summary>One guardrail in the form, its thresholds as typed.</summary>
public sealed class GuardrailRow
{
    private readonly double _factor;
    private GuardrailSettings _standard;

    internal GuardrailRow(GuardrailDefinition definition, GuardrailTemplate template)
    {
        (Definition, _standard, Enter, Exit) = (definition, definition.Defaults, "", "");
        _factor = definition.Unit == GuardrailUnit.Percent ? 100 : 1;
        Follow(template);
    }

    public GuardrailDefinition Definition { get; }

    /// <summary>Yes or no leaves nothing to set.</summary>
    public bool HasThresholds => Definition.Unit != GuardrailUnit.YesNo;

    public bool Included { get; set; }

    public bool Blocks { get; set; }

    public string Enter { get; set; }

    public string Exit { get; set; }

    public string Unit => Definition.Unit switch
    {
        GuardrailUnit.Percent => "%",
        GuardrailUnit.Multiple => "times",
        _ => "",
    };

    /// <summary>Starts again from a template.</summary>
    internal void Follow(GuardrailTemplate template)
    {
        var standard = template.Of(Definition.Type);
        _standard = standard ?? Definition.Defaults;
        Included = Definition.IsMandatory || standard is not null;
        Set(_standard.Mode, _standard.Enter, _standard.Exit);
    }

    /// <summary>Takes what an earlier draft had; null for a guardrail it left out.</summary>
    internal void Take(ProposedGuardrail? chosen)
    {
        Included = Definition.IsMandatory || chosen is not null;
        if (chosen is not null) Set(chosen.Mode, chosen.Enter, chosen.Exit);
    }

    internal ProposedGuardrail Read(List<FieldError> faults) => new(
        Definition.Type,
        Blocks ? GuardrailMode.Block : GuardrailMode.Warn,
        Number(Enter, nameof(Enter), _standard.Enter, faults),
        Number(Exit, nameof(Exit), _standard.Exit, faults));

    private void Set(GuardrailMode mode, double enter, double exit) => (Blocks, Enter, Exit) = (mode == GuardrailMode.Block, Text(enter), Text(exit));

    private double Number(string text, string property, double standard, List<FieldError> faults)
    {
        // A default that nobody touched stays exactly what it is.
        if (text == Text(standard)) return standard;

        var field = ProposalRules.FieldOf(Definition.Type, property);
        if (text.Trim().Length == 0) faults.Add(new(field, "State the threshold as a number."));
        return (Figures.Read(text, field, faults) ?? 0) / _factor;
    }

    private string Text(double value) => Math.Round(value * _factor, 4).ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>Reads and writes the figures of the form.</summary>
internal static class Figures
{
    public static double? Read(string text, string field, List<FieldError> faults)
    {
        var bare = text.Trim().TrimEnd('%').Trim();
        if (bare.Length == 0) return null;
        if (double.TryParse(bare, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;

        faults.Add(new(field, $"“{text.Trim()}” is not a number. Write 82 or 82.5."));
        return null;
    }

    public static string Percent(double? share) => share is { } x ? Math.Round(x * 100, 4).ToString("0.####", CultureInfo.InvariantCulture) : "";
}
