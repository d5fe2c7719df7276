namespace GovernancePortal.Domain.Notices;

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    Waiting = 1,

    /// <summary>A sender has taken it and nobody else may.</summary>
    Sending = 2,
    Sent = 3,

    /// <summary>It is not tried again by itself.</summary>
    Failed = 4,

    /// <summary>There was nothing left to say, or nobody to say it to.</summary>
    Dropped = 5,
}

/// <summary>Why a mail did not go out. Kinds alone: what a server answers may name people.</summary>
public enum MailFault
{
    None = 0,

    /// <summary>The server cannot be reached, or does not speak TLS with a certificate that counts.</summary>
    NoConnection = 1,
    SignInRefused = 2,

    /// <summary>The pickup folder cannot be written.</summary>
    FolderRefused = 3,

    /// <summary>The server does not take it now.</summary>
    RefusedForNow = 4,

    /// <summary>The server does not take it at all.</summary>
    Refused = 5,

    /// <summary>The connection broke while it was handed over: it may have gone out or not, so it is not sent again by itself.</summary>
    Interrupted = 6,

    /// <summary>The roster's address is none.</summary>
    BadAddress = 7,
}

/// <summary>One mail on its way. What it says is put together from the notices when it goes, so that it tells the state of then.</summary>
public sealed class NoticeMail
{
    private NoticeMail() { }

    public long Id { get; private set; }

    /// <summary>Whether it is a lead's digest; else it carries a person's reminders.</summary>
    public bool IsDigest { get; private set; }

    public Guid RecipientId { get; private set; }

    public MailState State { get; private set; }

    /// <summary>Not before this time.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>How often a server refused it for now.</summary>
    public int Tries { get; private set; }

    public MailFault Fault { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When it came into its state, as far as it has been taken up.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }
}

/// <summary>What becomes of a mail after a fault.</summary>
/// <param name="State">Waiting again, or failed.</param>
/// <param name="Tries">How often a server refused it for now.</param>
/// <param name="DueAt">When it is tried again.</param>
public readonly record struct AfterFault(MailState State, int Tries, DateTimeOffset DueAt)
{
    public const int MostTries = 6;

    /// <summary>How long a sender rests when the fault lies with the server and not with the mail.</summary>
    public static TimeSpan Rest { get; } = TimeSpan.FromMinutes(10);

    public static bool ConcernsEveryMail(MailFault fault) => fault is MailFault.NoConnection or MailFault.SignInRefused or MailFault.FolderRefused;

    /// <summary>A server that is away costs a mail nothing. A refusal for now is tried again after 10, 20, 40 … minutes; whatever else would repeat itself.</summary>
    public static AfterFault Of(MailFault fault, int tries, DateTimeOffset now)
    {
        if (ConcernsEveryMail(fault)) return new(MailState.Waiting, tries, now + Rest);
        var next = tries + 1;
        return fault == MailFault.RefusedForNow && next < MostTries
            ? new(MailState.Waiting, next, now + (Rest * Math.Pow(2, tries)))
            : new(MailState.Failed, next, now);
    }
}
