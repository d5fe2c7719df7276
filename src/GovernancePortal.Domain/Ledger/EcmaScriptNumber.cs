using System.Globalization;
using System.Text;

namespace GovernancePortal.Domain.Ledger;

/// <summary>Writes a double as ECMAScript's <c>Number::toString</c> does, which RFC 8785 section 3.2.2.3 prescribes.</summary>
internal static class EcmaScriptNumber
{
    // ECMAScript changes to exponent notation at these positions of the decimal point.
    private const int LargestPlainPoint = 21;
    private const int SmallestPlainPoint = -6;

    public static void Append(StringBuilder output, double value)
    {
        if (value == 0)
        {
            output.Append('0'); // negative zero is written as zero
            return;
        }

        if (value < 0) output.Append('-');
        var (digits, point) = ShortestDigits(Math.Abs(value));

        if (point is > LargestPlainPoint or <= SmallestPlainPoint) AppendWithExponent(output, digits, point - 1);
        else if (point <= 0) output.Append("0.").Append('0', -point).Append(digits);
        else if (point >= digits.Length) output.Append(digits).Append('0', point - digits.Length);
        else output.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
    }

    private static void AppendWithExponent(StringBuilder output, string digits, int exponent)
    {
        output.Append(digits[0]);
        if (digits.Length > 1) output.Append('.').Append(digits, 1, digits.Length - 1);
        output.Append('e').Append(exponent < 0 ? '-' : '+').Append(CultureInfo.InvariantCulture, $"{Math.Abs(exponent)}");
    }

    // The value is 0.DIGITS times ten to the power of Point.
    private static (string Digits, int Point) ShortestDigits(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var mantissaEnd = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = mantissaEnd < 0 ? 0 : int.Parse(text.AsSpan(mantissaEnd + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mantissaEnd < 0 ? text : text[..mantissaEnd];

        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var point = (dot < 0 ? mantissa.Length : dot) + exponent;
        var digits = dot < 0 ? mantissa : mantissa.Remove(dot, 1);

        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), point - leading);
    }
}
