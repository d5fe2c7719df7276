namespace GovernancePortal.Domain.Scenarios;

/// <summary>How a parameter is called beside a bar or in a sentence, and how its values are written.</summary>
public static class ParameterWords
{
    private enum Kind
    {
        Share,
        Number,
        Times,
        Money,
        Months,
        Hours,
        Weeks,
    }

    /// <summary>For the middle of a sentence, such as "cost of a severe incident hour".</summary>
    public static string Name(Parameter parameter) => Of(parameter).Name;

    /// <summary>For the start of a line.</summary>
    public static string Title(Parameter parameter) => PolicyWords.Capital(Name(parameter));

    /// <summary>A value with its unit, as in 22%, $69k or 1.5×.</summary>
    public static string Value(Parameter parameter, double value, string currency) =>
        Of(parameter).Kind switch
        {
            Kind.Share => ScenarioFigures.Share(value),
            Kind.Times => ScenarioFigures.Number(Math.Round(value, 2)) + "×",
            Kind.Money => ScenarioFigures.Money(value, currency),
            Kind.Months => $"{ScenarioFigures.Number(value)} {(value == 1 ? "month" : "months")}",
            Kind.Hours => $"{ScenarioFigures.Number(value)} h",
            Kind.Weeks => $"{ScenarioFigures.Number(value)} {(value == 1 ? "week" : "weeks")}",
            _ => ScenarioFigures.Number(Math.Abs(value) >= 0.1 ? Math.Round(value, 2) : value),
        };

    /// <summary>A value as the sensitivity shows it: something that happens or does not is no or yes.</summary>
    public static string Value(TornadoRow row, double value, Distribution distribution, string currency) =>
        distribution is Distribution.Bernoulli ? (value > 0 ? "yes" : "no") : Value(row.Parameter, value, currency);

    /// <summary>A grade with its letter, as in "B, large studies".</summary>
    public static string LetterAndGrade(EvidenceGrade grade) => $"{grade}, {Grade(grade)}";

    /// <summary>What figures of a grade rest on, as in "large studies".</summary>
    public static string Grade(EvidenceGrade grade) =>
        grade switch
        {
            EvidenceGrade.A => "experiments and law",
            EvidenceGrade.B => "large studies",
            EvidenceGrade.C => "surveys",
            EvidenceGrade.D => "judgement",
            _ => "your own figures",
        };

    private static (string Name, Kind Kind) Of(Parameter parameter) =>
        parameter switch
        {
            Parameter.DiscountRateAnnual => ("discount rate", Kind.Share),
            Parameter.DemandGrowthAnnual => ("growth of demand", Kind.Share),
            Parameter.BacklogShare => ("backlog today", Kind.Share),
            Parameter.ValueToCost => ("value of work to its cost", Kind.Number),
            Parameter.SurplusAbsorption => ("value of capacity beyond demand", Kind.Share),
            Parameter.ContributionMargin => ("contribution margin", Kind.Share),
            Parameter.AdoptionStart => ("use of AI today", Kind.Share),
            Parameter.AdoptionTarget => ("use of AI aimed at", Kind.Share),
            Parameter.AdoptionRampMonths => ("time until AI is rolled out", Kind.Months),
            Parameter.UpliftPerAdopter => ("change in output per AI user", Kind.Share),
            Parameter.AiToolCostPerAdopterMonth => ("AI cost per user and month", Kind.Money),
            Parameter.ReworkShare => ("time spent on rework today", Kind.Share),
            Parameter.AiReworkMultiplier => ("rework of unvetted AI work", Kind.Times),
            Parameter.EarlyFixCostRatio => ("cost of an early fix to a late one", Kind.Share),
            Parameter.KbReworkShare => ("rework from stale pages", Kind.Share),
            Parameter.ChangesPerWorkUnitMonth => ("changes per person and month", Kind.Number),
            Parameter.IncidentProbPerChange => ("incident chance per change", Kind.Share),
            Parameter.AiRiskMultiplier => ("risk of an unvetted AI change", Kind.Times),
            Parameter.VetHoursPerChange => ("hours to vet a change", Kind.Hours),
            Parameter.CoreVetTimeShare => ("core time free for vetting", Kind.Share),
            Parameter.ProductiveHoursPerMonth => ("productive hours a month", Kind.Hours),
            Parameter.VetEffectiveness => ("incidents that vetting prevents", Kind.Share),
            Parameter.GuardrailEffectiveness => ("incidents that guardrails prevent", Kind.Share),
            Parameter.AiWorkflowCount => ("AI workflows to guard", Kind.Number),
            Parameter.GuardrailEffortFteMonths => ("months to guard a workflow", Kind.Number),
            Parameter.GuardrailDecayMonthly => ("guardrails lost per month", Kind.Share),
            Parameter.GuardrailStart => ("workflows guarded today", Kind.Share),
            Parameter.KbArticleCount => ("knowledge pages agents read", Kind.Number),
            Parameter.KbRefreshPerFteMonth => ("pages one person renews a month", Kind.Number),
            Parameter.KbDecayMonthly => ("pages that go stale per month", Kind.Share),
            Parameter.KbFreshnessStart => ("pages fresh today", Kind.Share),
            Parameter.AdviceIncidentRate => ("incidents from bad AI advice", Kind.Number),
            Parameter.IncidentHoursMean => ("hours of a severe incident", Kind.Hours),
            Parameter.IncidentHoursSigma => ("spread of incident hours", Kind.Number),
            Parameter.IncidentCostPerHour => ("cost of a severe incident hour", Kind.Money),
            Parameter.KnowledgeSeverity => ("longer incidents as knowledge leaves", Kind.Times),
            Parameter.KnowledgeRelearnMonthly => ("knowledge rebuilt per month", Kind.Share),
            Parameter.KnowledgeTransferShare => ("knowledge handed over on leaving", Kind.Share),
            Parameter.IncidentFrailtySigma => ("bunching of incidents", Kind.Number),
            Parameter.TurnoverAnnual => ("turnover a year", Kind.Share),
            Parameter.LayoffTurnoverScale => ("extra turnover after a cut", Kind.Times),
            Parameter.LayoffTurnoverExponent => ("how extra turnover grows with the cut", Kind.Number),
            Parameter.LayoffTurnoverMonths => ("months of extra turnover", Kind.Months),
            Parameter.SurvivorLoss => ("output stayers lose after a cut", Kind.Share),
            Parameter.SurvivorLossReferenceShare => ("cut at which stayers lose that much", Kind.Share),
            Parameter.SurvivorLossMonths => ("months stayers lose output", Kind.Months),
            Parameter.ReallocDisruptionRatio => ("disruption by a move to that by a cut", Kind.Times),
            Parameter.NoticeMonths => ("notice", Kind.Months),
            Parameter.NoticeProductivity => ("output on notice", Kind.Share),
            Parameter.SeveranceBaseWeeks => ("severance, base", Kind.Weeks),
            Parameter.SeveranceWeeksPerYear => ("severance per year of service", Kind.Weeks),
            Parameter.SeveranceCapWeeks => ("severance at most", Kind.Weeks),
            Parameter.LoadFactor => ("full cost to base pay", Kind.Times),
            Parameter.ExitCostPerHead => ("cost per exit beside severance", Kind.Money),
            Parameter.TrainingMonths => ("retraining", Kind.Months),
            Parameter.TrainingCostPerHead => ("training cost per head", Kind.Money),
            Parameter.PlacementSuccess => ("retrained who take the role", Kind.Share),
            Parameter.NewRoleRampMonths => ("time to full output in a new role", Kind.Months),
            Parameter.NewRoleRampProductivity => ("output while learning a new role", Kind.Share),
            Parameter.NewRoleToolCost => ("tools per new role and month", Kind.Money),
            Parameter.FlexBackShare => ("use of idle new-role time", Kind.Share),
            Parameter.HireLagMonths => ("time to fill a vacancy", Kind.Months),
            Parameter.HireRampMonths => ("time to full output of a hire", Kind.Months),
            Parameter.HireRampProductivity => ("output of a new hire", Kind.Share),
            Parameter.HireCostPerHire => ("cost per hire", Kind.Money),
            Parameter.RegretProbability => ("the cut is partly reversed", Kind.Share),
            Parameter.RegretRehireShare => ("positions refilled if reversed", Kind.Share),
            Parameter.RegretMonth => ("month of a reversal", Kind.Number),
            Parameter.RehireWagePremium => ("pay of a refill to pay before", Kind.Share),
            Parameter.ExternalVetterMonthlyCost => ("a contracted vetter a month", Kind.Money),
            _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "The model has no such parameter."),
        };
}
