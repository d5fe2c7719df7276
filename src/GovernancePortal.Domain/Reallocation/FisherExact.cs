namespace GovernancePortal.Domain.Reallocation;

/// <summary>Fisher's exact test of a table of two by two.</summary>
public static class FisherExact
{
    // Tables as probable as the observed one count, whatever rounding does.
    private const double Rounding = 1e-9;

    private static readonly double[] Stirling = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188];

    /// <summary>The probability of a table no more probable than this one, with its margins.</summary>
    public static double TwoSided(int a, int b, int c, int d)
    {
        var (first, second, column) = (a + b, c + d, a + c);
        var (low, high) = (Math.Max(0, column - second), Math.Min(first, column));
        var whole = Choose(first + second, column);
        var observed = LogProbability(a);
        double sum = 0;
        for (var x = low; x <= high; x++)
        {
            var probability = LogProbability(x);
            if (probability <= observed + Rounding) sum += Math.Exp(probability);
        }

        return Math.Min(1, sum);

        double LogProbability(int x) => Choose(first, x) + Choose(second, column - x) - whole;
    }

    private static double Choose(int n, int k) => LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    /// <summary>By Stirling's series from 16 on, where its error is below 1e-16; by multiplication before.</summary>
    private static double LogFactorial(int n)
    {
        if (n < 16)
        {
            double product = 1;
            for (var i = 2; i <= n; i++) product *= i;
            return Math.Log(product);
        }

        double x = n + 1;
        var sum = ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI));
        var power = x;
        foreach (var term in Stirling)
        {
            sum += term / power;
            power *= x * x;
        }

        return sum;
    }
}
