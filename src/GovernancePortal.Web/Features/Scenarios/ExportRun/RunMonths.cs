using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Platform.Tables;

namespace GovernancePortal.Web.Features.Scenarios.ExportRun;

/// <summary>The months of every policy, a row each.</summary>
internal static class RunMonths
{
    private static readonly (string Title, Func<ScenarioMonth, double?> Value)[] Figures =
    [
        ("AI use", m => m.Adoption), ("Demand", m => m.Demand), ("Core", m => m.Core), ("New roles", m => m.NewRole), ("On notice", m => m.OnNotice), ("In training", m => m.InTraining), ("Headcount", m => m.Headcount),
        ("Vacancies", m => m.Vacancies), ("Capacity", m => m.Capacity), ("Delivered", m => m.Delivered), ("Rework share", m => m.ReworkShare), ("New roles, effective", m => m.NewRoleEffective),
        ("New roles, idle", m => m.NewRoleIdle), ("Vetting coverage", m => m.VetCoverage), ("Guardrail coverage", m => m.GuardrailCoverage), ("Freshness", m => m.KbFreshness), ("Knowledge lost", m => m.KnowledgeLost),
        ("Severe incidents", m => m.Incidents), ("Incident hours", m => m.IncidentHours), ("Contribution", m => m.Contribution), ("Payroll", m => m.Payroll), ("Tools", m => m.Tools), ("Hiring", m => m.Hiring),
        ("Severance", m => m.Severance), ("Training", m => m.Training), ("External", m => m.External), ("Incident cost", m => m.IncidentCost), ("Net", m => m.Net), ("Cumulative, discounted", m => m.CumulativeDiscounted),
        ("Revenue per employee", m => m.RevenuePerEmployee),
    ];

    public static IReadOnlyList<FileColumn> Columns { get; } = [new("Policy", 20), new("Month", 8), .. Figures.Select(f => new FileColumn(f.Title, 14))];

    public static void Write(TableSheet sheet, ScenarioOutcome outcome)
    {
        foreach (var policy in outcome.Policies)
        {
            foreach (var month in policy.Months)
                sheet.Add([policy.Policy.Name, month.Month, .. Figures.Select(f => f.Value(month) is { } value ? (object?)new Figure(value) : null)]);
        }
    }
}
