namespace GovernancePortal.Domain.Scenarios;

/// <summary>One value for each parameter: the means, or a draw.</summary>
public sealed class ParameterSet
{
    private readonly double[] _values;

    private ParameterSet(double[] values) => _values = values;

    /// <summary>All zero, to be filled.</summary>
    public ParameterSet()
        : this(new double[ModelParameters.All.Count]) { }

    public double this[Parameter parameter]
    {
        get => _values[(int)parameter - 1];
        set => _values[(int)parameter - 1] = value;
    }

    public static ParameterSet Means(IReadOnlyList<Distribution> distributions) => new([.. distributions.Select(d => d.Mean)]);

    /// <summary>The same set but for one value.</summary>
    public ParameterSet With(Parameter parameter, double value)
    {
        var values = (double[])_values.Clone();
        values[(int)parameter - 1] = value;
        return new ParameterSet(values);
    }
}
