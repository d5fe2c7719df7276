using GovernancePortal.Domain.Notices;
using MimeKit;

namespace GovernancePortal.Web.Features.Notices.Mailing;

/// <summary>Takes mails to where they go: a mail server, or a folder.</summary>
internal abstract class MailCarrier : IAsyncDisposable
{
    /// <summary>Makes sure that the next mail can be handed over; before anything is taken from the queue.</summary>
    public abstract Task<MailFault> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Hands over one mail. It is not broken off half-way: whether it went out has to be known.</summary>
    public abstract Task<MailFault> SendAsync(MimeMessage message);

    public abstract ValueTask DisposeAsync();
}
