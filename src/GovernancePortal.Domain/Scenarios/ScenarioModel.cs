namespace GovernancePortal.Domain.Scenarios;

/// <summary>Compares policies for displaced positions: doing nothing, cutting, moving people, or shrinking by attrition.</summary>
public static class ScenarioModel
{
    /// <summary>Stored with every result; it changes with every change of a formula or a default.</summary>
    public const string Version = "1.0";

    // A balance that falls short by less than this has paid back.
    private const double PaybackTolerance = 1e-6;

    /// <summary>Every policy with every parameter at its mean.</summary>
    /// <exception cref="ArgumentException">The input has faults; see <see cref="ScenarioFaults"/>.</exception>
    public static ScenarioOutcome Evaluate(ScenarioInput input)
    {
        ScenarioFaults.ThrowIfAny(input);
        var values = ParameterSet.Means(input.Distributions());
        var world = WorldOf(input, values);
        var model = new PolicyModel(world);
        var runs = input.Policies.Select(p => MonthsOf(model, world, p)).ToList();
        var outcomes = runs.Select((months, i) => new PolicyOutcome(input.Policies[i], months)
        {
            NpvVsFirst = months[^1].CumulativeDiscounted - runs[0][^1].CumulativeDiscounted,
            PaybackMonthVsFirst = i == 0 ? null : Payback(months, runs[0]),
        }).ToList();
        // The first of equals, as LINQ's MaxBy gives it.
        return new(world.Staff, outcomes, world.Staff.Headcount > StaffTotals.Tiny ? outcomes.MaxBy(o => o.Npv)!.Policy.Name : null);
    }

    internal static ModelWorld WorldOf(ScenarioInput input, ParameterSet values)
    {
        var world = new ModelWorld(input.HorizonMonths, input.AnnualRevenue);
        world.Load(values, StaffTotals.Of(input.Staff, values));
        return world;
    }

    /// <summary>Net present value of a policy in a world.</summary>
    internal static double NpvOf(PolicyModel model, ModelWorld world, Policy policy)
    {
        model.Begin(policy);
        ScenarioMonth last = default;
        for (var month = 1; month <= world.Horizon; month++) model.Step(month, out last);
        return last.CumulativeDiscounted;
    }

    private static ScenarioMonth[] MonthsOf(PolicyModel model, ModelWorld world, Policy policy)
    {
        model.Begin(policy);
        var months = new ScenarioMonth[world.Horizon];
        for (var month = 1; month <= months.Length; month++) model.Step(month, out months[month - 1]);
        return months;
    }

    private static int? Payback(ScenarioMonth[] months, ScenarioMonth[] first)
    {
        int? since = null;
        for (var i = months.Length - 1; i >= 0 && months[i].CumulativeDiscounted - first[i].CumulativeDiscounted >= -PaybackTolerance; i--) since = i + 1;
        return since;
    }
}
