using System.Globalization;
using System.Text;

namespace GovernancePortal.Verifier;

/// <summary>
/// The ECMAScript spelling of a double, found by trial: the fewest digits that read back as the same double, and the closest of those.
/// Slow and plain on purpose; whole numbers, which are nearly all, take a short way.
/// </summary>
internal static class NumberSpelling
{
    private const double LargestExactWhole = 9007199254740991;
    private const int MostDigits = 17;

    public static bool IsCanonical(ReadOnlySpan<byte> number, double value)
    {
        if (Math.Abs(value) <= LargestExactWhole && double.IsInteger(value))
        {
            Span<byte> digits = stackalloc byte[24];
            ((long)value).TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
            return number.SequenceEqual(digits[..length]);
        }

        return string.Equals(Encoding.ASCII.GetString(number), Write(value), StringComparison.Ordinal);
    }

    private static string Write(double value)
    {
        var sign = value < 0 ? "-" : "";
        var (digits, exponent) = Shortest(Math.Abs(value));
        var point = exponent + 1; // position of the decimal point in the digits

        if (point > 21 || point < -5)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}");
        }

        if (point <= 0) return sign + "0." + new string('0', -point) + digits;
        return point >= digits.Length ? sign + digits.PadRight(point, '0') : sign + digits[..point] + "." + digits[point..];
    }

    private static (string Digits, int Exponent) Shortest(double value)
    {
        // 767 digits write any double exactly.
        var exact = value.ToString("E766", CultureInfo.InvariantCulture);
        var split = exact.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(exact.AsSpan(split + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var allDigits = exact[..split].Remove(1, 1);

        for (var count = 1; count <= MostDigits; count++)
        {
            var below = allDigits[..count];
            var above = Increment(below);
            var rest = allDigits[count..];
            var half = string.CompareOrdinal(rest, "5".PadRight(rest.Length, '0'));
            var isAboveCloser = half > 0 || (half == 0 && (below[^1] - '0') % 2 == 1); // of two equally close ones, the even one

            var (near, far) = isAboveCloser ? (above, below) : (below, above);
            if (ReadsAs(near, count, exponent, value)) return Normalise(near, count, exponent);
            if (ReadsAs(far, count, exponent, value)) return Normalise(far, count, exponent);
        }

        throw new InvalidOperationException("Seventeen digits write every double.");
    }

    private static bool ReadsAs(string digits, int count, int exponent, double value)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent - count + 1}");
        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).Equals(value);
    }

    // Adding one to 99 gives a digit more, which moves the point.
    private static (string Digits, int Exponent) Normalise(string digits, int count, int exponent) =>
        (digits.TrimEnd('0'), exponent + digits.Length - count);

    private static string Increment(string digits) => (decimal.Parse(digits, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
}
