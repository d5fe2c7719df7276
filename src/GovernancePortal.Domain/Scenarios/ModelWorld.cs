namespace GovernancePortal.Domain.Scenarios;

/// <summary>What all policies share: people, parameter values, demand and discounting. It is loaded anew for each draw, without new memory.</summary>
internal sealed class ModelWorld(int horizon, double annualRevenue)
{
    private readonly double[] _demand = new double[horizon + 1];
    private readonly double[] _discount = new double[horizon + 1];

    public int Horizon => horizon;

    public double AnnualRevenue => annualRevenue;

    public ParameterSet Values { get; private set; } = null!;

    public StaffTotals Staff { get; private set; }

    /// <summary>Normal voluntary exits in a month, as a share.</summary>
    public double MonthlyTurnover { get; private set; }

    /// <summary>Rework for a unit of work as it is today, before anything is rolled out.</summary>
    public double ReworkIndexToday { get; private set; }

    public double VetCoverageToday { get; private set; }

    public double AverageCost => Staff.Headcount > StaffTotals.Tiny ? Staff.Payroll / Staff.Headcount : 0;

    public double PoolCost => Staff.Displaced > StaffTotals.Tiny ? Staff.DisplacedPayroll / Staff.Displaced : 0;

    public double DemandIn(int month) => _demand[month];

    public double DiscountOf(int month) => _discount[month];

    public void Load(ParameterSet values, StaffTotals staff)
    {
        (Values, Staff) = (values, staff);
        MonthlyTurnover = 1 - Math.Pow(1 - values[Parameter.TurnoverAnnual], 1.0 / 12);
        var rate = Math.Pow(1 + values[Parameter.DiscountRateAnnual], 1.0 / 12);
        for (var month = 1; month <= horizon; month++)
        {
            _demand[month] = staff.Headcount * (1 + values[Parameter.BacklogShare]) * Math.Pow(1 + values[Parameter.DemandGrowthAnnual], month / 12.0);
            _discount[month] = Math.Pow(rate, -month);
        }

        var adoption = values[Parameter.AdoptionStart];
        var need = adoption * values[Parameter.ChangesPerWorkUnitMonth] * values[Parameter.VetHoursPerChange];
        VetCoverageToday = need > StaffTotals.Tiny ? Math.Min(1, values[Parameter.CoreVetTimeShare] * values[Parameter.ProductiveHoursPerMonth] / need) : 1;
        ReworkIndexToday = ReworkIndex(adoption, VetCoverageToday, staleness: 1);
    }

    /// <summary>Rework for a unit of work, where work without AI is 1.</summary>
    /// <param name="adoption">Share of people who use AI.</param>
    /// <param name="vetCoverage">Share of AI-assisted changes that is vetted.</param>
    /// <param name="staleness">Effect of pages that are out of date; 1 as today.</param>
    public double ReworkIndex(double adoption, double vetCoverage, double staleness) =>
        1 - adoption + (adoption * Values[Parameter.AiReworkMultiplier] * (1 - (Values[Parameter.VetEffectiveness] * (1 - Values[Parameter.EarlyFixCostRatio]) * vetCoverage)) * staleness);
}
