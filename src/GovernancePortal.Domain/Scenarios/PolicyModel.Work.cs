using static System.Math;

namespace GovernancePortal.Domain.Scenarios;

/// <content>Work against demand, the controls, incidents and cash.</content>
internal sealed partial class PolicyModel
{
    // Rework never takes more of the capacity than this.
    private const double MostRework = 0.9;

    private double _freshness;
    private double _guardrails;
    private double _knowledgeLost;
    private double _vetCoverage;
    private double _idle;
    private double _cumulative;

    private double CoreEffective => _core + (P[Parameter.HireRampProductivity] * _coreRamping);

    // Coverage, freshness and idle people are those of the month before.
    private void Work(int month, ref ScenarioMonth result)
    {
        var (byPages, freshAtStart) = (P[Parameter.KbReworkShare], P[Parameter.KbFreshnessStart]);
        var staleness = freshAtStart < 1 - Tiny ? 1 - byPages + (byPages * (1 - _freshness) / (1 - freshAtStart)) : 1;
        var today = P[Parameter.ReworkShare];
        result.ReworkShare = world.ReworkIndexToday > Tiny ? Min(MostRework, today * world.ReworkIndex(result.Adoption, _vetCoverage, staleness) / world.ReworkIndexToday) : today;

        var hands = CoreEffective + (P[Parameter.FlexBackShare] * _idle);
        var strain = month <= P[Parameter.SurvivorLossMonths] ? 1 - _survivorLoss : 1;
        var uplift = 1 + ((result.Adoption - P[Parameter.AdoptionStart]) * P[Parameter.UpliftPerAdopter]);
        result.Capacity = (hands * strain * uplift * ((1 - result.ReworkShare) / (1 - today))) + (P[Parameter.NoticeProductivity] * result.OnNotice);
        result.Delivered = Min(result.Capacity, result.Demand) + (P[Parameter.SurplusAbsorption] * Max(0, result.Capacity - result.Demand));
    }

    private void Control(int month, ref ScenarioMonth result)
    {
        Vet(ref result);
        var share = world.Staff.Headcount > Tiny ? result.Core / world.Staff.Headcount : 1;
        _guardrails = Guard(share, _policy.SplitGuardrail * result.NewRoleEffective);
        _freshness = Refresh(share, _policy.SplitKb * result.NewRoleEffective);
        Forget(month);
        (result.VetCoverage, result.GuardrailCoverage, result.KbFreshness, result.KnowledgeLost, result.NewRoleIdle) = (_vetCoverage, _guardrails, _freshness, _knowledgeLost, _idle);
    }

    private void Vet(ref ScenarioMonth result)
    {
        var (hours, vetters) = (P[Parameter.ProductiveHoursPerMonth], _policy.SplitVetting * result.NewRoleEffective);
        var need = result.Adoption * P[Parameter.ChangesPerWorkUnitMonth] * result.Delivered * P[Parameter.VetHoursPerChange];
        var have = hours * ((P[Parameter.CoreVetTimeShare] * CoreEffective) + vetters + _external);
        _vetCoverage = need > Tiny ? Min(1, have / need) : 1;
        _idle = Min(vetters, Max(0, have - need) / hours);
    }

    private double Guard(double coreShare, double builders)
    {
        var (flows, effort, decay) = (P[Parameter.AiWorkflowCount], P[Parameter.GuardrailEffortFteMonths], P[Parameter.GuardrailDecayMonthly]);
        if (flows <= Tiny) return AllIdle(builders);

        // The upkeep of today goes on while the core keeps its size.
        var reached = (_guardrails * (1 - decay)) + (decay * P[Parameter.GuardrailStart] * coreShare) + (builders / (effort * flows));
        _idle += Min(builders, Max(0, reached - 1) * effort * flows);
        return Min(1, reached);
    }

    private double Refresh(double coreShare, double stewards)
    {
        var (pages, rate, decay) = (P[Parameter.KbArticleCount], P[Parameter.KbRefreshPerFteMonth], P[Parameter.KbDecayMonthly]);
        if (pages <= Tiny) return AllIdle(stewards);

        var kept = (_freshness * (1 - decay)) + (decay * P[Parameter.KbFreshnessStart] * coreShare);
        if (rate <= Tiny) return Min(1, kept);

        var reached = kept + (rate * stewards / pages);
        _idle += Min(stewards, Max(0, reached - 1) * pages / rate);
        return Min(1, reached);
    }

    // Nothing is there to be guarded or refreshed.
    private double AllIdle(double people)
    {
        _idle += people;
        return 1;
    }

    private void Forget(int month)
    {
        double lost = 0;
        var known = world.Staff.KnowledgeShare;
        if (month == EndOf(Parameter.NoticeMonths)) lost += known * _policy.LayoffShare;
        if (month == EndOf(Parameter.TrainingMonths)) lost += known * _policy.ReallocShare * (1 - P[Parameter.PlacementSuccess]);
        if (world.Staff.Headcount > Tiny && _exitRate > Tiny)
        {
            // Normal turnover is part of today; only what comes on top of it is lost.
            var normal = world.MonthlyTurnover / _exitRate;
            lost += ((_exits * (1 - normal)) + (_closed * normal)) / world.Staff.Headcount;
        }

        _knowledgeLost = Min(1, (_knowledgeLost * (1 - P[Parameter.KnowledgeRelearnMonthly])) + ((1 - P[Parameter.KnowledgeTransferShare]) * lost));
    }

    private void Suffer(ref ScenarioMonth result)
    {
        var unguarded = 1 - (P[Parameter.GuardrailEffectiveness] * _guardrails);
        var ofChanges = 1 - result.Adoption + (result.Adoption * P[Parameter.AiRiskMultiplier] * (1 - (P[Parameter.VetEffectiveness] * _vetCoverage)) * unguarded);
        var ofAdvice = P[Parameter.AdviceIncidentRate] * result.Adoption * (result.Core + result.NewRole) * (1 - _freshness) * unguarded;
        result.Incidents = (P[Parameter.IncidentProbPerChange] * P[Parameter.ChangesPerWorkUnitMonth] * result.Delivered * ofChanges) + ofAdvice;
        result.IncidentMultiplier = 1 + (P[Parameter.KnowledgeSeverity] * _knowledgeLost);
        result.IncidentHours = result.Incidents * P[Parameter.IncidentHoursMean] * result.IncidentMultiplier;
    }

    private void Pay(int month, ref ScenarioMonth result)
    {
        var (pool, working) = (world.PoolCost, result.Core + result.NewRole);
        var value = P[Parameter.ValueToCost] * world.AverageCost;
        result.Contribution = value * result.Delivered;
        result.Payroll = (_coreCost * result.Core) + (pool * (result.NewRole + result.OnNotice + result.InTraining)) + (_refilled * ((pool * (1 + P[Parameter.RehireWagePremium])) - _coreCost));
        result.Tools = (P[Parameter.AiToolCostPerAdopterMonth] * result.Adoption * working) + (P[Parameter.NewRoleToolCost] * result.NewRole);
        result.Hiring = P[Parameter.HireCostPerHire] * _hired;
        if (month == EndOf(Parameter.NoticeMonths)) result.Severance += (_policy.LayoffShare * world.Staff.Severance) + (P[Parameter.ExitCostPerHead] * _laidOff);
        if (month == EndOf(Parameter.TrainingMonths)) result.Severance += (1 - P[Parameter.PlacementSuccess]) * ((_policy.ReallocShare * world.Staff.Severance) + (P[Parameter.ExitCostPerHead] * _moved));
        result.Training = month == 1 ? P[Parameter.TrainingCostPerHead] * _moved : 0;
        result.External = P[Parameter.ExternalVetterMonthlyCost] * _external;
        result.IncidentCost = result.IncidentHours * P[Parameter.IncidentCostPerHour];
        result.NetBeforeIncidents = result.Contribution - result.Payroll - result.Tools - result.Hiring - result.Severance - result.Training - result.External;
        result.Net = result.NetBeforeIncidents - result.IncidentCost;
        result.Discount = world.DiscountOf(month);
        _cumulative += result.Net * result.Discount;
        result.CumulativeDiscounted = _cumulative;
        if (result.Headcount <= Tiny) return;

        var revenue = (world.AnnualRevenue / 12) + (value / P[Parameter.ContributionMargin] * (result.Delivered - world.Staff.Headcount));
        result.RevenuePerEmployee = 12 * revenue / result.Headcount;
    }

    // What is paid or lost at the end of notice or training falls into the first month when there is none.
    private double EndOf(Parameter months) => Max(1, P[months]);
}
