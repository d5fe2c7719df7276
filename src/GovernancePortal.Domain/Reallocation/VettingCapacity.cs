using System.Globalization;

namespace GovernancePortal.Domain.Reallocation;

public enum CapacityStanding
{
    Holds = 0,

    /// <summary>Over four fifths of what the reviewers can give.</summary>
    Tight = 1,
    TooFew = 2,

    /// <summary>No change of the time asked for a sign-off.</summary>
    NoData = 3,
}

/// <summary>One who may sign off, and how often in a week.</summary>
public readonly record struct VettingReviewer(int MostPerWeek, bool Goes);

/// <summary>Whether those who stay can sign off what AI writes.</summary>
/// <param name="SignOffs">That the AI-assisted changes of the weeks asked for.</param>
/// <param name="Weeks">Over which they were counted.</param>
/// <param name="Growth">What is expected of that volume: 1 as now, 1.5 half as much again.</param>
/// <param name="Reviewers">Everybody who may sign off today.</param>
public sealed record VettingCapacity(int SignOffs, int Weeks, double Growth, IReadOnlyList<VettingReviewer> Reviewers)
{
    private const double TightFrom = 0.8;
    private const double Rounding = 1e-9;

    /// <summary>Sign-offs a week.</summary>
    public double Needed => SignOffs * Growth / Weeks;

    public int Going => Reviewers.Count(r => r.Goes);

    public int Staying => Reviewers.Count - Going;

    /// <summary>Sign-offs a week that everybody together may give.</summary>
    public int Now => Reviewers.Sum(r => r.MostPerWeek);

    public int Afterwards => Reviewers.Where(r => !r.Goes).Sum(r => r.MostPerWeek);

    public CapacityStanding Standing =>
        SignOffs == 0 ? CapacityStanding.NoData
        : Needed > Afterwards + Rounding ? CapacityStanding.TooFew
        : Needed > (Afterwards * TightFrom) + Rounding ? CapacityStanding.Tight
        : CapacityStanding.Holds;

    public string Sentence =>
        Standing switch
        {
            CapacityStanding.NoData => $"No change asked for a sign-off in the last {Weeks} weeks, so there is nothing to hold the reviewers against.",
            CapacityStanding.TooFew => $"Those who stay can sign off {Count(Afterwards)} changes a week, and {Figure(Needed)} are needed: {Figure(Needed - Afterwards)} too few.",
            CapacityStanding.Tight => $"Those who stay can sign off {Count(Afterwards)} changes a week for {Figure(Needed)} needed; that leaves little room.",
            _ => $"Those who stay can sign off {Count(Afterwards)} changes a week, and {Figure(Needed)} are needed.",
        };

    /// <summary>The arithmetic, a line for each step.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var lines = new List<string> { $"Needed: {Count(SignOffs)} sign-offs in {Weeks} weeks{Grown} ÷ {Weeks} = {Figure(Needed)} a week." };
            lines.Add($"Now: {Product(Reviewers)} = {Count(Now)} a week.");
            if (Going > 0) lines.Add($"{Count(Going)} of {Of(Reviewers.Count, "reviewer goes", "reviewers go")}: {Product([.. Reviewers.Where(r => !r.Goes)])} = {Count(Afterwards)} a week.");
            return lines;
        }
    }

    private string Grown => Math.Abs(Growth - 1) < Rounding ? "" : $" × {Growth.ToString("0.##", CultureInfo.InvariantCulture)} expected";

    private static string Product(IReadOnlyList<VettingReviewer> reviewers) =>
        reviewers.Select(r => r.MostPerWeek).Distinct().ToList() is { Count: > 1 } ? $"{Of(reviewers.Count, "reviewer", "reviewers")} with limits of their own"
        : reviewers.Count == 0 ? "no reviewer"
        : $"{Of(reviewers.Count, "reviewer", "reviewers")} × {Count(reviewers[0].MostPerWeek)}";

    private static string Of(int number, string one, string many) => $"{Count(number)} {(number == 1 ? one : many)}";

    private static string Figure(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
