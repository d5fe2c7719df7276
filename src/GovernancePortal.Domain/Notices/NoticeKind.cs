namespace GovernancePortal.Domain.Notices;

/// <summary>What a notice tells. The first four are reminders about one course, ordered by how soon somebody has to act.</summary>
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
}

/// <summary>Whether somebody wants notices by mail as well; the inbox always has them.</summary>
public enum MailChoice
{
    AtOnce = 0,

    /// <summary>On Monday mornings alone.</summary>
    Weekly = 1,
    None = 2,
}
