namespace GovernancePortal.Domain.Scenarios;

/// <content>Money and the value of work.</content>
public static partial class ModelParameters
{
    private static ParameterDefinition[] Finance =>
    [
        new(Parameter.DiscountRateAnnual, "discountRateAnnual", "Real discount rate; set by Finance (WACC)", "a year", new Distribution.Triangular(0.06, 0.09, 0.12), 0, 0.5, EvidenceGrade.D, "Judgement; ask Finance. Real terms (no inflation anywhere in the model)"),
        new(Parameter.DemandGrowthAnnual, "demandGrowthAnnual", "Growth of the work demanded from the scope", "a year", new Distribution.Triangular(-0.05, 0.03, 0.11), -0.5, 1, EvidenceGrade.O, "Organisation's plan. Growth is what speaks for reallocation [S0]") { Factor = SharedFactor.Market, Loading = 0.6 },
        new(Parameter.BacklogShare, "backlogShare", "Unmet demand (+) or idle capacity (-) today, as share of today's output", "share", new Distribution.Triangular(-0.05, 0, 0.05), -0.5, 1, EvidenceGrade.O, "Organisation's data. Default mean 0 = neutral"),
        new(Parameter.ValueToCost, "valueToCost", "Contribution of one unit of demanded work / its average staff cost (1 = neutral)", "ratio", new Distribution.Triangular(0.7, 1, 1.3), 0, 10, EvidenceGrade.D, "Judgement. Mean 1 is the neutral prior: at the margin staff are worth what they cost. Above 1 every cut of demanded work loses money; below 1 it gains"),
        new(Parameter.SurplusAbsorption, "surplusAbsorption", "Value of capacity beyond demand, as share of the value of demanded work", "share", new Distribution.Triangular(0, 0.3, 0.6), 0, 1, EvidenceGrade.D, "Judgement; the exact place where \"is there useful work for freed people?\" enters") { Factor = SharedFactor.Market, Loading = 0.5 },
        new(Parameter.ContributionMargin, "contributionMargin", "Contribution / revenue; only used to turn work into revenue", "share", new Distribution.Fixed(0.5), 0.01, 1, EvidenceGrade.O, "Organisation's data; affects revenue figures only, never the NPV"),
    ];
}
