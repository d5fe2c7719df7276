using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GovernancePortal.Web.Tests.Notices;

/// <summary>A mail server on a free port of this machine that keeps what it is given and answers as a test wants.</summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _serving;

    public FakeMailServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>The mails it took, as they came over the wire.</summary>
    public List<string> Taken { get; } = [];

    /// <summary>Its answer to an addressee.</summary>
    public string OnRecipient { get; set; } = "250 ok";

    /// <summary>Its answer once a whole mail has come; null hangs up instead.</summary>
    public string? OnMail { get; set; } = "250 taken";

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _serving;
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                await using var stream = client.GetStream();
                await TalkAsync(stream);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail.example.org");
        while (await reader.ReadLineAsync(_closing.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var mail = await ReadMailAsync(reader);
                if (OnMail is null) return;
                if (OnMail.StartsWith('2')) Taken.Add(mail);
                await writer.WriteLineAsync(OnMail);
                continue;
            }

            await writer.WriteLineAsync(verb switch { "RCPT" => OnRecipient, "EHLO" => "250 mail.example.org", "QUIT" => "221 bye", _ => "250 ok" });
            if (verb == "QUIT") return;
        }
    }

    private async Task<string> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_closing.Token) is { } line && line != ".") mail.Append(line).Append('\n');
        return mail.ToString();
    }
}
