namespace GovernancePortal.Domain.Scenarios;

/// <summary>Everything a comparison is worked out from.</summary>
public sealed record ScenarioInput
{
    public const int DefaultHorizon = 36;

    /// <summary>More than anybody can compare.</summary>
    public const int MostPolicies = 20;

    public int HorizonMonths { get; init; } = DefaultHorizon;

    public double AnnualRevenue { get; init; }

    public string Currency { get; init; } = "";

    public IReadOnlyList<StaffCell> Staff { get; init; } = [];

    /// <summary>What differs from the defaults.</summary>
    public IReadOnlyDictionary<Parameter, Distribution> Parameters { get; init; } = new Dictionary<Parameter, Distribution>();

    public IReadOnlyList<Policy> Policies { get; init; } = Policy.Defaults;

    /// <summary>Null when there is none.</summary>
    public Policy? PolicyNamed(string name) => Policies.FirstOrDefault(p => p.Name.Equals(name, StringComparison.Ordinal));

    /// <summary>The distribution of every parameter, in their order.</summary>
    public IReadOnlyList<Distribution> Distributions() =>
        [.. ModelParameters.All.Select(p => DistributionOf(p.Parameter))];

    /// <summary>What was entered for a parameter; its default where nothing was.</summary>
    public Distribution DistributionOf(Parameter parameter) => Parameters.GetValueOrDefault(parameter) ?? ModelParameters.DefaultOf(parameter, AnnualRevenue);
}
