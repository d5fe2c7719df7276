using GovernancePortal.Domain.Scenarios;
using static System.Math;

namespace GovernancePortal.Benchmarks.Scenarios;

/// <summary>
/// The same model written the obvious way, to compare with: parameters looked up by name, a record for each month, every policy drawing its own numbers, one thread. The engine has to give the same means.
/// </summary>
internal sealed class PlainModel(ScenarioInput input, ulong seed)
{
    private const double Tiny = 1e-9;

    /// <summary>Mean net present value of each policy over so many draws.</summary>
    public IReadOnlyList<double> Means(int draws)
    {
        var values = input.Policies.Select(_ => new List<double>()).ToList();
        for (var draw = 0; draw < draws; draw++)
        {
            for (var i = 0; i < values.Count; i++) values[i].Add(Npv(input.Policies[i], Draw((ulong)draw), (ulong)draw));
        }

        return [.. values.Select(v => v.Average())];
    }

    private Dictionary<string, double> Draw(ulong draw)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var definition in ModelParameters.All)
        {
            var distribution = input.Parameters.TryGetValue(definition.Parameter, out var own) ? own : ModelParameters.DefaultOf(definition.Parameter, input.AnnualRevenue);
            if (distribution is Distribution.Fixed(var value))
            {
                values[definition.Key] = value;
                continue;
            }

            var u = Random((ulong)definition.Parameter, draw);
            if (definition.Factor != SharedFactor.None)
            {
                var factor = NormalDistribution.Quantile(Random(definition.Factor == SharedFactor.Technology ? 900UL : 901UL, draw));
                var z = (definition.Loading * factor) + (Sqrt(1 - (definition.Loading * definition.Loading)) * NormalDistribution.Quantile(u));
                u = Clamp(NormalDistribution.Cumulative(z), 1e-15, 1 - 1e-15);
            }

            values[definition.Key] = Clamp(distribution.Quantile(u), definition.Min, definition.Max);
        }

        return values;
    }

    private double Npv(Policy policy, Dictionary<string, double> p, ulong draw)
    {
        var months = new List<(double Net, double Incidents, double Factor)>();
        var (n, pay, displaced, displacedPay) = (input.Staff.Sum(s => s.Count), input.Staff.Sum(s => s.Count * s.AnnualLoadedCost) / 12, input.Staff.Where(s => s.IsDisplaced).Sum(s => s.Count), input.Staff.Where(s => s.IsDisplaced).Sum(s => s.Count * s.AnnualLoadedCost) / 12);
        var kept = input.Staff.Sum(s => s.Count * Weight(s));
        var known = kept > Tiny ? input.Staff.Where(s => s.IsDisplaced).Sum(s => s.Count * Weight(s)) / kept : 0;
        var severancePay = input.Staff.Where(s => s.IsDisplaced).Sum(s => s.Count * Min(p["severanceCapWeeks"], p["severanceBaseWeeks"] + (p["severanceWeeksPerYear"] * s.TenureYears)) * (s.AnnualLoadedCost / p["loadFactor"]) / 52);
        var (cut, moved, close) = (policy.LayoffShare * displaced, policy.ReallocShare * displaced, policy.AttritionShare * displaced);
        var (average, pool, left) = (pay / n, displacedPay / displaced, n - cut - moved);
        var corePay = left > Tiny ? (pay - (pool * (cut + moved))) / left : average;
        var (delay, external, value) = (moved > Tiny ? policy.AdoptionDelayMonths : 0, policy.ExternalVetters, p["valueToCost"] * average);
        var (h0, rate, dl, dr) = (1 - Pow(1 - p["turnoverAnnual"], 1 / 12.0), Pow(1 + p["discountRateAnnual"], 1 / 12.0) - 1, cut / n, moved / n);
        var boost = (dl > 0 ? p["layoffTurnoverScale"] * Pow(dl, p["layoffTurnoverExponent"]) : 0) + (dr > 0 ? p["reallocDisruptionRatio"] * p["layoffTurnoverScale"] * Pow(dr, p["layoffTurnoverExponent"]) : 0);
        var strain = Min(1, p["survivorLoss"] * (Min(1, dl / p["survivorLossReferenceShare"]) + (p["reallocDisruptionRatio"] * Min(1, dr / p["survivorLossReferenceShare"]))));
        var (core, coreRamp, role, roleRamp, openCore, openRole, openRefill, refilled) = (left, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        var (fresh, guard, lostNow, idle) = (p["kbFreshnessStart"], p["guardrailStart"], 0.0, 0.0);
        var vetNeed = p["adoptionStart"] * p["changesPerWorkUnitMonth"] * p["vetHoursPerChange"];
        var vetted = vetNeed <= Tiny ? 1 : Min(1, p["coreVetTimeShare"] * p["productiveHoursPerMonth"] / vetNeed);
        var index0 = Index(p["adoptionStart"], vetted, 1);
        for (var t = 1; t <= input.HorizonMonths; t++)
        {
            var a = p["adoptionStart"] + ((p["adoptionTarget"] - p["adoptionStart"]) * Clamp((t - delay) / p["adoptionRampMonths"], 0, 1));
            var demand = n * (1 + p["backlogShare"]) * Pow(1 + p["demandGrowthAnnual"], t / 12.0);
            var h = Min(1, h0 * (1 + (t <= p["layoffTurnoverMonths"] ? boost : 0)));
            if (t == p["trainingMonths"] + 1) roleRamp += p["placementSuccess"] * moved;
            var (fillCore, fillRole, fillBack) = (openCore / p["hireLagMonths"], openRole / p["hireLagMonths"], openRefill / p["hireLagMonths"]);
            var (outCore, outRole) = (h * (core + coreRamp), h * (role + roleRamp));
            var rest = coreRamp * (1 - h);
            (core, coreRamp) = ((core * (1 - h)) + (rest / p["hireRampMonths"]), rest - (rest / p["hireRampMonths"]) + fillCore + fillBack);
            rest = roleRamp * (1 - h);
            (role, roleRamp) = ((role * (1 - h)) + (rest / p["newRoleRampMonths"]), rest - (rest / p["newRoleRampMonths"]) + fillRole);
            var z = Min(outCore, close);
            close -= z;
            var step = Min(z, core);
            (core, coreRamp) = (core - step, coreRamp + step);
            (openCore, openRole) = (openCore + outCore - z - fillCore, openRole + outRole - fillRole);
            openRefill += -fillBack + (t == p["regretMonth"] ? p["regretProbability"] * p["regretRehireShare"] * cut : 0);
            refilled = (refilled * (1 - h)) + fillBack;
            var (notice, training, all, inRole) = (t <= p["noticeMonths"] ? cut : 0, t <= p["trainingMonths"] ? moved : 0, core + coreRamp, role + roleRamp);
            var able = role + (p["newRoleRampProductivity"] * roleRamp);
            var stale = p["kbFreshnessStart"] >= 1 - Tiny ? 1 : 1 - p["kbReworkShare"] + (p["kbReworkShare"] * (1 - fresh) / (1 - p["kbFreshnessStart"]));
            var rework = index0 <= Tiny ? p["reworkShare"] : Min(0.9, p["reworkShare"] * Index(a, vetted, stale) / index0);
            var hands = core + (p["hireRampProductivity"] * coreRamp);
            var capacity = ((hands + (p["flexBackShare"] * idle)) * (1 - (t <= p["survivorLossMonths"] ? strain : 0)) * (1 + ((a - p["adoptionStart"]) * p["upliftPerAdopter"])) * ((1 - rework) / (1 - p["reworkShare"]))) + (p["noticeProductivity"] * notice);
            var work = Min(capacity, demand) + (p["surplusAbsorption"] * Max(0, capacity - demand));
            var need = a * p["changesPerWorkUnitMonth"] * work * p["vetHoursPerChange"];
            var have = p["productiveHoursPerMonth"] * ((p["coreVetTimeShare"] * hands) + (policy.SplitVetting * able) + external);
            vetted = need <= Tiny ? 1 : Min(1, have / need);
            idle = Min(policy.SplitVetting * able, Max(0, have - need) / p["productiveHoursPerMonth"]);
            var x = (guard * (1 - p["guardrailDecayMonthly"])) + (p["guardrailDecayMonthly"] * p["guardrailStart"] * all / n) + (policy.SplitGuardrail * able / (p["guardrailEffortFteMonths"] * p["aiWorkflowCount"]));
            idle += Min(policy.SplitGuardrail * able, Max(0, x - 1) * p["guardrailEffortFteMonths"] * p["aiWorkflowCount"]);
            guard = Min(1, x);
            x = (fresh * (1 - p["kbDecayMonthly"])) + (p["kbDecayMonthly"] * p["kbFreshnessStart"] * all / n) + (p["kbRefreshPerFteMonth"] * policy.SplitKb * able / p["kbArticleCount"]);
            idle += Min(policy.SplitKb * able, Max(0, x - 1) * p["kbArticleCount"] / p["kbRefreshPerFteMonth"]);
            fresh = Min(1, x);
            var (paid, trained) = (t == Max(1, p["noticeMonths"]), t == Max(1, p["trainingMonths"]));
            var lost = (paid ? known * policy.LayoffShare : 0) + (trained ? known * policy.ReallocShare * (1 - p["placementSuccess"]) : 0) + (h > Tiny ? (((outCore + outRole) * (1 - (h0 / h))) + (z * h0 / h)) / n : 0);
            lostNow = Min(1, (lostNow * (1 - p["knowledgeRelearnMonthly"])) + ((1 - p["knowledgeTransferShare"]) * lost));
            var bare = 1 - (p["guardrailEffectiveness"] * guard);
            var incidents = (p["incidentProbPerChange"] * p["changesPerWorkUnitMonth"] * work * (1 - a + (a * p["aiRiskMultiplier"] * (1 - (p["vetEffectiveness"] * vetted)) * bare))) + (p["adviceIncidentRate"] * a * (all + inRole) * (1 - fresh) * bare);
            var payroll = (corePay * all) + (pool * (inRole + notice + training)) + (refilled * ((pool * (1 + p["rehireWagePremium"])) - corePay));
            var once = (paid ? (policy.LayoffShare * severancePay) + (p["exitCostPerHead"] * cut) : 0) + (trained ? (1 - p["placementSuccess"]) * ((policy.ReallocShare * severancePay) + (p["exitCostPerHead"] * moved)) : 0) + (t == 1 ? p["trainingCostPerHead"] * moved : 0);
            var net = (value * work) - payroll - (p["aiToolCostPerAdopterMonth"] * a * (all + inRole)) - (p["newRoleToolCost"] * inRole) - (p["hireCostPerHire"] * (fillCore + fillRole + fillBack)) - once - (p["externalVetterMonthlyCost"] * external);
            months.Add((net, incidents, 1 + (p["knowledgeSeverity"] * lostNow)));
        }

        return months.Select((m, i) => (m.Net - (Hours(i + 1, m.Incidents, p, draw) * m.Factor * p["incidentCostPerHour"])) * Pow(1 + rate, -(i + 1))).Sum();

        double Index(double a, double v, double stale) => 1 - a + (a * p["aiReworkMultiplier"] * (1 - (p["vetEffectiveness"] * (1 - p["earlyFixCostRatio"]) * v)) * stale);
    }

    private double Hours(int month, double expected, Dictionary<string, double> p, ulong draw)
    {
        var (spread, sigma, mean) = (p["incidentFrailtySigma"], p["incidentHoursSigma"], p["incidentHoursMean"]);
        var rate = expected * Exp((spread * NormalDistribution.Quantile(Random(902, draw))) - (spread * spread / 2));
        var u = Random(1000 + (ulong)month, draw);
        var (count, probability) = (0, Exp(-rate));
        for (var sum = probability; u > sum && count < 1000; sum += probability) probability *= rate / ++count;
        return Enumerable.Range(0, count).Sum(j => mean * Exp((-sigma * sigma / 2) + (sigma * NormalDistribution.Quantile(Random(2000 + (64 * (ulong)month) + (ulong)j, draw)))));
    }

    private static double Weight(StaffCell cell) => cell.KnowledgeWeight ?? new[] { 1, 1.5, 2.5, 4 }[(int)cell.Level - 1] * (0.2 + (0.8 * Min(cell.TenureYears, 10) / 10));

    private double Random(ulong stream, ulong index)
    {
        unchecked
        {
            var z = seed + (0x9E3779B97F4A7C15 * ((stream << 32) + index + 1));
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (((z ^ (z >> 31)) >> 11) + 0.5) / 9007199254740992.0;
        }
    }
}
