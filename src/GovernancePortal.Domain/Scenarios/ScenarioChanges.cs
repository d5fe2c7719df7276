using System.Globalization;
using System.Text;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>Says in words what differs between the inputs of two runs. No pay is named.</summary>
public static class ScenarioChanges
{
    public const string None = "Nothing changed.";

    /// <summary>One sentence for each change; empty when both are alike.</summary>
    public static IReadOnlyList<string> Between(ScenarioInput before, ScenarioInput after) =>
        [.. Frame(before, after), .. Staff(before, after), .. Parameters(before, after), .. Policies(before, after)];

    /// <summary>A value, or a spread of values, as in "0.1 to 0.5, most likely 0.2".</summary>
    public static string Words(Distribution distribution) =>
        distribution switch
        {
            Distribution.Uniform => $"{Words(distribution, Number)}, all alike",
            Distribution.LogNormal(var mean, var sigma) => $"{Number(mean)} on average, log-normal with sigma {Number(sigma)}",
            Distribution.Bernoulli(var probability) => $"happens with a probability of {Number(probability)}",
            _ => Words(distribution, Number),
        };

    /// <summary>The same for somebody who does not ask how a value is drawn.</summary>
    /// <param name="distribution">The spread; for something that happens or does not, <paramref name="write"/> gets the probability.</param>
    /// <param name="write">How a value is written.</param>
    public static string Words(Distribution distribution, Func<double, string> write) =>
        distribution switch
        {
            Distribution.Fixed(var value) => write(value),
            Distribution.Uniform(var min, var max) => $"{write(min)} to {write(max)}",
            Distribution.Triangular(var min, var mode, var max) => $"{write(min)} to {write(max)}, most likely {write(mode)}",
            Distribution.LogNormal(var mean, _) => $"{write(mean)} on average, with a long tail",
            Distribution.Bernoulli(var probability) => $"in {write(probability)} of draws",
            _ => throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "There are no words for this spread."),
        };

    private static IEnumerable<string> Frame(ScenarioInput before, ScenarioInput after)
    {
        if (before.HorizonMonths != after.HorizonMonths) yield return $"Horizon: {after.HorizonMonths} months, was {before.HorizonMonths}.";
        if (before.AnnualRevenue != after.AnnualRevenue) yield return $"Annual revenue: {Number(after.AnnualRevenue)}, was {Number(before.AnnualRevenue)}.";
        if (!before.Currency.Equals(after.Currency, StringComparison.Ordinal)) yield return $"Currency: {Named(after.Currency)}, was {Named(before.Currency)}.";
    }

    private static IEnumerable<string> Staff(ScenarioInput before, ScenarioInput after)
    {
        if (before.Staff.SequenceEqual(after.Staff)) yield break;
        var (was, now) = (Count(before.Staff), Count(after.Staff));
        yield return was == now ? "The positions are others, as many as before." : $"Positions: {Number(now.All)} of which {Number(now.Displaced)} displaced, was {Number(was.All)} and {Number(was.Displaced)}.";
    }

    private static (double All, double Displaced) Count(IEnumerable<StaffCell> staff) => staff.Aggregate((All: 0.0, Displaced: 0.0), (sum, c) => (sum.All + c.Count, sum.Displaced + (c.IsDisplaced ? c.Count : 0)));

    private static IEnumerable<string> Parameters(ScenarioInput before, ScenarioInput after)
    {
        foreach (var parameter in ModelParameters.All)
        {
            var (was, now) = (before.DistributionOf(parameter.Parameter), after.DistributionOf(parameter.Parameter));
            if (was != now) yield return $"{parameter.Meaning} ({parameter.Key}): {Words(now)}, was {Words(was)}.";
        }
    }

    private static IEnumerable<string> Policies(ScenarioInput before, ScenarioInput after)
    {
        foreach (var policy in after.Policies)
        {
            if (before.PolicyNamed(policy.Name) is not { } was) yield return $"Policy {policy.Name} added: {Words(policy)}.";
            else if (was != policy) yield return $"Policy {policy.Name}: {Words(policy)}, was {Words(was)}.";
        }

        foreach (var policy in before.Policies.Where(p => after.PolicyNamed(p.Name) is null)) yield return $"Policy {policy.Name} taken out.";
        if (before.Policies[0].Name != after.Policies[0].Name) yield return $"Policies are compared with {after.Policies[0].Name}, was {before.Policies[0].Name}.";
    }

    private static string Words(Policy policy)
    {
        var words = new StringBuilder();
        words.Append(CultureInfo.InvariantCulture, $"cut {Percent(policy.LayoffShare)}, move {Percent(policy.ReallocShare)}, close by attrition {Percent(policy.AttritionShare)}");
        if (policy.ReallocShare > 0) words.Append(CultureInfo.InvariantCulture, $" (vetting {Percent(policy.SplitVetting)}, guardrails {Percent(policy.SplitGuardrail)}, knowledge base {Percent(policy.SplitKb)}, {Number(policy.AdoptionDelayMonths)} months' delay)");
        if (policy.ExternalVetters > 0) words.Append(CultureInfo.InvariantCulture, $" with {Number(policy.ExternalVetters)} vetters under contract");
        return words.ToString();
    }

    private static string Named(string currency) => currency.Length == 0 ? "none" : currency;

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Number(double value) => value.ToString(Math.Abs(value) is > 0 and < 0.001 ? "0.#########" : "#,0.####", CultureInfo.InvariantCulture).Replace('-', '−');
}
