using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Scenarios.SetParameters;

/// <summary>A spread as it is typed: its kind, and the fields of that kind.</summary>
public sealed class ParameterTyped
{
    /// <summary>Where faults of the figures belong.</summary>
    public const string ValueField = "Value";

    internal ParameterTyped(Distribution distribution, string reason)
    {
        Reason = reason;
        switch (distribution)
        {
            case Distribution.Fixed(var value):
                (Kind, First) = ("fixed", TypedFigures.Text(value));
                break;
            case Distribution.Uniform(var min, var max):
                (Kind, First, Second) = ("uniform", TypedFigures.Text(min), TypedFigures.Text(max));
                break;
            case Distribution.Triangular(var min, var mode, var max):
                (Kind, First, Second, Third) = ("triangular", TypedFigures.Text(min), TypedFigures.Text(mode), TypedFigures.Text(max));
                break;
            case Distribution.LogNormal(var mean, var sigma):
                (Kind, First, Second) = ("lognormal", TypedFigures.Text(mean), TypedFigures.Text(sigma));
                break;
            case Distribution.Bernoulli(var probability):
                (Kind, First) = ("bernoulli", TypedFigures.Text(probability));
                break;
        }
    }

    public static IReadOnlyList<(string Kind, string Word)> Kinds { get; } =
    [
        ("fixed", "One value"), ("triangular", "A range with a most likely value"), ("uniform", "A range, all values alike"), ("lognormal", "Log-normal, with a long tail"), ("bernoulli", "Happens or does not"),
    ];

    public string Kind { get; set; } = "fixed";

    public string First { get; set; } = "";

    public string Second { get; set; } = "";

    public string Third { get; set; } = "";

    public string Reason { get; set; }

    /// <summary>What the fields of this kind are called.</summary>
    public IReadOnlyList<string> Labels => Kind switch
    {
        "uniform" => ["Lowest", "Highest"],
        "triangular" => ["Lowest", "Most likely", "Highest"],
        "lognormal" => ["Mean", "Sigma of the logarithm"],
        "bernoulli" => ["Probability"],
        _ => ["Value"],
    };

    public string Get(int index) => index switch { 0 => First, 1 => Second, _ => Third };

    public void Put(int index, string text)
    {
        if (index == 0) First = text;
        else if (index == 1) Second = text;
        else Third = text;
    }

    /// <summary>Null when a figure cannot be read, which is told.</summary>
    internal Distribution? Read(List<FieldError> faults)
    {
        var figures = Labels.Select((_, i) => TypedFigures.Needed(Get(i), $"{ValueField}{i}", faults)).ToArray();
        if (faults.Count > 0) return null;
        return Kind switch
        {
            "uniform" => new Distribution.Uniform(figures[0], figures[1]),
            "triangular" => new Distribution.Triangular(figures[0], figures[1], figures[2]),
            "lognormal" => new Distribution.LogNormal(figures[0], figures[1]),
            "bernoulli" => new Distribution.Bernoulli(figures[0]),
            _ => new Distribution.Fixed(figures[0]),
        };
    }
}
