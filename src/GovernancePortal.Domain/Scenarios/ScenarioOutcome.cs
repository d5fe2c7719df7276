namespace GovernancePortal.Domain.Scenarios;

/// <summary>What the model expects of each policy, with every parameter at its mean.</summary>
/// <param name="Staff">The people it is worked out for.</param>
/// <param name="Policies">In the order of the input; the first is the reference.</param>
/// <param name="Best">Name of the policy with the highest net present value; null when there is nobody.</param>
public sealed record ScenarioOutcome(StaffTotals Staff, IReadOnlyList<PolicyOutcome> Policies, string? Best)
{
    /// <summary>How the policies compare after one, two, three and five years and at the end, as far as the horizon goes.</summary>
    public IReadOnlyList<HorizonComparison> ByHorizon =>
        [.. PolicyOutcome.Horizons.Append(Policies[0].Months.Count).Where(h => h <= Policies[0].Months.Count).Distinct().Order().Select(After)];

    /// <summary>Whether another policy would be best if one looked less far ahead.</summary>
    public bool BestDependsOnHorizon => Best is not null && ByHorizon.Any(h => h.Best != Best);

    private HorizonComparison After(int months)
    {
        var npv = Policies.Select(p => p.Months[months - 1].CumulativeDiscounted).ToList();
        return new(months, [.. npv.Select(n => n - npv[0])], Best is null ? null : Policies[npv.IndexOf(npv.Max())].Policy.Name);
    }
}

/// <summary>The policies as they stand after some months.</summary>
/// <param name="Months">How many.</param>
/// <param name="NpvVsFirst">Of each policy, against the first.</param>
/// <param name="Best">Name of the policy that is ahead; null when there is nobody.</param>
public sealed record HorizonComparison(int Months, IReadOnlyList<double> NpvVsFirst, string? Best);

/// <summary>What the model expects of one policy. Only differences between policies mean anything; the level depends on what work is assumed to be worth.</summary>
/// <param name="Policy">Which.</param>
/// <param name="Months">Every month.</param>
public sealed record PolicyOutcome(Policy Policy, IReadOnlyList<ScenarioMonth> Months)
{
    internal static readonly int[] Horizons = [12, 24, 36, 60];

    /// <summary>Net present value over the horizon, in the scenario's currency.</summary>
    public double Npv => Months[^1].CumulativeDiscounted;

    /// <summary>Above zero: better than the first policy.</summary>
    public double NpvVsFirst { get; init; }

    /// <summary>The first month from which the discounted balance against the first policy stays even or better; null when it never does, and for the first itself.</summary>
    public int? PaybackMonthVsFirst { get; init; }

    /// <summary>Severe incidents expected over the horizon.</summary>
    public double Incidents => Months.Sum(m => m.Incidents);

    public double IncidentHours => Months.Sum(m => m.IncidentHours);

    /// <summary>Work asked for and not delivered, mean of all months.</summary>
    public double AverageShortfall => Months.Sum(m => Math.Max(0, m.Demand - m.Capacity)) / Months.Count;

    public double EndHeadcount => Months[^1].Headcount;

    public double? EndRevenuePerEmployee => Months[^1].RevenuePerEmployee;

    /// <summary>Severance and training.</summary>
    public double OneOffCost => Months.Sum(m => m.Severance + m.Training);

    /// <summary>Net present value after one, two, three and five years, as far as the horizon goes.</summary>
    public IReadOnlyDictionary<int, double> NpvByHorizon => Horizons.Where(h => h <= Months.Count).ToDictionary(h => h, h => Months[h - 1].CumulativeDiscounted);
}
