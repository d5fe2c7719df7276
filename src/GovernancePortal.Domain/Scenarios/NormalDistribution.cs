namespace GovernancePortal.Domain.Scenarios;

/// <summary>The standard normal distribution, accurate to about 1e-15.</summary>
public static class NormalDistribution
{
    private const double InverseRootPi = 0.56418958354775628695;

    private static ReadOnlySpan<double> CentreOver =>
        [2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080];

    private static ReadOnlySpan<double> CentreUnder =>
        [5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1];

    private static ReadOnlySpan<double> FlankOver =>
        [7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258, 3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734];

    private static ReadOnlySpan<double> FlankUnder =>
        [1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1];

    private static ReadOnlySpan<double> TailOver =>
        [2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720];

    private static ReadOnlySpan<double> TailUnder =>
        [2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1];

    private static ReadOnlySpan<double> SmallOver => [1.85777706184603153e-1, 3.16112374387056560, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3];

    private static ReadOnlySpan<double> SmallUnder => [1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3];

    private static ReadOnlySpan<double> MiddleOver =>
        [2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1, 2.98635138197400131e2, 8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3];

    private static ReadOnlySpan<double> MiddleUnder =>
        [1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3, 3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3];

    private static ReadOnlySpan<double> LargeOver => [1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4];

    private static ReadOnlySpan<double> LargeUnder => [1, 2.56852019228982242, 1.87295284992346047, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3];

    /// <summary>The value below which a share <paramref name="u"/> lies, by algorithm AS 241 of M. J. Wichura, Applied Statistics 37 (1988).</summary>
    /// <param name="u">Above 0 and below 1.</param>
    public static double Quantile(double u)
    {
        var q = u - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var inner = 0.180625 - (q * q);
            return Polynomial(CentreOver, inner) * q / Polynomial(CentreUnder, inner);
        }

        var r = Math.Sqrt(-Math.Log(q <= 0 ? u : 1 - u));
        var x = r <= 5 ? Polynomial(FlankOver, r - 1.6) / Polynomial(FlankUnder, r - 1.6) : Polynomial(TailOver, r - 5) / Polynomial(TailUnder, r - 5);
        return q < 0 ? -x : x;
    }

    /// <summary>The share of values below <paramref name="z"/>.</summary>
    public static double Cumulative(double z) => 0.5 * ErrorComplement(-z / Math.Sqrt(2));

    /// <summary>The complementary error function, by the rational approximations of W. J. Cody, Mathematics of Computation 23 (1969).</summary>
    public static double ErrorComplement(double x)
    {
        var y = Math.Abs(x);
        if (y <= 0.46875) return 1 - (x * Polynomial(SmallOver, y * y) / Polynomial(SmallUnder, y * y));

        var tail = y <= 4 ? Polynomial(MiddleOver, y) / Polynomial(MiddleUnder, y) : Far(y);
        // The square is split, so that its error does not grow in the exponent.
        var near = Math.Truncate(y * 16) / 16;
        tail *= Math.Exp(-near * near) * Math.Exp(-(y - near) * (y + near));
        return x < 0 ? 2 - tail : tail;
    }

    private static double Far(double y)
    {
        var square = 1 / (y * y);
        return (InverseRootPi - (square * Polynomial(LargeOver, square) / Polynomial(LargeUnder, square))) / y;
    }

    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        var sum = coefficients[0];
        for (var i = 1; i < coefficients.Length; i++) sum = (sum * x) + coefficients[i];
        return sum;
    }
}
