using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>A scenario to begin with. Its people are invented.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Name">Of the template, and of a scenario made from it until it gets another.</param>
/// <param name="About">What it is an example of.</param>
/// <param name="Input">Everything it is worked out from.</param>
public sealed record ScenarioTemplate(string Key, string Name, string About, ScenarioInput Input);

/// <summary>The templates that come with the portal.</summary>
public static class ScenarioTemplates
{
    public static IReadOnlyList<ScenarioTemplate> All { get; } = [Support, Product, BackOffice];

    public static ScenarioTemplate? Find(string? key) => All.FirstOrDefault(t => t.Key.Equals(key, StringComparison.Ordinal));

    private static ScenarioTemplate Support => new(
        "support",
        "Customer support, 96 people",
        "AI drafts most first answers from a knowledge base, and twenty positions of first contact are in question. What customers are told rests on pages that somebody has to keep right.",
        new ScenarioInput
        {
            AnnualRevenue = 85_000_000,
            Currency = "GBP",
            Staff =
            [
                new(Level.Junior, 34_000, 1.5, false) { Count = 32 }, new(Level.Mid, 43_000, 4, false) { Count = 26 }, new(Level.Senior, 58_000, 7.5, false) { Count = 14 },
                new(Level.Principal, 79_000, 11, false) { Count = 4 }, new(Level.Junior, 34_000, 2, true) { Count = 15 }, new(Level.Mid, 43_000, 5, true) { Count = 5 },
            ],
            Parameters = new Dictionary<Parameter, Distribution>
            {
                [Parameter.DemandGrowthAnnual] = new Distribution.Triangular(-0.02, 0.04, 0.1),
                [Parameter.AdoptionStart] = new Distribution.Fixed(0.35),
                [Parameter.ReworkShare] = new Distribution.Triangular(0.12, 0.2, 0.3),
                [Parameter.KbArticleCount] = new Distribution.Fixed(2600),
                [Parameter.KbFreshnessStart] = new Distribution.Fixed(0.5),
                [Parameter.AiWorkflowCount] = new Distribution.Fixed(14),
                [Parameter.TurnoverAnnual] = new Distribution.Triangular(0.16, 0.22, 0.3),
                [Parameter.IncidentProbPerChange] = new Distribution.Triangular(0.00002, 0.00006, 0.0001),
            },
        });

    private static ScenarioTemplate Product => new(
        "product",
        "Software product, 64 people",
        "A product team ships often, AI writes a good part of the code, and ten positions are in question. An hour of outage is expensive, and somebody has to read what AI wrote.",
        new ScenarioInput
        {
            AnnualRevenue = 140_000_000,
            Currency = "GBP",
            Staff =
            [
                new(Level.Junior, 52_000, 1, false) { Count = 9 }, new(Level.Mid, 74_000, 3.5, false) { Count = 24 }, new(Level.Senior, 103_000, 6.5, false) { Count = 16 },
                new(Level.Principal, 142_000, 9.5, false) { Count = 5 }, new(Level.Junior, 52_000, 1.5, true) { Count = 4 }, new(Level.Mid, 74_000, 4.5, true) { Count = 6 },
            ],
            Parameters = new Dictionary<Parameter, Distribution>
            {
                [Parameter.DemandGrowthAnnual] = new Distribution.Triangular(0.02, 0.1, 0.2),
                [Parameter.AdoptionStart] = new Distribution.Fixed(0.4),
                [Parameter.ChangesPerWorkUnitMonth] = new Distribution.Fixed(11),
                [Parameter.KbArticleCount] = new Distribution.Fixed(900),
                [Parameter.AiWorkflowCount] = new Distribution.Fixed(18),
                [Parameter.GuardrailStart] = new Distribution.Fixed(0.15),
                [Parameter.KbFreshnessStart] = new Distribution.Fixed(0.45),
                [Parameter.IncidentProbPerChange] = new Distribution.Triangular(0.0003, 0.0008, 0.0014),
                [Parameter.IncidentCostPerHour] = new Distribution.LogNormal(75_000, 0.6),
            },
        });

    private static ScenarioTemplate BackOffice => new(
        "back-office",
        "Back office, 210 people",
        "Volumes fall, a proven system takes over posting and matching, and fifty positions are in question. A mistake is found and put right the next day, so little stands against the cut.",
        new ScenarioInput
        {
            AnnualRevenue = 320_000_000,
            Currency = "GBP",
            Staff =
            [
                new(Level.Junior, 36_000, 3, false) { Count = 70 }, new(Level.Mid, 46_000, 8, false) { Count = 66 }, new(Level.Senior, 63_000, 13, false) { Count = 20 },
                new(Level.Principal, 88_000, 16, false) { Count = 4 }, new(Level.Junior, 36_000, 4, true) { Count = 34 }, new(Level.Mid, 46_000, 9, true) { Count = 16 },
            ],
            Parameters = new Dictionary<Parameter, Distribution>
            {
                [Parameter.DemandGrowthAnnual] = new Distribution.Triangular(-0.16, -0.09, -0.02),
                [Parameter.BacklogShare] = new Distribution.Triangular(-0.1, -0.05, 0),
                [Parameter.SurplusAbsorption] = new Distribution.Triangular(0, 0.1, 0.25),
                [Parameter.UpliftPerAdopter] = new Distribution.Triangular(0.1, 0.2, 0.3),
                [Parameter.ChangesPerWorkUnitMonth] = new Distribution.Fixed(2),
                [Parameter.IncidentProbPerChange] = new Distribution.Triangular(0.00001, 0.00004, 0.0001),
                [Parameter.IncidentCostPerHour] = new Distribution.LogNormal(1500, 0.5),
                [Parameter.AiWorkflowCount] = new Distribution.Fixed(6),
                [Parameter.KbArticleCount] = new Distribution.Fixed(500),
                [Parameter.TurnoverAnnual] = new Distribution.Triangular(0.05, 0.08, 0.12),
                [Parameter.ReworkShare] = new Distribution.Triangular(0.03, 0.06, 0.1),
            },
        });
}
