namespace GovernancePortal.Domain.Scenarios;

/// <content>How AI is rolled out.</content>
public static partial class ModelParameters
{
    private static ParameterDefinition[] Rollout =>
    [
        new(Parameter.AdoptionStart, "adoptionStart", "Share of staff using AI in daily work at t=0", "share", new Distribution.Fixed(0.2), 0, 1, EvidenceGrade.O, "Organisation's telemetry"),
        new(Parameter.AdoptionTarget, "adoptionTarget", "Adoption target", "share", new Distribution.Fixed(0.8), 0, 1, EvidenceGrade.O, "Organisation's target; 80% is the figure reported for Amazon teams [S0][S42]"),
        new(Parameter.AdoptionRampMonths, "adoptionRampMonths", "Months from a0 to a1 (linear)", "months", new Distribution.Fixed(12), 1, 60, EvidenceGrade.O, "Organisation's plan"),
        new(Parameter.UpliftPerAdopter, "upliftPerAdopter", "Change in output of an adopter before later rework", "share", new Distribution.Triangular(-0.15, 0.1, 0.35), -0.5, 1, EvidenceGrade.A, "Minus 16% [S1: +19% time, CI +2..+39%] to about +22% [S2: -18% time, CI -38..+9%, selection bias], +26% tasks, SE 10 [S4], +21% / +34% tasks but no company-level gain [S7][S8], +2.1% self-rated per 25 points of adoption [S5]. The +126% implied by [S3] is one toy task and is left out") { Factor = SharedFactor.Technology, Loading = 0.6 },
        new(Parameter.AiToolCostPerAdopterMonth, "aiToolCostPerAdopterMonth", "Licence and token cost per adopter and month", "currency a month", new Distribution.Triangular(20, 60, 220), 0, 5000, EvidenceGrade.O, "Organisation's invoices; usage-priced tools vary widely"),
    ];
}
