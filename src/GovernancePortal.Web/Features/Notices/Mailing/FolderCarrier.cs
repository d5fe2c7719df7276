using GovernancePortal.Domain.Notices;
using MimeKit;

namespace GovernancePortal.Web.Features.Notices.Mailing;

/// <summary>Writes each mail as a file that mail programs open. The same mail again is the same file.</summary>
internal sealed class FolderCarrier(string folder) : MailCarrier
{
    public override Task<MailFault> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return Task.FromResult(MailFault.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(MailFault.FolderRefused);
        }
    }

    public override async Task<MailFault> SendAsync(MimeMessage message)
    {
        var file = Path.Combine(folder, $"{message.MessageId![..message.MessageId!.IndexOf('@', StringComparison.Ordinal)]}.eml");
        try
        {
            await message.WriteToAsync(file + ".new", CancellationToken.None);
            File.Move(file + ".new", file, overwrite: true);
            return MailFault.None;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return MailFault.RefusedForNow;
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
