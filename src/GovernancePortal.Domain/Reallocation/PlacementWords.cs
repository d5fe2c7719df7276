using System.Globalization;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>Tells the person concerned why the match proposes what it proposes, from the terms of the fit and from nothing else.</summary>
public static class PlacementWords
{
    private const int Most = 3;
    private const double GoodSkill = 0.8;

    /// <summary>Sentences in the order in which they are read; the last says what a person can do about it.</summary>
    public static IReadOnlyList<string> Of(Placement placement, Candidate person, IReadOnlyList<WorkRole> roles)
    {
        var sentences = new List<string>();
        if (placement is { Role: { } given, Fit: { } fit })
        {
            sentences.Add($"The match proposes {roles[given].Title}.");
            var reasons = Contributions(fit, person, roles[given]);
            if (reasons.Count > 0) sentences.Add($"What counts most: {string.Join("; ", reasons)}.");
            sentences.Add(Training(fit));
            if (placement is { Reason: PlacementReason.Capacity, Best: { } better, ScoreGivenUp: { } lost })
                sentences.Add($"{roles[better].Title} would suit you better by {Points(lost)} of 100; its seats went to people who gain more by it.");
        }
        else
        {
            sentences.Add(placement.Best is { } best ? $"No seat is left that you qualify for. {roles[best].Title} would suit you best." : "No role of this match comes into question for you.");
        }

        sentences.Add("A person decides, and nothing happens before you and your manager have answered. You can decline, name other preferences, or have wrong data corrected.");
        return sentences;
    }

    /// <summary>The three parts that add most, in words.</summary>
    private static List<string> Contributions(Fit fit, Candidate person, WorkRole role)
    {
        var (terms, full) = (fit.Score.Terms, fit.Gaps.Count == 0);
        var parts = new List<(double Adds, string? Words)>
        {
            (terms.Knowledge ?? 0, Knowledge(fit.Known)),
            (terms.Skill ?? 0, full && role.Skills.Count > 0 ? "you have every skill it asks for" : Skills(person, role)),
            (terms.Preference, person.Preferences.GetValueOrDefault(role.Id) switch { 1 => "it is your first choice", 2 => "it is your second choice", 3 => "it is your third choice", _ => null }),
            (terms.Level, person.Level == role.Level ? "it is on your level" : null),
        };
        return [.. parts.Where(p => p.Words is not null).OrderByDescending(p => p.Adds).Take(Most).Select(p => p.Words!)];
    }

    private static string? Knowledge(IReadOnlyList<KnownArea> known)
    {
        if (known.Count == 0) return null;
        var held = known.Where(a => a.IsHolder).Take(2).ToArray();
        if (held.Length == 0) return $"you know something of {Names(known.Take(2))}";

        // How rare it is, is told of the rarest alone: of the other it need not be true.
        var fewest = held.Min(a => a.Holders);
        var rarest = Names(held.Where(a => a.Holders == fewest));
        return fewest switch
        {
            1 => $"you know {rarest}, which nobody else of those concerned knows well",
            <= 3 => $"you know {rarest}, which only {Number(fewest)} of those concerned know well",
            _ => $"you know {Names(held)}",
        };
    }

    private static string Names(IEnumerable<KnownArea> areas) => string.Join(" and ", areas.Select(a => a.Area));

    private static string? Skills(Candidate person, WorkRole role)
    {
        var there = role.Skills.Where(s => s.Level > 0 && person.Skills.GetValueOrDefault(s.Skill) >= GoodSkill * s.Level).Select(s => s.Skill).Take(2).ToArray();
        return there.Length == 0 ? null : $"you bring {string.Join(" and ", there)}";
    }

    private static string Training(Fit fit)
    {
        if (fit.Gaps.Count == 0) return "No training is needed.";
        var gaps = fit.Gaps.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Skill} from {g.Have:0.#} to {g.Need:0.#}"));
        return $"To learn: {string.Join(", ", gaps)}; {Months(fit.Score.TrainingMonths)}.";
    }

    private static string Months(double months) =>
        months switch
        {
            < 0.75 => "about two weeks",
            < 1.25 => "about one month",
            _ => string.Create(CultureInfo.InvariantCulture, $"about {months:0.#} months"),
        };

    private static string Points(double score) => score < 0.01 ? "less than 1" : (score * 100).ToString("0", CultureInfo.InvariantCulture);

    private static string Number(int count) => count == 2 ? "two" : "three";
}
