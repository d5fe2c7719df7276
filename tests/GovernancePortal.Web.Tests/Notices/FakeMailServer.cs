using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GovernancePortal.Web.Tests.Notices;

/// <summary>A mail server on a free port of this machine that keeps what it is given and answers as a test wants.</summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly List<string> _taken = [];
    private readonly Task _serving;

    public FakeMailServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>The mails it took, as they came over the wire.</summary>
    public IReadOnlyList<string> Taken
    {
        get
        {
            lock (_taken) return [.. _taken];
        }
    }

    /// <summary>Its answer to an addressee.</summary>
    public string OnRecipient { get; set; } = "250 ok";

    /// <summary>Its answer once a whole mail has come; null hangs up instead.</summary>
    public string? OnMail { get; set; } = "250 taken";

    /// <summary>Takes no connection any more.</summary>
    public async Task StopAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _serving;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        var talks = new List<Task>();
        await UntilClosingAsync(async () =>
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                talks.Add(UntilClosingAsync(() => TalkAsync(client)));
            }
        });
        await Task.WhenAll(talks);
    }

    private static async Task UntilClosingAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The test is over, or the portal has hung up.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        await using var stream = client.GetStream();
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
                if (OnMail.StartsWith('2'))
                {
                    lock (_taken) _taken.Add(mail);
                }

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
