namespace GovernancePortal.Domain.Notices;

/// <summary>What a notice tells. The first four are reminders about one course, ordered by how soon somebody has to act; those after the digest are about incidents, pages and changes.</summary>
public enum NoticeKind
{
    /// <summary>A course is asked from a day to come on, such as the end of a joiner's time of grace.</summary>
    Asked = 1,

    /// <summary>What counts now runs out within <see cref="Reminder.EarlyDays"/> days.</summary>
    ExpiresIn30 = 2,

    /// <summary>What counts now runs out within <see cref="Reminder.LateDays"/> days.</summary>
    ExpiresIn7 = 3,

    /// <summary>It is asked and not there.</summary>
    Missing = 4,

    /// <summary>A lead's week in figures.</summary>
    Digest = 5,

    /// <summary>A follow-up of an incident was given to somebody.</summary>
    FollowUpGiven = 6,

    /// <summary>A follow-up is still open after the day on which it was due.</summary>
    FollowUpOverdue = 7,

    /// <summary>A cause that takes AI out waits for a second person.</summary>
    AttributionWaits = 8,

    /// <summary>Somebody says that what a page told was wrong.</summary>
    PageDoubted = 9,

    /// <summary>A page is withheld from agents until somebody verifies it.</summary>
    PageQuarantined = 10,

    /// <summary>Changes that somebody may sign off wait longer than was promised.</summary>
    ChangesLate = 11,

    /// <summary>A change was let through in an emergency, and nobody has reviewed that yet.</summary>
    PassWaits = 12,

    /// <summary>A published case says that somebody's position is displaced.</summary>
    PositionDisplaced = 13,
}

/// <summary>Whether somebody wants notices by mail as well; the inbox always has them.</summary>
public enum MailChoice
{
    AtOnce = 0,

    /// <summary>On Monday mornings alone.</summary>
    Weekly = 1,
    None = 2,
}

public static class NoticeKinds
{
    /// <summary>Whether it is about one course.</summary>
    public static bool IsOfCourse(this NoticeKind kind) => kind < NoticeKind.Digest;
}
