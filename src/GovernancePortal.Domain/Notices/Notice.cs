namespace GovernancePortal.Domain.Notices;

/// <summary>
/// One thing that somebody is told, as facts and not as prose. Recipient, kind, subject and day are unique together: the same thing is told once, whoever
/// runs how often.
/// </summary>
public sealed class Notice
{
    private Notice() { }

    public long Id { get; private set; }

    /// <summary>The person a reminder is for, or the account a digest is for.</summary>
    public Guid RecipientId { get; private set; }

    public NoticeKind Kind { get; private set; }

    /// <summary>The course of a reminder; the id of the follow-up, incident, page or change of the notices about those; <see cref="Guid.Empty"/> for a digest and for late changes, because empty columns would not count as equal on every database.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The day it turns on; for a digest the Monday of its week.</summary>
    public DateOnly On { get; private set; }

    public int Asked { get; private set; }

    public int Lacking { get; private set; }

    public int Expiring { get; private set; }

    public int Reports { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When it stopped being so: the course was taken, or a later reminder or digest took its place.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Whether it is to go into a mail.</summary>
    public bool MailWanted { get; private set; }

    /// <summary>The mail that carries it; null until one does.</summary>
    public long? MailId { get; private set; }

    public bool IsOpen => ReadAt is null && SettledAt is null;

    public Digest Figures => new(Asked, Lacking, Expiring, Reports);

    /// <summary>Notes that the recipient has seen it; the first time stays.</summary>
    public void Read(DateTimeOffset now) => ReadAt ??= now;
}

/// <summary>That the notices of a day were made.</summary>
public sealed class NoticeRun
{
    private NoticeRun() { }

    public NoticeRun(DateOnly day, DateTimeOffset madeAt) => (Day, MadeAt) = (day, madeAt);

    public DateOnly Day { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }
}
