using static System.Math;

namespace GovernancePortal.Domain.Scenarios;

/// <content>People: who leaves, who comes, who learns.</content>
internal sealed partial class PolicyModel
{
    private double _core;
    private double _coreRamping;
    private double _new;
    private double _newRamping;
    private double _coreVacancies;
    private double _newVacancies;
    private double _refillVacancies;
    private double _refilled;
    private double _toClose;
    private double _hired;
    private double _exitRate;
    private double _exits;
    private double _closed;

    private void MovePeople(int month, ref ScenarioMonth result)
    {
        if (month == P[Parameter.TrainingMonths] + 1) _newRamping += P[Parameter.PlacementSuccess] * _moved;

        _exitRate = Min(1, world.MonthlyTurnover * (1 + (month <= P[Parameter.LayoffTurnoverMonths] ? _turnoverBoost : 0)));
        var lag = P[Parameter.HireLagMonths];
        var (coreFills, newFills, refills) = (_coreVacancies / lag, _newVacancies / lag, _refillVacancies / lag);
        var (coreExits, newExits) = (_exitRate * (_core + _coreRamping), _exitRate * (_new + _newRamping));
        Age(ref _core, ref _coreRamping, P[Parameter.HireRampMonths], coreFills + refills);
        Age(ref _new, ref _newRamping, P[Parameter.NewRoleRampMonths], newFills);

        // A displaced person steps into each post that somebody leaves, and has to learn it.
        _closed = Min(coreExits, _toClose);
        _toClose -= _closed;
        var steps = Min(_closed, _core);
        _core -= steps;
        _coreRamping += steps;

        _coreVacancies += coreExits - _closed - coreFills;
        _newVacancies += newExits - newFills;
        _refillVacancies += (month == P[Parameter.RegretMonth] ? P[Parameter.RegretProbability] * P[Parameter.RegretRehireShare] * _laidOff : 0) - refills;
        _refilled = (_refilled * (1 - _exitRate)) + refills;
        _hired = coreFills + newFills + refills;
        _exits = coreExits + newExits;

        result.Core = _core + _coreRamping;
        result.NewRole = _new + _newRamping;
        result.OnNotice = month <= P[Parameter.NoticeMonths] ? _laidOff : 0;
        result.InTraining = month <= P[Parameter.TrainingMonths] ? _moved : 0;
        result.Vacancies = _coreVacancies + _newVacancies + _refillVacancies;
        result.NewRoleEffective = _new + (P[Parameter.NewRoleRampProductivity] * _newRamping);
    }

    private void Age(ref double settled, ref double ramping, double rampMonths, double joining)
    {
        var left = ramping * (1 - _exitRate);
        var settling = left / rampMonths;
        settled = (settled * (1 - _exitRate)) + settling;
        ramping = left - settling + joining;
    }
}
