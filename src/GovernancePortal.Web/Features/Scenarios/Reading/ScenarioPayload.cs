using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Web.Features.Scenarios.Reading;

/// <summary>What the ledger is told of a scenario: counts and parameters, never what a position costs.</summary>
internal static class ScenarioPayload
{
    public static object Of(Scenario scenario, ScenarioInput input) => new
    {
        name = scenario.Name,
        unit = scenario.UnitId?.Value,
        origin = scenario.Origin.ToString(),
        horizonMonths = input.HorizonMonths,
        positions = input.Staff.Sum(c => c.Count),
        displaced = input.Staff.Where(c => c.IsDisplaced).Sum(c => c.Count),
        policies = input.Policies.Select(p => p.Name),
        parameters = input.Parameters.OrderBy(p => p.Key).ToDictionary(p => ModelParameters.Of(p.Key).Key, p => ScenarioChanges.Words(p.Value), StringComparer.Ordinal),
        reasons = scenario.Reasons,
    };
}
