namespace GovernancePortal.Domain.Scenarios;

/// <summary>What is known of a parameter: one value, or a spread of values.</summary>
public abstract record Distribution
{
    private Distribution() { }

    /// <summary>What a calculation without chance uses.</summary>
    public abstract double Mean { get; }

    /// <summary>Lowest value it can take; of an unbounded one, its mean.</summary>
    public abstract double Low { get; }

    /// <summary>Highest value it can take; of an unbounded one, its mean.</summary>
    public abstract double High { get; }

    /// <summary>The value below which a share <paramref name="u"/> of all draws lies.</summary>
    /// <param name="u">Above 0 and below 1.</param>
    public abstract double Quantile(double u);

    /// <summary>Known exactly, and never drawn.</summary>
    public sealed record Fixed(double Value) : Distribution
    {
        public override double Mean => Value;

        public override double Low => Value;

        public override double High => Value;

        public override double Quantile(double u) => Value;
    }

    public sealed record Uniform(double Min, double Max) : Distribution
    {
        public override double Mean => (Min + Max) / 2;

        public override double Low => Min;

        public override double High => Max;

        public override double Quantile(double u) => Min + (u * (Max - Min));
    }

    public sealed record Triangular(double Min, double Mode, double Max) : Distribution
    {
        public override double Mean => (Min + Mode + Max) / 3;

        public override double Low => Min;

        public override double High => Max;

        public override double Quantile(double u)
        {
            if (Max <= Min) return Min;
            var peak = (Mode - Min) / (Max - Min);
            return u < peak ? Min + Math.Sqrt(u * (Max - Min) * (Mode - Min)) : Max - Math.Sqrt((1 - u) * (Max - Min) * (Max - Mode));
        }
    }

    /// <param name="Centre">The mean of the values themselves, not of their logarithms.</param>
    /// <param name="Sigma">Standard deviation of the logarithm.</param>
    public sealed record LogNormal(double Centre, double Sigma) : Distribution
    {
        public override double Mean => Centre;

        public override double Low => Centre;

        public override double High => Centre;

        public override double Quantile(double u) => Centre * Math.Exp((-0.5 * Sigma * Sigma) + (Sigma * NormalDistribution.Quantile(u)));
    }

    /// <summary>Happens or does not: 1 with a probability, else 0.</summary>
    public sealed record Bernoulli(double Probability) : Distribution
    {
        public override double Mean => Probability;

        public override double Low => Probability;

        public override double High => Probability;

        public override double Quantile(double u) => u < Probability ? 1 : 0;
    }
}
