namespace GovernancePortal.Domain.Reallocation;

/// <summary>How a group fared in one decision.</summary>
public enum ImpactStatus
{
    Ok,

    /// <summary>Too few people to say anything without naming them; the figures are not shown.</summary>
    TooSmall,

    /// <summary>Under four fifths of the best rate, and hardly by chance.</summary>
    Flag,

    /// <summary>Under four fifths of the best rate, which may be chance.</summary>
    ReviewFourFifths,

    /// <summary>Hardly by chance, though above four fifths.</summary>
    ReviewStatistical,
}

/// <summary>People of one group, and how many of them the decision favoured: kept, offered a role, offered training.</summary>
public readonly record struct ImpactGroup(string Group, int Total, int Favourable);

/// <summary>One group against the reference group; figures are null where there are too few people.</summary>
/// <param name="Group">Its name.</param>
/// <param name="Total">People in it.</param>
/// <param name="Favourable">Those whom the decision favoured.</param>
/// <param name="Rate">Favourable of total, 0 to 1.</param>
/// <param name="ImpactRatio">Rate of the rate of the reference group.</param>
/// <param name="P">Two-sided probability of Fisher's exact test against the reference group.</param>
/// <param name="Status">What follows.</param>
public sealed record ImpactRow(string Group, int Total, int? Favourable, double? Rate, double? ImpactRatio, double? P, ImpactStatus Status);

/// <summary>The screen of one decision.</summary>
/// <param name="Reference">The group of five or more with the highest rate; null when there is none.</param>
/// <param name="Rows">In the order of the input, empty groups left out.</param>
public sealed record ImpactScreen(string? Reference, IReadOnlyList<ImpactRow> Rows)
{
    /// <summary>Whether somebody has to look at the criteria before anything goes on.</summary>
    public bool NeedsReview => Rows.Any(r => r.Status is ImpactStatus.Flag or ImpactStatus.ReviewFourFifths or ImpactStatus.ReviewStatistical);
}

/// <summary>
/// Screens a decision for adverse impact, in aggregate: the four-fifths rule of thumb (29 CFR 1607.4(D)) beside Fisher's exact test, because small numbers
/// and statistical significance cut both ways. It reads counts and nothing about a person, and nothing of it enters a match.
/// </summary>
public static class AdverseImpact
{
    public const int SmallestGroup = 5;

    private const double FourFifths = 0.8;
    private const double Significance = 0.05;
    private const double Rounding = 1e-12;

    /// <exception cref="ArgumentOutOfRangeException">A group has fewer people than were favoured, or a count below zero.</exception>
    public static ImpactScreen Of(IEnumerable<ImpactGroup> groups)
    {
        var all = groups.Where(g => g.Total != 0 || g.Favourable != 0).ToList();
        foreach (var group in all)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(group.Favourable);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(group.Favourable, group.Total);
        }

        // The larger of equals; the first of those.
        var reference = all.Where(g => g.Total >= SmallestGroup).Select(g => (ImpactGroup?)g).OrderByDescending(g => Rate(g!.Value)).ThenByDescending(g => g!.Value.Total).FirstOrDefault();
        return new(reference?.Group, [.. all.Select(g => g.Total < SmallestGroup ? new ImpactRow(g.Group, g.Total, null, null, null, null, ImpactStatus.TooSmall) : Row(g, reference!.Value))]);
    }

    private static ImpactRow Row(ImpactGroup group, ImpactGroup reference)
    {
        var ratio = reference.Favourable > 0 ? Rate(group) / Rate(reference) : 1;
        var p = group == reference
            ? 1
            : FisherExact.TwoSided(group.Favourable, group.Total - group.Favourable, reference.Favourable, reference.Total - reference.Favourable);
        var status = (ratio < FourFifths - Rounding, p < Significance) switch
        {
            (true, true) => ImpactStatus.Flag,
            (true, false) => ImpactStatus.ReviewFourFifths,
            (false, true) => ImpactStatus.ReviewStatistical,
            _ => ImpactStatus.Ok,
        };
        return new(group.Group, group.Total, group.Favourable, Rate(group), ratio, p, status);
    }

    private static double Rate(ImpactGroup group) => (double)group.Favourable / group.Total;
}
