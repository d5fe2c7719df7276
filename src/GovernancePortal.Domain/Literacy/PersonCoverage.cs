using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Literacy;

/// <summary>
/// How one person stands towards everything that is asked of them, worked out from requirements and completions whenever one of them changes, so that
/// a large organisation is counted without looking at every completion.
/// </summary>
public sealed class PersonCoverage
{
    private PersonCoverage() { }

    public PersonCoverage(PersonId personId, Standing standing, UnitId unitId) =>
        (PersonId, UnitId, IsAsked, CoveredUntil, ChangesOn) = (personId, unitId, standing.IsAsked, standing.CoveredUntil, standing.ChangesOn);

    public PersonId PersonId { get; private set; }

    public UnitId UnitId { get; private set; }

    /// <summary>Whether anything is asked of the person now; false for somebody within a time of grace.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Last day on which everything asked is met; <see cref="DateOnly.MinValue"/> when something was never met.</summary>
    public DateOnly CoveredUntil { get; private set; }

    /// <summary>Next day on which something else is asked, such as the end of a time of grace; null when none is known.</summary>
    public DateOnly? ChangesOn { get; private set; }
}

/// <summary>How a person stands on one day.</summary>
/// <param name="IsAsked">Whether anything is asked.</param>
/// <param name="CoveredUntil">Last day on which everything asked is met.</param>
/// <param name="ChangesOn">Next day on which something else is asked.</param>
/// <param name="Applies">Whether any rule speaks of the person at all, now or later.</param>
public readonly record struct Standing(bool IsAsked, DateOnly CoveredUntil, DateOnly? ChangesOn, bool Applies)
{
    public bool IsMetOn(DateOnly day) => IsAsked && CoveredUntil >= day;

    /// <summary>Adds up what each rule says.</summary>
    /// <param name="person">The person.</param>
    /// <param name="rules">Rules that speak of the person, with the last day on which each is met.</param>
    /// <param name="day">The day.</param>
    public static Standing Of(Trainee person, IEnumerable<(LiteracyRule Rule, DateOnly MetUntil)> rules, DateOnly day)
    {
        var (asked, applies, until) = (false, false, DateOnly.MaxValue);
        DateOnly? changes = null;
        void Changes(DateOnly? on) => changes = on > day && (changes is null || on < changes) ? on : changes;

        foreach (var (rule, metUntil) in rules)
        {
            if (rule.Requirement.RetiredOn <= day) continue;
            applies = true;
            Changes(rule.Requirement.RetiredOn);
            var from = rule.AskedFrom(person);
            if (from > day)
            {
                Changes(from);
                continue;
            }

            asked = true;
            if (metUntil < until) until = metUntil;
        }

        if (!applies) return default;
        Changes(person.StartDate);
        Changes(person.LeftOn);
        var here = person.WorksHereOn(day);
        return new Standing(asked && here, asked ? until : DateOnly.MinValue, changes, here || person.StartDate > day);
    }
}
