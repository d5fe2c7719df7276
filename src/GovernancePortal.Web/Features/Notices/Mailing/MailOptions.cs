using GovernancePortal.Domain.Notices;

namespace GovernancePortal.Web.Features.Notices.Mailing;

/// <summary>How the mail server is spoken to.</summary>
public enum MailTls
{
    /// <summary>Begins readable and switches to TLS; a server that cannot is not used.</summary>
    StartTls,

    /// <summary>TLS from the first byte, usually on port 465.</summary>
    Tls,

    /// <summary>Readable for everybody in between; for a relay on the same machine.</summary>
    None,
}

/// <summary>Section <c>Mail</c> of the configuration. Without a server and without a pickup folder notices stay in the inbox.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The SMTP server.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public MailTls Tls { get; set; }

    /// <summary>Name at the server; null when it asks for none.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Whom mails come from, such as <c>Governance Portal &lt;portal@example.com&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>Instead of a server: every mail becomes a file here; relative to the content root. In Development it is <c>Data/mail</c> unless something else is said; empty switches mail off.</summary>
    public string? PickupFolder { get; set; }

    /// <summary>Where people reach the portal, for the links in mails.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>Where the organisation's clocks stand, as an IANA name such as <c>Europe/Berlin</c>.</summary>
    public string TimeZone { get; set; } = "UTC";

    public TimeOnly QuietFrom { get; set; } = new(19, 0);

    public TimeOnly QuietUntil { get; set; } = new(7, 0);

    public bool QuietWeekends { get; set; } = true;

    public bool HasServer => !string.IsNullOrWhiteSpace(Host);

    public bool HasFolder => !string.IsNullOrWhiteSpace(PickupFolder);

    /// <summary>Whether mails go out at all.</summary>
    public bool IsOn => HasServer || HasFolder;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public NoticeCalendar Calendar => new(Zone);

    public QuietHours Quiet => new(QuietFrom, QuietUntil, QuietWeekends, Zone);

    /// <summary>A developer sees mails as files without setting anything.</summary>
    internal void FillForDevelopment()
    {
        if (!HasServer) PickupFolder ??= Path.Combine("Data", "mail");
        if (From.Length == 0) From = "Governance Portal <portal@localhost.example>";
        PublicAddress ??= new Uri("http://localhost:5080/");
    }
}
