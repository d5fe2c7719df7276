using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Notices.Reading;

/// <summary>A notice in words, the same in the inbox and in mails.</summary>
internal static class NoticeWords
{
    /// <param name="course">Its name, or that of the follow-up, incident, page or change.</param>
    public static string Reminder(NoticeKind kind, string course, DateOnly on) =>
        kind switch
        {
            NoticeKind.Asked => $"{course} is asked of you from {Say.Day(on)} on.",
            NoticeKind.Missing => $"{course} is missing since {Say.Day(on)}.",
            NoticeKind.FollowUpGiven => $"A follow-up is yours since {Say.Day(on)}: {course}",
            NoticeKind.FollowUpOverdue => $"A follow-up of yours was due on {Say.Day(on)}: {course}",
            NoticeKind.AttributionWaits => $"A change of the cause of {course} waits for a second person since {Say.Day(on)}.",
            NoticeKind.PageDoubted => $"The page {course} told something wrong, as was reported on {Say.Day(on)}.",
            NoticeKind.PageQuarantined => $"The page {course} is withheld from agents since {Say.Day(on)}, until somebody verifies it.",
            NoticeKind.ChangesLate => $"Changes that you may sign off wait longer than was promised, the first since {Say.Day(on)}.",
            NoticeKind.PassWaits => $"{course} was let through in an emergency on {Say.Day(on)}, and nobody has reviewed that yet.",
            NoticeKind.PositionDisplaced => $"Your position is displaced, as was published on {Say.Day(on)}: {course}.",
            _ => $"{course} runs out on {Say.Day(on)}.",
        };

    /// <summary>What the figures of a week come to, in one sentence.</summary>
    public static string Digest(Digest week) =>
        week switch
        {
            { Lacking: > 0 } => $"{Say.Count(week.Lacking)} of {Say.Of(week.Asked, "person", "people")} in your units {(week.Lacking == 1 ? "lacks" : "lack")} training.",
            { Expiring: > 0 } => $"Nobody in your units lacks training; {Say.Of(week.Expiring, "person", "people")} will within four weeks.",
            _ => Reports(week.Reports),
        };

    /// <summary>What comes after the first sentence: each thing with the page that shows it. Figures that are nought are left out.</summary>
    public static IEnumerable<(string Text, string Page)> Lines(Digest week)
    {
        if (week.Lacking > 0) yield return ("See who lacks what", "literacy/missing");
        if (week.Expiring > 0) yield return ($"{Say.Of(week.Expiring, "more person runs", "more people run")} out of valid training within four weeks", "literacy");
        if (week.Reports > 0) yield return (Reports(week.Reports).TrimEnd('.'), "literacy/reports");
    }

    /// <summary>Where a notice leads that is not about a course.</summary>
    public static string Place(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.PageDoubted or NoticeKind.PageQuarantined => "The page",
            NoticeKind.ChangesLate => "The changes",
            NoticeKind.PassWaits => "The change",
            NoticeKind.PositionDisplaced => "My position",
            _ => "The incident",
        };

    public static string Shape(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.FollowUpOverdue or NoticeKind.ChangesLate => "fails",
            NoticeKind.FollowUpGiven or NoticeKind.AttributionWaits or NoticeKind.PassWaits => "wait",
            NoticeKind.PageDoubted or NoticeKind.PositionDisplaced => "watch",
            NoticeKind.PageQuarantined => "quarantined",
            NoticeKind.Missing => "fails",
            NoticeKind.ExpiresIn30 or NoticeKind.ExpiresIn7 => "watch",
            NoticeKind.Asked => "wait",
            _ => "open",
        };

    public static string Label(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.Missing => "Missing",
            NoticeKind.ExpiresIn30 or NoticeKind.ExpiresIn7 => "Expiring",
            NoticeKind.Asked => "New",
            NoticeKind.FollowUpGiven => "Follow-up",
            NoticeKind.FollowUpOverdue => "Overdue",
            NoticeKind.ChangesLate => "Late",
            NoticeKind.AttributionWaits or NoticeKind.PassWaits => "Waiting",
            NoticeKind.PageDoubted => "Reported as wrong",
            NoticeKind.PositionDisplaced => "Your position",
            NoticeKind.PageQuarantined => "Quarantined",
            _ => "Your week",
        };

    private static string Reports(int count) => $"{Say.Of(count, "report waits", "reports wait")} for your decision.";
}
