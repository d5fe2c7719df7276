namespace GovernancePortal.Domain.Scenarios;

/// <summary>
/// Two things the model says of this scenario that others have measured, side by side with what they found. Far off does not mean wrong; it means that somebody
/// should say why this organisation differs.
/// </summary>
/// <param name="RefillShare">Of the positions that are cut, those expected to be filled again.</param>
/// <param name="AdoptionTarget">Share of people who use AI once it is rolled out.</param>
/// <param name="IncidentsAtTarget">Severe incidents at that adoption against none of it, with guardrails, pages and reviewers as they are today: 0.5 is half as many again. Null when there are none without AI.</param>
public sealed record Calibration(double RefillShare, double AdoptionTarget, double? IncidentsAtTarget)
{
    /// <summary>Laid-off people who came back, in the records of 142 firms [S20].</summary>
    public const double RefillInRecords = 0.053;

    /// <summary>What the defaults of the model come to.</summary>
    public const double RefillByDefault = 0.175;

    /// <summary>What a forecast for 2029 says [S18b].</summary>
    public const double RefillForecast = 0.3;

    /// <summary>Monthly incidents at high adoption, in the records of 22,000 developers [S8].</summary>
    public const double IncidentsInRecords = 0.58;

    public static Calibration Of(ScenarioInput input)
    {
        var values = ParameterSet.Means(input.Distributions());
        return new(values[Parameter.RegretProbability] * values[Parameter.RegretRehireShare], values[Parameter.AdoptionTarget], IncidentChange(values));
    }

    // One person's work of a month.
    private static double? IncidentChange(ParameterSet values)
    {
        var (adoption, changes) = (values[Parameter.AdoptionTarget], values[Parameter.ChangesPerWorkUnitMonth]);
        var without = values[Parameter.IncidentProbPerChange] * changes;
        if (without <= 0) return null;

        var need = adoption * changes * values[Parameter.VetHoursPerChange];
        var have = values[Parameter.CoreVetTimeShare] * values[Parameter.ProductiveHoursPerMonth];
        var vetted = need > 0 ? Math.Min(1, have / need) : 1;
        var unguarded = 1 - (values[Parameter.GuardrailEffectiveness] * values[Parameter.GuardrailStart]);
        var ofChanges = 1 - adoption + (adoption * values[Parameter.AiRiskMultiplier] * (1 - (values[Parameter.VetEffectiveness] * vetted)) * unguarded);
        var ofAdvice = values[Parameter.AdviceIncidentRate] * adoption * (1 - values[Parameter.KbFreshnessStart]) * unguarded;
        return ofChanges + (ofAdvice / without) - 1;
    }
}
