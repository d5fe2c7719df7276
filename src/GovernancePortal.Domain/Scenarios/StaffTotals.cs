namespace GovernancePortal.Domain.Scenarios;

/// <summary>The people of a scope, summed up.</summary>
/// <param name="Headcount">Everybody.</param>
/// <param name="Displaced">Positions that are displaced.</param>
/// <param name="Payroll">Loaded cost of everybody in a month.</param>
/// <param name="DisplacedPayroll">Of the displaced in a month.</param>
/// <param name="KnowledgeShare">What the displaced know, of what everybody knows.</param>
/// <param name="Severance">What it costs to let all of the displaced go.</param>
public readonly record struct StaffTotals(double Headcount, double Displaced, double Payroll, double DisplacedPayroll, double KnowledgeShare, double Severance)
{
    /// <summary>Below this a count is none.</summary>
    internal const double Tiny = 1e-9;

    private const double WeeksOfYear = 52;

    /// <summary>What severance depends on; totals are the same for all draws while these are known.</summary>
    public static IReadOnlyList<Parameter> DependOn { get; } =
        [Parameter.SeveranceBaseWeeks, Parameter.SeveranceWeeksPerYear, Parameter.SeveranceCapWeeks, Parameter.LoadFactor];

    public static StaffTotals Of(IEnumerable<StaffCell> staff, ParameterSet values)
    {
        double people = 0, displaced = 0, payroll = 0, displacedPayroll = 0, knowledge = 0, displacedKnowledge = 0, severance = 0;
        foreach (var cell in staff)
        {
            var monthly = cell.Count * cell.AnnualLoadedCost / 12;
            people += cell.Count;
            payroll += monthly;
            knowledge += cell.Count * cell.Knowledge;
            if (!cell.IsDisplaced) continue;

            displaced += cell.Count;
            displacedPayroll += monthly;
            displacedKnowledge += cell.Count * cell.Knowledge;
            severance += cell.Count * Weeks(cell, values) * (cell.AnnualLoadedCost / values[Parameter.LoadFactor]) / WeeksOfYear;
        }

        return new(people, displaced, payroll, displacedPayroll, knowledge > Tiny ? displacedKnowledge / knowledge : 0, severance);
    }

    private static double Weeks(in StaffCell cell, ParameterSet values) =>
        Math.Min(values[Parameter.SeveranceCapWeeks], values[Parameter.SeveranceBaseWeeks] + (values[Parameter.SeveranceWeeksPerYear] * cell.TenureYears));
}
