using System.Collections.Frozen;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>The parameters of the model in their order, with defaults. A default is never changed to favour a side; a scenario that needs another value states it, with a reason.</summary>
public static partial class ModelParameters
{
    /// <summary>Hours of a year, to turn revenue into revenue of an hour.</summary>
    private const double HoursOfYear = 8760;

    public static IReadOnlyList<ParameterDefinition> All { get; } = [.. Finance, .. Rollout, .. Control, .. People];

    // After the list it is made from.
    private static FrozenDictionary<string, ParameterDefinition> ByKey { get; } = All.ToFrozenDictionary(p => p.Key, StringComparer.Ordinal);

    public static ParameterDefinition Of(Parameter parameter) => All[(int)parameter - 1];

    /// <summary>Null for a key that no parameter has.</summary>
    public static ParameterDefinition? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>
    /// The default of a scope with this revenue: an hour of a severe incident costs half an hour's revenue, because surveys that say more come from
    /// vendors and part of the sales come back.
    /// </summary>
    public static Distribution DefaultOf(Parameter parameter, double annualRevenue) =>
        parameter == Parameter.IncidentCostPerHour ? new Distribution.LogNormal(0.5 * annualRevenue / HoursOfYear, 0.6) : Of(parameter).Default;
}
