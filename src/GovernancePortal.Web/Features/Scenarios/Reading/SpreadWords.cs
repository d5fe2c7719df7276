using System.Globalization;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Web.Features.Scenarios.Reading;

/// <summary>What is known of a parameter, in words.</summary>
internal static class SpreadWords
{
    /// <summary>The default of a parameter, with its unit.</summary>
    public static string Of(ParameterDefinition parameter)
    {
        if (parameter.Parameter == Parameter.IncidentCostPerHour) return "half an hour's revenue on average, with a long tail";
        // Some figures a month are shares, and some are counts.
        var (isShare, isPlain) = (parameter.Unit is "share" or "a year" or "a month" && parameter.Max <= 1, parameter.Unit is "" or "share" or "ratio" or "probability");
        var isChance = parameter.Default is Distribution.Bernoulli;
        var words = ScenarioChanges.Words(parameter.Default, value => isShare || isChance ? Percent(value) : Figure(value));
        return isPlain || isChance ? words : $"{words} {parameter.Unit}";
    }

    private static string Figure(double value) => value.ToString("#,0.#####", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Percent(double share) => $"{(share * 100).ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−')}%";
}
