using GovernancePortal.Domain.Notices;

namespace GovernancePortal.Web.Features.Notices.Reading;

/// <summary>Why mail does not go out, and what helps.</summary>
internal static class FaultWords
{
    public static string Of(MailFault fault) =>
        fault switch
        {
            MailFault.NoConnection => "The mail server cannot be reached, or its certificate does not count.",
            MailFault.SignInRefused => "The mail server refuses the portal's name and password.",
            MailFault.FolderRefused => "The pickup folder cannot be written.",
            MailFault.RefusedForNow => "The server took none of these in six tries.",
            MailFault.Refused => "The server refuses the address or the mail.",
            MailFault.Interrupted => "The connection broke while the mail was handed over: it may have arrived. Trying again may send it twice, with the same message id.",
            MailFault.BadAddress => "The address in the roster is no mail address.",
            _ => "",
        };
}
