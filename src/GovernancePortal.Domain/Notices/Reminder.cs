using GovernancePortal.Domain.Literacy;

namespace GovernancePortal.Domain.Notices;

/// <summary>
/// What one person is to be told about one course today. It follows from how things stand and not from what was told before: whoever keeps reminders
/// tells each once, so that after days without a run everybody is told the present state and nothing that is past.
/// </summary>
/// <param name="CourseId">The course.</param>
/// <param name="Kind">Which occasion.</param>
/// <param name="On">The day it turns on: first day of duty, last day of validity, or first day on which it was missing. Another day is another occasion.</param>
public readonly record struct Reminder(CourseId CourseId, NoticeKind Kind, DateOnly On)
{
    public const int EarlyDays = 30;
    public const int LateDays = 7;

    /// <summary>The reminders of a person, one for each course at most: what two rules say of the same course is one thing to do.</summary>
    /// <param name="person">The person.</param>
    /// <param name="rules">Rules that speak of the person, with the last day on which each is met; <see cref="DateOnly.MinValue"/> for never.</param>
    /// <param name="isReported">Whether the person has reported the course and the lead has not decided: then it is not the person who has to act.</param>
    /// <param name="day">Today.</param>
    public static IReadOnlyList<Reminder> Of(Trainee person, IEnumerable<(LiteracyRule Rule, DateOnly MetUntil)> rules, Func<CourseId, bool> isReported, DateOnly day)
    {
        if (!person.WorksHereOn(day)) return [];

        List<Reminder>? due = null;
        foreach (var (rule, metUntil) in rules)
        {
            if (Of(rule, rule.AskedFrom(person), metUntil, day) is not { } reminder || isReported(reminder.CourseId) || LeavesBefore(person, reminder)) continue;
            due ??= [];
            var same = due.FindIndex(r => r.CourseId == reminder.CourseId);
            if (same < 0) due.Add(reminder);
            else if (reminder.IsMoreUrgentThan(due[same])) due[same] = reminder;
        }

        return due ?? [];
    }

    /// <summary>What a rule says of somebody today; null when there is nothing to do.</summary>
    private static Reminder? Of(LiteracyRule rule, DateOnly from, DateOnly metUntil, DateOnly day)
    {
        var requirement = rule.Requirement;
        if (requirement.RetiredOn <= day) return null;
        if (from > day) return metUntil < from && !(requirement.RetiredOn <= from) ? new Reminder(requirement.CourseId, NoticeKind.Asked, from) : null;
        if (metUntil < day) return new Reminder(requirement.CourseId, NoticeKind.Missing, Later(from, metUntil.AddDays(1)));
        if (metUntil == DateOnly.MaxValue || requirement.RetiredOn <= metUntil.AddDays(1)) return null;

        var left = metUntil.DayNumber - day.DayNumber;
        if (left > EarlyDays) return null;
        return new Reminder(requirement.CourseId, left > LateDays ? NoticeKind.ExpiresIn30 : NoticeKind.ExpiresIn7, metUntil);
    }

    private static bool LeavesBefore(Trainee person, Reminder reminder) => reminder.Kind != NoticeKind.Missing && person.LeftOn <= reminder.On;

    private bool IsMoreUrgentThan(Reminder other) => Kind > other.Kind || (Kind == other.Kind && On < other.On);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
