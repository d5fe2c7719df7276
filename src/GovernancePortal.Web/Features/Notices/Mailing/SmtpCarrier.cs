using System.Net.Sockets;
using GovernancePortal.Domain.Notices;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace GovernancePortal.Web.Features.Notices.Mailing;

/// <summary>Hands mails to a mail server over one connection.</summary>
internal sealed class SmtpCarrier(MailOptions options) : MailCarrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SmtpClient _client = new() { Timeout = (int)Patience.TotalMilliseconds };

    public override async Task<MailFault> OpenAsync(CancellationToken cancellationToken)
    {
        if (await IsAliveAsync(cancellationToken)) return MailFault.None;
        var fault = MailFault.NoConnection;
        try
        {
            await _client.ConnectAsync(options.Host!, options.Port, Security(options.Tls), cancellationToken);
            fault = MailFault.SignInRefused;
            if (!string.IsNullOrEmpty(options.User)) await _client.AuthenticateAsync(options.User, options.Password!, cancellationToken);
            return MailFault.None;
        }
        catch (Exception exception) when (IsOfTheServer(exception) || exception is AuthenticationException or NotSupportedException)
        {
            await LeaveAsync();
            return fault;
        }
    }

    public override async Task<MailFault> SendAsync(MimeMessage message)
    {
        try
        {
            await _client.SendAsync(message, CancellationToken.None);
            return MailFault.None;
        }
        catch (SmtpCommandException refusal)
        {
            // The server answered, so it is known that it did not take the mail: 4xx for now, 5xx for good.
            return (int)refusal.StatusCode < 500 ? MailFault.RefusedForNow : MailFault.Refused;
        }
        catch (NotSupportedException)
        {
            // An address outside ASCII, and a server that knows none.
            return MailFault.Refused;
        }
        catch (Exception exception) when (IsOfTheServer(exception))
        {
            await LeaveAsync();
            return MailFault.Interrupted;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        _client.Dispose();
    }

    private static SecureSocketOptions Security(MailTls tls) =>
        tls switch
        {
            MailTls.Tls => SecureSocketOptions.SslOnConnect,
            MailTls.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };

    private static bool IsOfTheServer(Exception exception) =>
        exception is IOException or SocketException or ProtocolException or CommandException or SslHandshakeException or TimeoutException or ServiceNotConnectedException;

    // A server hangs up on a connection that rests; better found out before a mail is on its way.
    private async Task<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        if (!_client.IsConnected) return false;
        try
        {
            await _client.NoOpAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (IsOfTheServer(exception))
        {
            await LeaveAsync();
            return false;
        }
    }

    private async Task LeaveAsync()
    {
        if (!_client.IsConnected) return;
        try
        {
            await _client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception exception) when (IsOfTheServer(exception))
        {
            // It was gone already.
        }
    }
}
