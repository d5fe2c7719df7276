using System.Globalization;
using System.Text.RegularExpressions;

namespace GovernancePortal.Domain.Literacy.Xapi;

/// <summary>Points in time and durations as ISO 8601 writes them.</summary>
public static partial class IsoTime
{
    private const int MinutesOfYear = 365 * 24 * 60;
    private const int MinutesOfMonth = 30 * 24 * 60;

    /// <summary>A point in time; without a zone it is read as UTC. An offset of minus zero is refused, as xAPI asks.</summary>
    public static DateTimeOffset? Point(string text)
    {
        var match = PointShape().Match(text);
        if (!match.Success || match.Groups["zone"].Value is "-00" or "-0000" or "-00:00") return null;

        var zone = match.Groups["zone"].Value.ToUpperInvariant() switch
        {
            "" or "Z" => "+00:00",
            { Length: 3 } hours => $"{hours}:00",
            { Length: 5 } digits => $"{digits[..3]}:{digits[3..]}",
            var full => full,
        };
        // Ticks have seven digits; what is finer is cut off.
        var fraction = match.Groups["fraction"].Value;
        var seconds = match.Groups["seconds"].Value is { Length: > 0 } given ? given : ":00";
        var plain = $"{match.Groups["minute"].Value.ToUpperInvariant()}{seconds}.{fraction.PadRight(7, '0')[..7]}{zone}";
        return DateTimeOffset.TryParseExact(plain, "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var point) ? point : null;
    }

    /// <summary>A duration in whole minutes, rounded up, so that what took seconds is not nothing. A year counts 365 days and a month 30.</summary>
    public static int? Minutes(string text)
    {
        var match = DurationShape().Match(text);
        if (!match.Success || text.EndsWith('T') || text.Length < 3) return null;

        var minutes =
            (Part(match, "years") * MinutesOfYear) + (Part(match, "months") * MinutesOfMonth) + (Part(match, "weeks") * 7 * 24 * 60) + (Part(match, "days") * 24 * 60)
            + (Part(match, "hours") * 60) + Part(match, "minutes") + (Part(match, "seconds") / 60);
        return minutes <= int.MaxValue ? (int)Math.Ceiling(minutes) : null;
    }

    private static double Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? double.Parse(group.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<minute>\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2})(?<seconds>:\d{2})?([.,](?<fraction>\d+))?(?<zone>[Zz]|[+-]\d{2}(:?\d{2})?)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PointShape();

    [GeneratedRegex(
        @"^P((?<weeks>\d+([.,]\d+)?)W|((?<years>\d+([.,]\d+)?)Y)?((?<months>\d+([.,]\d+)?)M)?((?<days>\d+([.,]\d+)?)D)?(T((?<hours>\d+([.,]\d+)?)H)?((?<minutes>\d+([.,]\d+)?)M)?((?<seconds>\d+([.,]\d+)?)S)?)?)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex DurationShape();
}
