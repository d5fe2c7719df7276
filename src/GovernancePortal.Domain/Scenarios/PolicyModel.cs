using static System.Math;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>
/// One policy, month by month: stocks of people and their flows, work against demand, the controls that people in new roles keep up, incidents, and cash.
/// Lags and ramps are first-order stages, so nothing but the last month is remembered.
/// </summary>
internal sealed partial class PolicyModel(ModelWorld world)
{
    private const double Tiny = StaffTotals.Tiny;

    private Policy _policy = null!;
    private double _laidOff;
    private double _moved;
    private double _delay;
    private double _external;
    private double _coreCost;
    private double _turnoverBoost;
    private double _survivorLoss;

    private ParameterSet P => world.Values;

    /// <summary>Sets a policy to the day before its first month.</summary>
    public void Begin(Policy policy)
    {
        _policy = policy;
        var staff = world.Staff;
        _laidOff = policy.LayoffShare * staff.Displaced;
        _moved = policy.ReallocShare * staff.Displaced;
        _toClose = policy.AttritionShare * staff.Displaced;
        _delay = _moved > Tiny ? policy.AdoptionDelayMonths : 0;
        _external = staff.Headcount > Tiny ? policy.ExternalVetters : 0;
        var core = staff.Headcount - _laidOff - _moved;
        _coreCost = core > Tiny ? (staff.Payroll - (world.PoolCost * (_laidOff + _moved))) / core : world.AverageCost;
        Disturb(staff);

        (_core, _coreRamping, _new, _newRamping) = (core, 0, 0, 0);
        (_coreVacancies, _newVacancies, _refillVacancies, _refilled) = (0, 0, 0, 0);
        (_freshness, _guardrails, _knowledgeLost) = (P[Parameter.KbFreshnessStart], P[Parameter.GuardrailStart], 0);
        (_idle, _cumulative, _vetCoverage) = (0, 0, world.VetCoverageToday);
    }

    /// <summary>Works the next month out; months are asked for in turn, from 1.</summary>
    public void Step(int month, out ScenarioMonth result)
    {
        result = default;
        result.Month = month;
        var ramp = (month - _delay) / P[Parameter.AdoptionRampMonths];
        result.Adoption = P[Parameter.AdoptionStart] + ((P[Parameter.AdoptionTarget] - P[Parameter.AdoptionStart]) * (ramp < 0 ? 0 : ramp > 1 ? 1 : ramp));
        result.Demand = world.DemandIn(month);
        MovePeople(month, ref result);
        Work(month, ref result);
        Control(month, ref result);
        Suffer(ref result);
        Pay(month, ref result);
    }

    // Cuts make survivors leave and work less; moves do so too, but less.
    private void Disturb(StaffTotals staff)
    {
        var (cut, move) = staff.Headcount > Tiny ? (_laidOff / staff.Headcount, _moved / staff.Headcount) : (0, 0);
        var ratio = P[Parameter.ReallocDisruptionRatio];
        _turnoverBoost = Boost(cut) + (ratio * Boost(move));
        var reference = P[Parameter.SurvivorLossReferenceShare];
        _survivorLoss = Min(1, P[Parameter.SurvivorLoss] * (Min(1, cut / reference) + (ratio * Min(1, move / reference))));

        double Boost(double share) => share > 0 ? P[Parameter.LayoffTurnoverScale] * Pow(share, P[Parameter.LayoffTurnoverExponent]) : 0;
    }
}
