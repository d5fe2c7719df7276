using Microsoft.Extensions.Options;
using MimeKit;

namespace GovernancePortal.Web.Features.Notices.Mailing;

/// <summary>Refuses to start with mail settings that would fail later, at night and unseen.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        List<string> faults = [.. OfTimes(options)];
        if (options.IsOn) faults.AddRange(OfDelivery(options));
        if (options.HasServer) faults.AddRange(OfServer(options));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> OfTimes(MailOptions options)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)) yield return $"Mail:TimeZone: this machine knows no time zone “{options.TimeZone}”. Name one such as Europe/Berlin.";
    }

    private static IEnumerable<string> OfDelivery(MailOptions options)
    {
        if (options.HasServer && options.HasFolder) yield return "Mail:Host and Mail:PickupFolder are both set. Choose one.";
        if (!MailboxAddress.TryParse(options.From, out _)) yield return "Mail:From is no mail address. Name one such as Governance Portal <portal@example.com>.";
        if (options.PublicAddress is not { IsAbsoluteUri: true, Scheme: "http" or "https" }) yield return "Mail:PublicAddress is missing. Name where people reach the portal, such as https://governance.example.com/.";
    }

    private static IEnumerable<string> OfServer(MailOptions options)
    {
        if (options.Port is < 1 or > 65535) yield return "Mail:Port is a number from 1 to 65535.";
        if (string.IsNullOrEmpty(options.User) != string.IsNullOrEmpty(options.Password)) yield return "Mail:User and Mail:Password belong together: set both or neither.";
        if (!string.IsNullOrEmpty(options.User) && options.Tls == MailTls.None && !IsThisMachine(options.Host!)) yield return "Mail:Tls is None: the password would travel readable. Use StartTls or Tls.";
    }

    private static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "::1";
}
