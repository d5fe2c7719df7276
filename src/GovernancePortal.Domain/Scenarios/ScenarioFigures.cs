using System.Globalization;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>How figures of a scenario are written in its sentences, charts and tables.</summary>
public static class ScenarioFigures
{
    private const string Minus = "\u2212";

    // From here on, thousands are written as one of these; the last that fits.
    private static readonly (double From, double Unit, string Sign)[] Units = [(999.5, 1e3, "k"), (999_500, 1e6, "M"), (999_500_000, 1e9, "bn"), (999_500_000_000, 1e12, "tn")];

    /// <summary>As in $88k, −$1.45M or CHF 12k; three figures at most.</summary>
    public static string Money(double amount, string currency)
    {
        var size = Math.Abs(amount);
        var text = Symbol(currency) + Short(size);
        return amount < 0 && HasFigure(text) ? Minus + text : text;
    }

    /// <summary>As in +$88k or −$88k; nothing that rounds to zero has a sign.</summary>
    public static string WithSign(double amount, string currency)
    {
        var text = Money(amount, currency);
        return amount > 0 && HasFigure(text) ? "+" + text : text;
    }

    /// <summary>As in $69,533.</summary>
    public static string Exact(double amount, string currency)
    {
        var text = Symbol(currency) + Math.Abs(amount).ToString("#,0", CultureInfo.InvariantCulture);
        return amount < 0 && HasFigure(text) ? Minus + text : text;
    }

    /// <summary>As in 75%; 0 to 1, and never rounded up to all or down to none.</summary>
    public static string Percent(double share)
    {
        var percent = Math.Round(share * 100, MidpointRounding.AwayFromZero);
        if (share > 0 && percent < 1) return "under 1%";
        return (percent >= 100 && share < 1 ? "99" : percent.ToString("0", CultureInfo.InvariantCulture)) + "%";
    }

    /// <summary>As in 75.4%.</summary>
    public static string PercentFine(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>People and positions: as in 1.8, 3 or 1,284.</summary>
    public static string People(double count) => count.ToString(Math.Abs(count) < 100 ? "0.#" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>Any other number with three significant figures, as in 0.0004, 1.44 or 4,000.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        if (size >= 100 || value == 0) return WithMinus(value.ToString("#,0", CultureInfo.InvariantCulture));
        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 12);
        return WithMinus(Math.Round(value, decimals).ToString("0.############", CultureInfo.InvariantCulture));
    }

    /// <summary>A share of any sign with as many figures as it takes, as in −15%, 2.6% or 0.03%.</summary>
    public static string Share(double share)
    {
        var percent = share * 100;
        var decimals = Math.Abs(percent) switch { 0 => 0, < 0.01 => 4, < 1 => 2, < 10 => 1, _ => 0 };
        return WithMinus(Math.Round(percent, decimals).ToString("#,0.####", CultureInfo.InvariantCulture)) + "%";
    }

    internal static string Symbol(string currency) =>
        currency.ToUpperInvariant() switch
        {
            "USD" or "" => "$",
            "EUR" => "€",
            "GBP" => "£",
            var code => code + " ",
        };

    private static string Short(double size)
    {
        var (unit, sign) = (1.0, "");
        foreach (var step in Units) if (size >= step.From) (unit, sign) = (step.Unit, step.Sign);
        var value = size / unit;
        // Thousands are written whole, as money usually is; of a million a tenth matters.
        var decimals = unit <= 1e3 ? 0 : value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("#,0.##", CultureInfo.InvariantCulture) + sign;
    }

    private static bool HasFigure(string text) => text.AsSpan().IndexOfAnyInRange('1', '9') >= 0;

    private static string WithMinus(string text) => text.Replace("-", Minus, StringComparison.Ordinal);
}
