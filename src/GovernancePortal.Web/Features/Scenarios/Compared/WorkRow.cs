using System.Globalization;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Web.Features.Scenarios.Compared;

/// <summary>One line of the table that compares work, people and incidents.</summary>
internal sealed record WorkRow(string Head, IReadOnlyList<string> Cells)
{
    public static IReadOnlyList<WorkRow> All(ComparedScenario scenario)
    {
        var policies = scenario.Policies;
        return
        [
            Of("Severe incidents expected", p => Fine(p.Outcome.Incidents)),
            Of("Incidents per hundred units of work", p => Fine(PerWork(p.Outcome))),
            Of("Hours lost to them", p => ScenarioFigures.People(p.Outcome.IncidentHours)),
            Of("Incident loss, mean", p => scenario.Money(p.Risk.IncidentLossMean)),
            Of("Incident loss, one draw in twenty is above", p => scenario.Money(p.Risk.IncidentLossP95)),
            Of("Work left undone, average people", p => Fine(p.Outcome.AverageShortfall)),
            Of("One-off cost", p => scenario.Money(p.Outcome.OneOffCost)),
            Of("Headcount at the end", p => ScenarioFigures.People(p.Outcome.EndHeadcount)),
            Of("People in new roles at the end", p => ScenarioFigures.People(p.Outcome.Months[^1].NewRole)),
            Of("of these idle", p => ScenarioFigures.People(p.Outcome.Months[^1].NewRoleIdle)),
            Of("AI changes that are vetted, at the end", p => ScenarioFigures.Percent(p.Outcome.Months[^1].VetCoverage)),
            Of("Knowledge pages fresh, at the end", p => ScenarioFigures.Percent(p.Outcome.Months[^1].KbFreshness)),
        ];

        WorkRow Of(string head, Func<ComparedPolicy, string> cell) => new(head, [.. policies.Select(cell)]);
    }

    // A cut has fewer incidents because less is shipped; this figure is free of that.
    private static double PerWork(PolicyOutcome outcome)
    {
        var work = outcome.Months.Sum(m => m.Delivered);
        return work > 0 ? 100 * outcome.Incidents / work : 0;
    }

    private static string Fine(double value) => value < 100 ? value.ToString("0.00", CultureInfo.InvariantCulture) : ScenarioFigures.People(value);
}
