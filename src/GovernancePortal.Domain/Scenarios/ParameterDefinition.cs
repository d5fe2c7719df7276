namespace GovernancePortal.Domain.Scenarios;

/// <summary>How well a default is supported.</summary>
public enum EvidenceGrade
{
    /// <summary>A peer-reviewed experiment, or law.</summary>
    A,

    /// <summary>Large observational data.</summary>
    B,

    /// <summary>A survey, or the statement of a vendor or analyst.</summary>
    C,

    /// <summary>Judgement, without a source that could be used.</summary>
    D,

    /// <summary>The organisation's own data; the default only holds their place.</summary>
    O,
}

/// <summary>What several parameters depend on together, so that their draws are correlated.</summary>
public enum SharedFactor
{
    None,

    /// <summary>The technology works well here.</summary>
    Technology,

    /// <summary>The market grows.</summary>
    Market,
}

/// <summary>One parameter of the model, with its default and what the default rests on.</summary>
/// <param name="Parameter">Which one.</param>
/// <param name="Key">Its name in files and in the API.</param>
/// <param name="Meaning">What it says, in a sentence part.</param>
/// <param name="Unit">Empty for a pure number.</param>
/// <param name="Default">Used unless the scenario says otherwise.</param>
/// <param name="Min">Lowest value allowed; draws are cut off here.</param>
/// <param name="Max">Highest value allowed.</param>
/// <param name="Grade">How well the default is supported.</param>
/// <param name="Source">What the default rests on, with the numbers of the list of sources in square brackets.</param>
public sealed record ParameterDefinition(
    Parameter Parameter, string Key, string Meaning, string Unit, Distribution Default, double Min, double Max, EvidenceGrade Grade, string Source)
{
    public SharedFactor Factor { get; init; }

    /// <summary>Correlation with the factor, −1 to 1.</summary>
    public double Loading { get; init; }

    /// <summary>A number of months that has to be known and whole.</summary>
    public bool IsWhole { get; init; }
}
