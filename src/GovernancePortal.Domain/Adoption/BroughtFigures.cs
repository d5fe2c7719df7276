using System.Globalization;

namespace GovernancePortal.Domain.Adoption;

/// <summary>Which guardrails take figures that somebody brings, and what such a figure can be. The others are worked out from the portal's own rows.</summary>
public static class BroughtFigures
{
    /// <summary>Nothing that is told as a share of a budget is overspent more often than this.</summary>
    private const double MostOverspent = 1_000;

    public static IReadOnlyList<GuardrailType> Types { get; } =
    [
        GuardrailType.SeniorSignOff,
        GuardrailType.IncidentErrorBudget,
        GuardrailType.IncidentBurnRate,
        GuardrailType.ChangeFailureRate,
        GuardrailType.ReworkRate,
        GuardrailType.HallucinationRate,
        GuardrailType.KbFreshness,
        GuardrailType.UnsupervisedProductionAccess,
        GuardrailType.ReviewerUtilisation,
    ];

    /// <summary>By its key or its plain name; case, spaces and hyphens do not matter.</summary>
    public static bool TryType(ReadOnlySpan<char> text, out GuardrailType type)
    {
        var word = Form(text.ToString());
        foreach (var known in Types)
        {
            type = known;
            if (word == Form(known.ToString()) || word == Form(GuardrailCatalogue.Of(known).Name)) return true;
        }

        type = default;
        return false;
    }

    /// <summary>A value in the guardrail's own unit. A share is 0.95 or 95%, never 95, which could be either.</summary>
    public static bool TryValue(GuardrailType type, ReadOnlySpan<char> text, out double value)
    {
        text = text.Trim();
        var percent = text.EndsWith("%", StringComparison.Ordinal);
        if (percent) text = text[..^1];
        value = 0;
        if (percent && GuardrailCatalogue.Of(type).Unit != GuardrailUnit.Percent) return false;
        if (!decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return false;

        value = (double)(percent ? number / 100 : number);
        var (least, most) = Range(type);
        return value >= least && value <= most && (type != GuardrailType.UnsupervisedProductionAccess || decimal.IsInteger(number));
    }

    /// <summary>What <see cref="TryValue"/> takes, in words.</summary>
    public static string Expected(GuardrailType type) => type switch
    {
        GuardrailType.UnsupervisedProductionAccess => "how many changes passed no gate in 28 days, a whole number",
        GuardrailType.IncidentBurnRate => "a multiple of the planned rate, such as 1.5",
        GuardrailType.IncidentErrorBudget => "what is left of the budget, such as 0.64 or 64%; negative when it is overspent",
        GuardrailType.ReviewerUtilisation => "work over capacity, such as 0.85 or 85%",
        _ => "a share between 0 and 1, or with %, such as 0.95 or 95%",
    };

    /// <summary>A rate that is not taken from few cases has to say from how many it is.</summary>
    public static bool NeedsSample(GuardrailType type) => GuardrailCatalogue.Of(type).Defaults.MinSample > 0;

    private static (double Least, double Most) Range(GuardrailType type) => type switch
    {
        GuardrailType.IncidentErrorBudget => (-MostOverspent, 1),
        GuardrailType.IncidentBurnRate or GuardrailType.ReviewerUtilisation => (0, MostOverspent),
        GuardrailType.UnsupervisedProductionAccess => (0, int.MaxValue),
        _ => (0, 1),
    };

    private static string Form(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
