using System.Globalization;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>Something in a scenario that cannot be calculated with.</summary>
/// <param name="Code">Stable, such as <c>staff.cost</c>.</param>
/// <param name="Field">Where it is, such as <c>staff[3].annualLoadedCost</c>.</param>
/// <param name="Message">For the person who entered it.</param>
public sealed record ScenarioFault(string Code, string Field, string Message);

/// <summary>Finds every fault of an input at once.</summary>
public static class ScenarioFaults
{
    public const int MaxHorizon = 120;

    private const double Rounding = 1e-9;
    private const double RangeRounding = 1e-12;

    /// <summary>Empty when the model can run.</summary>
    public static IReadOnlyList<ScenarioFault> Of(ScenarioInput input) =>
        [.. OfFrame(input), .. input.Staff.SelectMany(OfStaff), .. input.Parameters.SelectMany(p => OfParameter(ModelParameters.Of(p.Key), p.Value)), .. OfPolicies(input.Policies)];

    internal static void ThrowIfAny(ScenarioInput input)
    {
        var faults = Of(input);
        if (faults.Count > 0) throw new ArgumentException(string.Join("; ", faults.Select(f => $"{f.Code} {f.Field}")), nameof(input));
    }

    private static IEnumerable<ScenarioFault> OfFrame(ScenarioInput input)
    {
        if (input.HorizonMonths is < 1 or > MaxHorizon) yield return new("horizon", "horizonMonths", $"Enter 1 to {MaxHorizon} months.");
        if (!IsAmount(input.AnnualRevenue)) yield return new("revenue", "annualRevenue", "Enter 0 or more.");
    }

    private static IEnumerable<ScenarioFault> OfStaff(StaffCell cell, int index)
    {
        if (cell.Level is not (Level.Junior or Level.Mid or Level.Senior or Level.Principal)) yield return At("level", "level", "Use junior, mid, senior or principal.");
        if (!IsAmount(cell.AnnualLoadedCost)) yield return At("cost", "annualLoadedCost", "Enter 0 or more.");
        if (!IsAmount(cell.TenureYears)) yield return At("tenure", "tenureYears", "Enter 0 or more.");
        if (!IsAmount(cell.Count)) yield return At("count", "count", "Enter 0 or more.");
        if (cell.KnowledgeWeight is { } weight && !IsAmount(weight)) yield return At("knowledge", "knowledgeWeight", "Enter 0 or more.");

        ScenarioFault At(string code, string field, string message) => new($"staff.{code}", string.Create(CultureInfo.InvariantCulture, $"staff[{index}].{field}"), message);
    }

    private static IEnumerable<ScenarioFault> OfParameter(ParameterDefinition definition, Distribution value)
    {
        var field = $"params.{definition.Key}";
        if (OrderOf(value) is { } order)
        {
            yield return new("param.order", field, order);
            yield break;
        }

        if (!double.IsFinite(value.Low) || !double.IsFinite(value.High) || value.Low < definition.Min - RangeRounding || value.High > definition.Max + RangeRounding)
            yield return new("param.range", field, string.Create(CultureInfo.InvariantCulture, $"Stay between {definition.Min} and {definition.Max}."));
        if (definition.IsWhole && !(value is Distribution.Fixed known && Math.Truncate(known.Value) == known.Value))
            yield return new("param.integer", field, "Enter one whole number of months.");
    }

    // Comparisons are turned round, so that what is no number is refused too.
    private static string? OrderOf(Distribution value) =>
        value switch
        {
            Distribution.Triangular t when !(t.Min <= t.Mode && t.Mode <= t.Max) => "The most likely value lies between the lowest and the highest.",
            Distribution.Uniform u when !(u.Min <= u.Max) => "The lowest value comes before the highest.",
            Distribution.LogNormal l when !(l.Centre >= 0 && l.Sigma >= 0 && double.IsFinite(l.Sigma)) => "Mean and sigma are 0 or more.",
            _ => null,
        };

    private static IEnumerable<ScenarioFault> OfPolicies(IReadOnlyList<Policy> policies)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < policies.Count; i++)
        {
            var policy = policies[i];
            var at = string.Create(CultureInfo.InvariantCulture, $"policies[{i}]");
            if (!names.Add(policy.Name)) yield return new("policy.duplicate", $"{at}.name", $"Two policies are called {policy.Name}.");
            if (!AreShares(policy.LayoffShare, policy.ReallocShare, policy.AttritionShare, out var sum) || sum > 1 + Rounding)
                yield return new("policy.shares", at, "Shares are 0 or more and together at most 1.");
            if (!AreShares(policy.SplitVetting, policy.SplitGuardrail, policy.SplitKb, out var split) || Math.Abs(split - 1) > Rounding)
                yield return new("policy.split", at, "What the new roles do is 0 or more each and together 1.");
            if (!IsAmount(policy.AdoptionDelayMonths)) yield return new("policy.delay", $"{at}.adoptionDelayMonths", "Enter 0 or more.");
            if (!IsAmount(policy.ExternalVetters)) yield return new("policy.external", $"{at}.externalVetters", "Enter 0 or more.");
        }
    }

    private static bool AreShares(double first, double second, double third, out double sum)
    {
        sum = first + second + third;
        return first >= 0 && second >= 0 && third >= 0;
    }

    private static bool IsAmount(double value) => value >= 0 && double.IsFinite(value);
}
